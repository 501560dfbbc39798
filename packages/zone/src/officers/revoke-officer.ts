import type { Author, Concept } from "../spine/concept.ts";
import { findOfficer, officerKey, officerOf, rowOfOfficer } from "./officer.ts";

/** An officer's work here ends; sessions and keys die with it at once. */
export type RevokeOfficer = { readonly kind: "officer_revoke"; readonly by: Author; readonly officer: string };

export const revokeOfficer: Concept<RevokeOfficer> = {
  kind: "officer_revoke",
  keys: ({ officer }) => [officerKey(officer)],
  decide: ({ officer, by }, state) => {
    const found = findOfficer(state, officer);
    if (found === undefined) return { outcome: "refused", reason: "officer_unknown", details: { officer } };
    if (by.officer === officer) return { outcome: "refused", reason: "officer_own", details: { officer } };
    if (!found.active) return { outcome: "refused", reason: "officer_revoked", details: { officer } };
    return { outcome: "done", reason: "revoked", details: { ...found, active: false } };
  },
  apply: (body) => {
    if (body.outcome !== "done") return [];
    const officer = officerOf(body);
    return [{ kind: "put", ...officerKey(officer.officer), row: rowOfOfficer(officer) }];
  },
};
