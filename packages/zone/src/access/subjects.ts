/** A kind of thing that verbs are done to, with all its verbs: a verb that is not listed here cannot be allowed. */
export type SubjectKind<Verb extends string = string> = {
  readonly kind: string;
  readonly verbs: readonly Verb[];
};

/** One thing of that kind: whose side it belongs to, who owns it and at which gate it happened. */
export type Subject = {
  readonly kind: string;
  readonly side: string;
  /** Officer who made it or whom it is about. */
  readonly owner?: string;
  readonly gate?: string;
};

/** Names a kind of subject and its verbs. */
export function subjectKind<const Verb extends string>(kind: string, verbs: readonly Verb[]): SubjectKind<Verb> {
  return Object.freeze({ kind, verbs });
}
