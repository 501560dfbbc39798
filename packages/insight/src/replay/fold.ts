import type { DuckDBConnection } from "@duckdb/node-api";
import type { Counters, Days, DecideRaw, Facts, Unanswerable } from "@twinline/rulebook";
import type { DayPeriods } from "./calendar.ts";
import { emitLoop, type LoopPlan, measuresOf } from "./loop.ts";

/** Examples kept of each change. */
export const EXAMPLES_MAX = 3;

/** One line that the policies decide differently, with all that is needed to take both decisions again. */
export type Kept = {
  readonly change: number;
  readonly from: number;
  readonly to: number;
  readonly passage: number;
  readonly line: number;
  readonly days: Days;
  readonly facts: Facts;
  readonly counters: readonly [Counters, Counters];
};

export type Folded = {
  readonly lines: number;
  readonly passages: number;
  /** Sums by dimension: for each key the numbers of `measuresOf`. */
  readonly groups: readonly Float64Array[];
  /** Lines by code of the base and code of the reform, for each coded output and then for the burden. */
  readonly changes: readonly Float64Array[];
  readonly kept: readonly Kept[];
  /** People whose burden over the whole period fell, rose or stayed. */
  readonly people: { readonly less: number; readonly more: number; readonly same: number };
  /** Lines without an answer, by "policy reason:name". */
  readonly unanswered: ReadonlyMap<string, number>;
};

type Loop = (
  next: () => Promise<unknown>,
  policies: readonly DecideRaw[],
  constants: readonly unknown[],
  calendar: readonly DayPeriods[],
  firstDay: number,
  groups: readonly Float64Array[],
  changes: readonly Float64Array[],
  on: object,
) => Promise<{ lines: number; passages: number }>;

/** Where the rows are and in which days; `from` is SQL after FROM, with the rows named `x`. */
export type FoldSource = { readonly from: string; readonly firstDay: number; readonly calendar: readonly DayPeriods[] };

/**
 * Decides every row by both policies in one pass. DuckDB only sorts and streams; the rows of a person come by legal day
 * and journal number, which is the order in which the gate decided them.
 */
export async function fold(
  connection: DuckDBConnection,
  source: FoldSource,
  plan: LoopPlan,
  decide: readonly [DecideRaw, DecideRaw],
  progress: (lines: number) => void = () => {},
): Promise<Folded> {
  const loop = new Function(emitLoop(plan))() as Loop;
  const groups = plan.dimensions.map(({ keys }) => new Float64Array(keys.length * measuresOf(plan)));
  const widths = [...plan.coded.map(({ codes }) => codes.length + 1), 3];
  const changes = widths.map((width) => new Float64Array(width * width));
  const kept: Kept[] = [];
  const people = { less: 0, more: 0, same: 0 };
  const unanswered = new Map<string, number>();
  let persons = 0;
  const on = {
    examples: EXAMPLES_MAX,
    settle: (net: number) => {
      // The first call settles nobody: it comes before the first person.
      if (persons++ > 0) people[net < 0 ? "less" : net > 0 ? "more" : "same"] += 1;
    },
    keep: (change: number, from: number, to: number, passage: number, line: number, ...rest: Taken) => {
      const [days, facts, before, after] = rest;
      kept.push({ change, from, to, passage, line, days, facts, counters: [before, after] });
    },
    unanswered: (policy: number, { reason, name }: Unanswerable) => {
      const key = `${policy} ${reason}:${name}`;
      unanswered.set(key, (unanswered.get(key) ?? 0) + 1);
    },
    progress,
  };
  const query = `select ${plan.feed.columns.join(", ")} from ${source.from} order by x.person, x.day, x.passage, x.line`;
  const stream = await connection.stream(query);
  const { constants } = plan.feed;
  const next = () => stream.fetchChunk();
  const done = await loop(next, decide, constants, source.calendar, source.firstDay, groups, changes, on);
  return { ...done, groups, changes, kept, people, unanswered };
}

type Taken = readonly [Days, Facts, Counters, Counters];
