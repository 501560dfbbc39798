import type { CheckedRulebook } from "@twinline/rulebook";
import type { DimensionName } from "./dimensions.ts";
import type { GoodsFacts } from "./facts.ts";

/** Everything a replay needs, as plain data that can be sent to another process. */
export type ReplayJob = {
  /** Parquet file in the columns of generated traffic; recorded facts stand in columns `fact NAME`. */
  readonly history: string;
  /** Whether the history was recorded by a journal; generated passages are said to be so. */
  readonly recorded: boolean;
  readonly base: CheckedRulebook;
  readonly reform: CheckedRulebook;
  readonly goods: GoodsFacts;
  readonly by: readonly DimensionName[];
  /** The output whose fall makes a winner, such as `tax`. */
  readonly burden?: string;
  /** Thousandths of a per cent by which the value carried changes for one per cent of price; an assumption. */
  readonly elasticity?: number;
};
