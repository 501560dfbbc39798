import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import { contentOf, type Problem, type Recorded, type SecondAnswer, type Session } from "@twinline/api";
import { ask, type Question, type Reply } from "../link/ask.ts";

/** Either what was asked for, or the problem in the form that the screen can tell. */
export type Result<T> =
  | { readonly kind: "ok"; readonly value: T }
  | { readonly kind: "problem"; readonly problem: Problem };

type Signing = Pick<Question, "signer">;

const unreached: Problem = { type: "link/unreached", status: 0, title: "The node did not answer" };
const cancelled: Problem = { type: "passkey/cancelled", status: 0, title: "The passkey was not confirmed" };

export function resultOf<T>(reply: Reply<T>): Result<T> {
  return reply.kind === "unreached" ? { kind: "problem", problem: unreached } : reply;
}

/** As above for a command: what the journal took down as refused is a problem too, under its reason. */
export function resultOfRecorded(reply: Reply<Recorded>): Result<Recorded> {
  const result = resultOf(reply);
  if (result.kind === "problem" || result.value.outcome === "done") return result;
  const { reason, receipt } = result.value;
  const title = `The node refused it: "${reason}", entry ${receipt.number}`;
  return { kind: "problem", problem: { type: `refused/${reason}`, status: 409, title } };
}

/** Signs in by the one-time secret of a fresh zone or of an invitation. */
export async function signInByLink(token: string, signing: Signing = {}): Promise<Result<Session>> {
  return resultOf(await ask("sessionLink", { body: { token }, ...signing }));
}

/** Signs in by the officer's own passkey, user verification included. */
export async function signInByPasskey(signing: Signing = {}): Promise<Result<Session>> {
  const passkey = await answerChallenge({}, signing);
  return passkey.kind === "problem"
    ? passkey
    : resultOf(await ask("passkeySignIn", { body: passkey.value, ...signing }));
}

/** Registers a passkey for the officer who is signed in; the node begins a new session with it, which is the answer. */
export async function registerPasskey(signing: Signing = {}): Promise<Result<Session>> {
  const options = resultOf(await ask("passkeyRegisterOptions", { body: {} }));
  if (options.kind === "problem") return options;
  try {
    const optionsJSON = options.value as PublicKeyCredentialCreationOptionsJSON;
    const done = resultOfRecorded(await ask("passkeyRegister", { body: await startRegistration({ optionsJSON }) }));
    return done.kind === "problem" ? done : resultOf(await ask("session", signing));
  } catch {
    return { kind: "problem", problem: cancelled };
  }
}

/** A deed of two officers: its name with its subject, and everything that is asked for with it. */
export type Deed = { readonly act: string; readonly asked: object };

/**
 * A second officer signs one deed, and nothing but what is asked for with it, here and now (P26): by passkey, or by the
 * code of a demonstration.
 */
export async function signAsSecond(
  { act, asked }: Deed,
  code: string | undefined,
  signing: Signing = {},
): Promise<Result<SecondAnswer>> {
  const deed = { act, content: await contentOf(act, asked) };
  if (code !== undefined) return resultOf(await ask("secondOfficer", { body: { ...deed, code }, ...signing }));
  const passkey = await answerChallenge(deed, signing);
  if (passkey.kind === "problem") return passkey;
  return resultOf(await ask("secondOfficer", { body: { ...deed, passkey: passkey.value }, ...signing }));
}

async function answerChallenge(
  body: { readonly act?: string; readonly content?: string },
  signing: Signing,
): Promise<Result<unknown>> {
  const options = resultOf(await ask("passkeySignInOptions", { body, ...signing }));
  if (options.kind === "problem") return options;
  try {
    const optionsJSON = options.value as PublicKeyCredentialRequestOptionsJSON;
    return { kind: "ok", value: await startAuthentication({ optionsJSON }) };
  } catch {
    return { kind: "problem", problem: cancelled };
  }
}
