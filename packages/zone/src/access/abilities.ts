import { judge } from "./judge.ts";
import { subjectKinds } from "./policy.ts";
import type { Actor } from "./roles.ts";
import type { Subject } from "./subjects.ts";

/** Verbs the actor may do to the subject, alone or with a second officer: the `may` of an answer. Unknown kinds: none. */
export function abilities(actor: Actor, subject: Subject): string[] {
  const kind = subjectKinds.find((one) => one.kind === subject.kind);
  return (kind?.verbs ?? []).filter((verb) => judge(actor, verb, subject).kind !== "refused");
}

/** Everything the actor may do on the own side, as "kind.verb": what a menu may offer before a thing is chosen. */
export function menu(actor: Actor): string[] {
  return subjectKinds.flatMap(({ kind }) => {
    const mine = abilities(actor, anything(kind, actor, actor.officer));
    const others = abilities(actor, anything(kind, actor, undefined));
    return [...new Set([...mine, ...others])].map((verb) => `${kind}.${verb}`);
  });
}

function anything(kind: string, actor: Actor, owner: string | undefined): Subject {
  const gate = actor.post?.gate;
  return {
    kind,
    side: actor.side,
    ...(owner === undefined ? {} : { owner }),
    ...(gate === undefined ? {} : { gate }),
  };
}
