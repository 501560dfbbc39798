import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { decodeClientDataJSON, isoUint8Array } from "@simplewebauthn/server/helpers";
import type { PasskeyAnswer, PasskeyRegistration } from "@twinline/api";
import type { Officer, Passkey } from "@twinline/zone";
import type { FastifyRequest } from "fastify";
import type { Access } from "../access/access.ts";
import { accessError } from "../access/access-error.ts";
import { type ChallengeFor, openChallenge, takeChallenge } from "../access/challenges.ts";
import { originOfRequest, relyingPartyOf } from "../access/door.ts";
import { findActivePasskey, listPasskeys } from "../access/roll.ts";

/** COSE algorithms that a passkey may use: EdDSA, ES256, RS256 (Windows Hello), RFC 9053. */
const ALGORITHMS = [-8, -7, -257];

/** A passkey that has just proved its officer's presence and verification. */
export type ProvenPasskey = { readonly passkey: Passkey; readonly uses: number };

/** Options for an officer's new passkey: on the device, found without a name, opened by finger, face or PIN. */
export async function registrationOptions(access: Access, { officer, number }: Officer) {
  const { database, effects } = access.node;
  const challenge = await openChallenge(database, { purpose: "register", officer }, effects.now());
  const known = await listPasskeys(database, officer);
  return await generateRegistrationOptions({
    rpName: "Twinline",
    rpID: relyingPartyOf(access.door),
    userName: number,
    userDisplayName: number,
    userID: isoUint8Array.fromUTF8String(officer),
    challenge: Buffer.from(challenge, "base64url"),
    attestationType: "none",
    excludeCredentials: known.map(({ credential }) => ({ id: credential })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: ALGORITHMS,
  });
}

/** The public half of the passkey that an authenticator made for this officer. Throws RequestError 401. */
export async function verifiedRegistration(
  access: Access,
  request: FastifyRequest,
  officer: string,
  response: PasskeyRegistration,
): Promise<{ credential: string; publicKey: string }> {
  const challenge = await openedChallenge(access, response, { purpose: "register", officer });
  const verified = await believe(
    verifyRegistrationResponse({
      response: response as Parameters<typeof verifyRegistrationResponse>[0]["response"],
      expectedChallenge: challenge,
      expectedOrigin: originOf(access, request),
      expectedRPID: relyingPartyOf(access.door),
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (!verified.verified) throw notBelieved();
  const { id, publicKey } = verified.registrationInfo.credential;
  return { credential: id, publicKey: Buffer.from(publicKey).toString("base64url") };
}

/** Options for signing with any passkey of this zone: no list of credentials, so nobody learns who works here. */
export async function signingOptions(access: Access, what: ChallengeFor) {
  const { database, effects } = access.node;
  const challenge = await openChallenge(database, what, effects.now());
  return await generateAuthenticationOptions({
    rpID: relyingPartyOf(access.door),
    challenge: Buffer.from(challenge, "base64url"),
    userVerification: "required",
  });
}

/** The passkey that answered the challenge: known, in use, its officer at work. Throws RequestError 401, and says no more. */
export async function provenPasskey(
  access: Access,
  request: FastifyRequest,
  response: PasskeyAnswer,
  what: ChallengeFor,
): Promise<ProvenPasskey> {
  const found = await findActivePasskey(access.node.database, response.id);
  if (found === undefined || !isOwnHandle(response.response.userHandle, found.officer)) throw notBelieved();
  const challenge = await openedChallenge(access, response, what);
  const { verified, authenticationInfo } = await believe(
    verifyAuthenticationResponse({
      response: response as Parameters<typeof verifyAuthenticationResponse>[0]["response"],
      expectedChallenge: challenge,
      expectedOrigin: originOf(access, request),
      expectedRPID: relyingPartyOf(access.door),
      credential: {
        id: found.credential,
        publicKey: new Uint8Array(Buffer.from(found.publicKey, "base64url")),
        counter: found.uses,
      },
      requireUserVerification: true,
    }),
  );
  if (!verified) throw notBelieved();
  return { passkey: found, uses: authenticationInfo.newCounter };
}

/** The library rejects for every fault of what it was given; what the fault was helps nobody but an attacker. */
function believe<T>(verification: Promise<T>): Promise<T> {
  return verification.catch(() => {
    throw notBelieved();
  });
}

/** The challenge that the answer names, taken: right or wrong, it answers once. Throws RequestError 401. */
async function openedChallenge(
  access: Access,
  { response: { clientDataJSON } }: { readonly response: { readonly clientDataJSON: string } },
  what: ChallengeFor,
): Promise<string> {
  const { database, effects } = access.node;
  const challenge = challengeIn(clientDataJSON);
  if (challenge !== undefined && (await takeChallenge(database, challenge, what, effects.now()))) return challenge;
  throw notBelieved();
}

function challengeIn(clientDataJSON: string): string | undefined {
  try {
    const { challenge } = decodeClientDataJSON(clientDataJSON);
    return typeof challenge === "string" ? challenge : undefined;
  } catch {
    return undefined;
  }
}

function isOwnHandle(handle: string | undefined, officer: string): boolean {
  return handle === undefined || Buffer.from(handle, "base64url").toString("utf8") === officer;
}

function originOf(access: Access, request: FastifyRequest): string {
  const origin = originOfRequest(access.door, request);
  if (origin === undefined) throw notBelieved();
  return origin;
}

function notBelieved() {
  return accessError("access/passkey", 401, "Cannot believe the passkey's answer");
}
