import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import type { PasskeyAnswer, PasskeyRegistration } from "@twinline/api";

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const ATTESTED = 0x40;

/** What a test may make an authenticator do wrong. */
export type Misbehaviour = { origin?: string; rpId?: string; verified?: boolean; uses?: number };

/** A passkey authenticator in software, for tests: Ed25519, attestation "none" (WebAuthn Level 3 §6.1, §6.5.4, §8.7). */
export class TestAuthenticator {
  readonly id = randomBytes(16).toString("base64url");
  readonly #publicKey: KeyObject;
  readonly #privateKey: KeyObject;
  readonly #origin: string;
  #uses = 0;

  constructor(origin: string) {
    const pair = generateKeyPairSync("ed25519");
    this.#publicKey = pair.publicKey;
    this.#privateKey = pair.privateKey;
    this.#origin = origin;
  }

  create(challenge: string, wrong: Misbehaviour = {}): PasskeyRegistration {
    const id = Buffer.from(this.id, "base64url");
    const length = Buffer.from([0, id.length]);
    const attested = Buffer.concat([Buffer.alloc(16), length, id, Buffer.from(isoCBOR.encode(this.#coseKey()))]);
    const authData = Buffer.concat([this.#authData(ATTESTED, wrong), attested]);
    const attestation = new Map<string, unknown>([
      ["fmt", "none"],
      ["attStmt", new Map()],
      ["authData", new Uint8Array(authData)],
    ]);
    return {
      ...this.#envelope(),
      response: {
        clientDataJSON: this.#clientData("webauthn.create", challenge, wrong).toString("base64url"),
        attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString("base64url"),
      },
    };
  }

  get(challenge: string, wrong: Misbehaviour = {}): PasskeyAnswer {
    const clientData = this.#clientData("webauthn.get", challenge, wrong);
    const authData = this.#authData(0, wrong);
    const signed = Buffer.concat([authData, createHash("sha256").update(clientData).digest()]);
    return {
      ...this.#envelope(),
      response: {
        clientDataJSON: clientData.toString("base64url"),
        authenticatorData: authData.toString("base64url"),
        signature: sign(null, signed, this.#privateKey).toString("base64url"),
      },
    };
  }

  #envelope() {
    return { id: this.id, rawId: this.id, type: "public-key" as const, clientExtensionResults: {} };
  }

  #clientData(type: string, challenge: string, { origin = this.#origin }: Misbehaviour): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  #authData(extra: number, { rpId = "localhost", verified = true, uses }: Misbehaviour): Buffer {
    this.#uses = uses ?? this.#uses + 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#uses);
    const flags = USER_PRESENT | (verified ? USER_VERIFIED : 0) | extra;
    return Buffer.concat([createHash("sha256").update(rpId).digest(), Buffer.from([flags]), counter]);
  }

  /** COSE_Key of an Ed25519 key: OKP, EdDSA, curve 6 (RFC 9053 §7.2). */
  #coseKey(): Map<number, number | Uint8Array> {
    const x = this.#publicKey.export({ format: "jwk" }).x ?? "";
    return new Map<number, number | Uint8Array>([
      [1, 1],
      [3, -8],
      [-1, 6],
      [-2, new Uint8Array(Buffer.from(x, "base64url"))],
    ]);
  }
}
