import type { Author, Concept } from "../spine/concept.ts";
import { findOfficer, officerKey } from "./officer.ts";
import { findPasskey, type Passkey, passkeyKey, passkeyOf, rowOfPasskey } from "./passkey.ts";

/** An officer's authenticator made a key for this zone; `by` is that officer. */
export type AddPasskey = {
  readonly kind: "passkey_add";
  readonly by: Author;
  readonly officer: string;
  readonly credential: string;
  readonly publicKey: string;
};

export const addPasskey: Concept<AddPasskey> = {
  kind: "passkey_add",
  keys: ({ officer, credential }) => [officerKey(officer), passkeyKey(credential)],
  decide: ({ officer, credential, publicKey }, state) => {
    const details: Passkey = { credential, officer, publicKey, active: true };
    if (findOfficer(state, officer)?.active !== true) {
      return { outcome: "refused", reason: "officer_unknown", details: { officer } };
    }
    if (findPasskey(state, credential) !== undefined) {
      return { outcome: "refused", reason: "passkey_known", details: { officer, credential } };
    }
    return { outcome: "done", reason: "added", details };
  },
  apply: (body) => {
    if (body.outcome !== "done") return [];
    const passkey = passkeyOf(body);
    return [{ kind: "put", ...passkeyKey(passkey.credential), row: rowOfPasskey(passkey) }];
  },
};
