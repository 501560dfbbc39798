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

/** Lines sorted at once: a sort of this size fits into the memory that a replay may take. */
export const SORTED_LINES = 5_000_000;

/** One share of the people of a history: those whose number leaves `index` when divided by `of`. */
export type Share = { readonly index: number; readonly of: number };

/** Where the rows of a share of the people are, as SQL after FROM with the rows named `x`; how many rows there are; in which days. */
export type FoldSource = {
  readonly rows: (share: Share) => string;
  readonly lines: number;
  readonly firstDay: number;
  readonly calendar: readonly DayPeriods[];
};

/**
 * Decides every row by both policies in one pass. DuckDB only sorts and streams; the rows of a person come by legal day
 * and journal number, which is the order in which the gate decided them. A long history is taken by shares of its people,
 * one after the other: no counter spans two people, and memory stays bounded.
 */
export async function fold(
  connection: DuckDBConnection,
  source: FoldSource,
  plan: LoopPlan,
  decide: readonly [DecideRaw, DecideRaw],
  progress: (lines: number) => void = () => {},
  sortedLines: number = SORTED_LINES,
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
    progress: (some: number) => progress(lines + some),
  };
  const { columns, constants } = plan.feed;
  const of = Math.max(1, Math.ceil(source.lines / sortedLines));
  let lines = 0;
  let passages = 0;
  for (let index = 0; index < of; index += 1) {
    const rows = source.rows({ index, of });
    const query = `select ${columns.join(", ")} from ${rows} order by x.person, x.day, x.passage, x.line`;
    const stream = await connection.stream(query);
    const next = () => stream.fetchChunk();
    persons = 0;
    const done = await loop(next, decide, constants, source.calendar, source.firstDay, groups, changes, on);
    lines += done.lines;
    passages += done.passages;
  }
  return { lines, passages, groups, changes, kept, people, unanswered };
}

type Taken = readonly [Days, Facts, Counters, Counters];
