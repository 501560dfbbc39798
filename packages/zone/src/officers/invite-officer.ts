import type { Author, Concept } from "../spine/concept.ts";
import { findOfficer, officerKey } from "./officer.ts";

/** Somebody on the roll gets another link to sign in by: who has it is that officer, so two people give it. */
export type InviteOfficer = { readonly kind: "officer_invite"; readonly by: Author; readonly officer: string };

export const inviteOfficer: Concept<InviteOfficer> = {
  kind: "officer_invite",
  keys: ({ officer }) => [officerKey(officer)],
  decide: ({ officer, by }, state) => {
    const details = { officer };
    const found = findOfficer(state, officer);
    if (found === undefined) return { outcome: "refused", reason: "officer_unknown", details };
    if (by.officer === officer) return { outcome: "refused", reason: "officer_own", details };
    if (!found.active) return { outcome: "refused", reason: "officer_revoked", details };
    return { outcome: "done", reason: "invited", details };
  },
  apply: () => [],
};
