import type { Row, State, StateKey } from "../spine/state.ts";

/** Table of passkeys, by credential id. */
export const PASSKEY = "passkey";

/** A passkey's public half, in the journal so that a cut-off post can still check it (promises.md D12). */
export type Passkey = {
  /** Credential id, base64url (WebAuthn §4). */
  readonly credential: string;
  readonly officer: string;
  /** COSE public key, base64url (RFC 9053). */
  readonly publicKey: string;
  readonly active: boolean;
};

export function passkeyKey(credential: string): StateKey {
  return { table: PASSKEY, key: credential };
}

export function findPasskey(state: State, credential: string): Passkey | undefined {
  const row = state.find(PASSKEY, credential);
  return row === undefined ? undefined : passkeyOf(row);
}

/** Reads a passkey from a row of state or the body of an entry. Throws TypeError when it is not one. */
export function passkeyOf(fields: Readonly<Record<string, unknown>>): Passkey {
  const { credential, officer, publicKey, active } = fields;
  const texts = typeof credential === "string" && typeof officer === "string" && typeof publicKey === "string";
  if (!texts || typeof active !== "boolean") throw new TypeError("Cannot read the passkey: a field is missing");
  return { credential, officer, publicKey, active };
}

export function rowOfPasskey(passkey: Passkey): Row {
  return { ...passkey };
}
