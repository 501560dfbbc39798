import { judge, type Second } from "./judge.ts";
import { policy } from "./policy.ts";
import type { Actor, OfficerRole } from "./roles.ts";

/** Somebody on the roll of a side who may sign there, or once could. */
type Listed = { readonly officer: string; readonly role: OfficerRole; readonly side: string };

/**
 * Whether who adds such an officer alone could be both of two by the links she holds: the role signs beside its own like, or
 * beside a role that adds officers (P26). Read off the sentences that ask for a second.
 */
export function isSignatory(role: OfficerRole): boolean {
  const adders = policy.filter(({ kind, verb }) => kind === "officer" && verb === "add").map((one) => one.role);
  return [role, ...adders].some((other) => areTwo(role, other) || areTwo(other, role));
}

/** Whether nobody in the roll but the actor could sign for a signatory: a zone that is being founded. */
export function isFounding(actor: Actor, roll: readonly Listed[]): boolean {
  const subject = { kind: "officer", side: actor.side };
  const signs = (second: Second): boolean => judge(actor, "add_signatory", subject, second).kind === "allowed";
  if (judge(actor, "add_signatory", subject).kind !== "needs-second") return false;
  return !roll.some(({ officer, role, side }) => signs({ officer, role, side }));
}

function areTwo(first: string, second: string): boolean {
  return policy.some((one) => one.role === first && one.second?.some((role) => role === second));
}
