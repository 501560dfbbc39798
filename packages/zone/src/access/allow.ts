import type { Condition } from "./conditions.ts";
import type { OfficerRole, Role } from "./roles.ts";
import type { SubjectKind } from "./subjects.ts";

/** One permission, said aloud: this role may do this to such a thing, when. What no sentence says is refused. */
export type Sentence = {
  readonly role: Role;
  readonly verb: string;
  readonly kind: string;
  readonly when: Condition;
  /** Roles of which one must sign as second officer; absent when one person is enough. */
  readonly second?: readonly OfficerRole[];
};

/** "A gate officer may record a passage when it is at the own gate." */
export function allow<Verb extends string>(
  role: Role,
  verb: NoInfer<Verb>,
  subject: SubjectKind<Verb>,
  when: Condition,
): Sentence {
  return Object.freeze({ role, verb, kind: subject.kind, when });
}

/** The same with a second officer of one of the given roles, on the same side, never the first one again (P26). */
export function allowWithSecond<Verb extends string>(
  role: OfficerRole,
  verb: NoInfer<Verb>,
  subject: SubjectKind<Verb>,
  when: Condition,
  second: readonly OfficerRole[],
): Sentence {
  return Object.freeze({ role, verb, kind: subject.kind, when, second });
}
