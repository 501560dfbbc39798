import type { OfficerRole } from "../access/roles.ts";
import type { Author, Concept } from "../spine/concept.ts";
import { BADGE, badgeKey, findOfficer, type Officer, officerKey, officerOf, rowOfOfficer } from "./officer.ts";

/** Somebody joins the roll of this side. The id is random and made by the node that asks. */
export type AddOfficer = {
  readonly kind: "officer_add";
  readonly by: Author;
  readonly officer: string;
  readonly number: string;
  readonly role: OfficerRole;
};

/** A badge number names one person for ever, so that old entries stay readable. */
export const addOfficer: Concept<AddOfficer> = {
  kind: "officer_add",
  keys: ({ officer, number }) => [officerKey(officer), badgeKey(number)],
  decide: ({ officer, number, role }, state, { side }) => {
    const details: Officer = { officer, number, role, side, active: true };
    const taken = state.find(BADGE, number) !== undefined || findOfficer(state, officer) !== undefined;
    if (taken) return { outcome: "refused", reason: "badge_taken", details };
    return { outcome: "done", reason: "added", details };
  },
  apply: (body) => {
    if (body.outcome !== "done") return [];
    const officer = officerOf(body);
    return [
      { kind: "put", ...officerKey(officer.officer), row: rowOfOfficer(officer) },
      { kind: "put", ...badgeKey(officer.number), row: { officer: officer.officer } },
    ];
  },
};
