import type { Held } from "../decision.ts";

/**
 * A column of a batch. Numbers, days and moments stand in `values`; a boolean is 0 or 1 there; of texts, codes and
 * countries `values` has the place in `words`. `missing` marks the rows without an optional fact by 1.
 */
export type FoldColumn = {
  readonly values: ArrayLike<number>;
  readonly words?: readonly string[];
  readonly missing?: ArrayLike<number>;
};

/**
 * Rows in the order they were decided within each subject of the partition, all rows of a subject together. A subject
 * may go on from one batch into the next. Facts have been decided on before: their ranges are not checked again.
 */
export type FoldBatch = {
  readonly rows: number;
  readonly facts: { readonly [name: string]: FoldColumn };
  /** Counters that are not folded, as stored. */
  readonly counters?: { readonly [name: string]: ArrayLike<number> };
  /** Law dates and legal days since 1970-01-01. */
  readonly law: ArrayLike<number>;
  readonly legal: ArrayLike<number>;
  /** Person, visit, passage, … of each row as a number, for the keys of the folded counters. */
  readonly subjects: { readonly [key: string]: ArrayLike<number> };
};

/**
 * Values of a batch by output: numbers, 0 and 1, or for other types the values themselves. `refused` marks rows without
 * an answer by 1. The columns may be longer than the batch, and the next batch is written into the same.
 */
export type Folded = {
  readonly refused: Uint8Array;
  readonly outputs: { readonly [name: string]: Float64Array | Uint8Array | (Held | readonly Held[])[] };
};

/** Decides batch after batch; its counters go on from one to the next. */
export type Fold = (batch: FoldBatch) => Folded;

/** A rulebook cannot be folded as asked. */
export class FoldError extends Error {
  override readonly name = "FoldError";
  readonly id = "fold/unsupported";
  readonly subject: string;
  constructor(subject: string, why: string) {
    super(`Cannot fold "${subject}": ${why}`);
    this.subject = subject;
  }
}
