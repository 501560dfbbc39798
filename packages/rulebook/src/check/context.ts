import type { CodeList } from "../ir/code-list.ts";
import type { Clock } from "../ir/rulebook.ts";
import type { Findings } from "../read/findings.ts";
import type { Interval } from "./interval.ts";
import type { Names } from "./names.ts";

/** What checking an expression knows. `present` and `narrowed` grow where a condition is known to hold. */
export type Context = {
  readonly names: Names;
  readonly codes: ReadonlyMap<string, CodeList>;
  readonly clock: Clock;
  readonly findings: Findings;
  /** Collects every name read. */
  readonly reads: Set<string>;
  /** Optional facts known to be present here. */
  readonly present: ReadonlySet<string>;
  /** Bounds known here to be narrower than declared. */
  readonly narrowed: ReadonlyMap<string, Interval>;
  /** Inside a rounding function, where exact amounts may be combined. */
  readonly rounding: boolean;
};
