import type { GoodsOutcome } from "@twinline/api";

/** What a till remembers of its own sale until the node has it and told of the right anew: never sent. */
export type SaleNote = {
  readonly reservation: number;
  /** What the sale took of each limit of the right. */
  readonly taken: Readonly<Record<string, number>>;
  readonly outcomes: readonly GoodsOutcome[];
  /** SHA-256 of the code on the buyer's pass. */
  readonly pass: string;
};
