import type { Author, Concept } from "../spine/concept.ts";
import { findPasskey, passkeyKey, passkeyOf, rowOfPasskey } from "./passkey.ts";

/** A lost key dies at once on linked posts (promises.md P27). */
export type RevokePasskey = { readonly kind: "passkey_revoke"; readonly by: Author; readonly credential: string };

export const revokePasskey: Concept<RevokePasskey> = {
  kind: "passkey_revoke",
  keys: ({ credential }) => [passkeyKey(credential)],
  decide: ({ credential }, state) => {
    const found = findPasskey(state, credential);
    if (found?.active !== true) return { outcome: "refused", reason: "passkey_unknown", details: { credential } };
    return { outcome: "done", reason: "revoked", details: { ...found, active: false } };
  },
  apply: (body) => {
    if (body.outcome !== "done") return [];
    const passkey = passkeyOf(body);
    return [{ kind: "put", ...passkeyKey(passkey.credential), row: rowOfPasskey(passkey) }];
  },
};
