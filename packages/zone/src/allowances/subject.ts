/** Whom and what a decision is about: the subject keys of counters (rulebook.md §7). Tokens only. */
export type Subject = {
  readonly person?: string;
  readonly firm?: string;
  readonly gate?: string;
  readonly visit?: string;
  readonly passage?: string;
};
