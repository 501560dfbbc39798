import type { Sentence } from "./allow.ts";
import { policy } from "./policy.ts";
import type { Actor, OfficerRole } from "./roles.ts";
import type { Subject } from "./subjects.ts";

/** Answer of the policy; every question has one of these, and what no sentence allows is refused (P22). */
export type Ruling =
  | { readonly kind: "allowed" }
  | { readonly kind: "needs-second"; readonly roles: readonly OfficerRole[] }
  | {
      readonly kind: "refused";
      readonly reason: "access/not-allowed" | "access/same-person" | "access/second-not-allowed";
    };

/** Second officer's signature: who signed, in what role, on which side. */
export type Second = { readonly officer: string; readonly role: OfficerRole; readonly side: string };

/** Whether the actor may do the verb to the subject, alone or with the second officer who signed (P22, P26). */
export function judge(actor: Actor, verb: string, subject: Subject, second?: Second): Ruling {
  const holding = policy.filter((sentence) => holds(sentence, actor, verb, subject));
  if (holding.length === 0) return { kind: "refused", reason: "access/not-allowed" };
  if (holding.some((sentence) => sentence.second === undefined)) return { kind: "allowed" };
  const roles = [...new Set(holding.flatMap((sentence) => sentence.second ?? []))];
  if (second === undefined) return { kind: "needs-second", roles };
  if (actor.officer === undefined || second.officer === actor.officer) {
    return { kind: "refused", reason: "access/same-person" };
  }
  const fits = second.side === actor.side && roles.includes(second.role);
  return fits ? { kind: "allowed" } : { kind: "refused", reason: "access/second-not-allowed" };
}

function holds(sentence: Sentence, actor: Actor, verb: string, subject: Subject): boolean {
  return (
    sentence.role === actor.role &&
    sentence.verb === verb &&
    sentence.kind === subject.kind &&
    sentence.when(actor, subject)
  );
}
