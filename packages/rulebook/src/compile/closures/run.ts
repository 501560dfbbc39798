import type { Held, RowsHit, Traced, Unanswerable } from "../decision.ts";

/** What one decision works on; arrays by index of fact, counter and rule. */
export type Run = {
  readonly legal: number;
  /** Index of the span of law dates. */
  readonly span: number;
  readonly facts: (Held | undefined)[];
  readonly counters: (number | bigint | undefined)[];
  readonly values: Traced[];
  readonly refusals: (Unanswerable | undefined)[];
  /** What each table hit; 0 for a formula. */
  readonly rows: RowsHit[];
};

/** A compiled expression. */
export type Step<T extends Held = Held> = (run: Run) => T;
