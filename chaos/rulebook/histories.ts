import { compileFold } from "../../packages/rulebook/src/compile/fold/compile-fold.ts";
import { compileSource } from "../../packages/rulebook/src/compile/source/compile-source.ts";
import { compileSql } from "../../packages/rulebook/src/compile/sql/compile-sql.ts";
import type { DialectName } from "../../packages/rulebook/src/compile/sql/dialect.ts";
import type { CountedEvent } from "../../packages/rulebook/src/counters/contribution.ts";
import { compileCount } from "../../packages/rulebook/src/counters/count.ts";
import type { CheckedRulebook } from "../../packages/rulebook/src/ir/rulebook.ts";
import { type Random, randomOf } from "../../packages/rulebook/src/testing/random.ts";
import { checkSmall, label } from "../../packages/rulebook/src/testing/small-rulebook.ts";
import type { Runner } from "./engines.ts";

const PERSONS = 12;
const FIRST_DAY = 19_783;
const READ = ["day_sum", "week_sum", "month_count", "year_large", "ever", "rolling"];

const PER_PERIOD = [
  "day_sum: {kind: facts, sum: n, per: [person, legal_day]",
  "week_sum: {kind: facts, sum: maybe, per: [person, legal_week]",
  "month_count: {kind: facts, count: all, per: [person, legal_month]",
  "year_large: {kind: facts, count: all, where: n > few, per: [person, legal_year]",
  "ever: {kind: facts, count: all, per: [person]",
  "rolling: {kind: facts, sum: n, where: n > few, per: [person], within: 9 days",
  "used: {kind: clamped, sum: free, per: [person, legal_day]",
];
const FEEDBACK = "taken_before: {kind: feedback, sum: taken, per: [person, legal_month]";

/** A law with a counter of every kind and period, each in an output of its own; windows of SQL have no feedback. */
function law(feedback: boolean): CheckedRulebook {
  const counters = [...PER_PERIOD, ...(feedback ? [FEEDBACK] : [])].map(
    (one) => `  ${one}, range: 0..100000, source: N/1}`,
  );
  const rules = [
    ...READ.map((name) => `  told_${name}: {type: integer, is: ${name}, source: N/1}`),
    '  free: {type: integer, is: "min(n, max(0, limit - used))", source: N/1}',
    ...(feedback ? ["  taken: {type: integer, is: if taken_before + n <= limit then n else 0, source: N/1}"] : []),
  ];
  const { rulebook, errors } = checkSmall({
    facts: `  n: {type: integer, range: 0..10, ${label}}\n  maybe: {type: integer, range: 0..9, optional: true, ${label}}`,
    parameters: `  limit: {type: integer, values: [{from: 2024-01-01, is: 14, source: N/1}]}
  few: {type: integer, values: [{from: 2024-01-01, is: 5, source: N/1}]}`,
    counters: counters.join("\n"),
    rules: rules.join("\n"),
    outputs: [...READ.map((name) => `told_${name}`), "free", ...(feedback ? ["taken"] : [])].join(", "),
  });
  if (errors.length > 0) throw new Error(errors.map(({ sentence }) => sentence).join("\n"));
  return rulebook;
}

type Event = { readonly person: number; readonly legal: number; readonly n: number; readonly maybe?: number };

/** Events of a few persons in order; days repeat, and now and then a month or a year is jumped. */
function eventsOf(random: Random, count: number): Event[] {
  let legal = FIRST_DAY;
  return Array.from({ length: count }, () => {
    legal += random.pick([0, 0, 0, 0, 1, 1, 2, random.chance(0.1) ? 29 : 0]);
    const maybe = random.chance(0.5) ? { maybe: random.below(10) } : {};
    return { person: random.below(PERSONS), legal, n: random.below(11), ...maybe };
  });
}

/** A way to decide a whole history at once: what it tells of each event, in their order. */
type Way = {
  readonly name: string;
  readonly feedback: boolean;
  readonly tell: (rulebook: CheckedRulebook, events: readonly Event[]) => Promise<readonly string[]>;
};

export type Histories = { readonly events: number; readonly differences: readonly string[] };

/** Whole histories told in one way, against one decision after the other with counters counted anew for each. */
export async function compareHistories({ name, feedback, tell }: Way, seed: number, count: number): Promise<Histories> {
  const rulebook = law(feedback);
  const events = eventsOf(randomOf(seed), count);
  const expected = oneByOne(rulebook, events);
  const told = await tell(rulebook, events);
  const differences = expected.flatMap((line, seq) =>
    told[seq] === line ? [] : [`event ${seq}: ${name} tells ${told[seq]}, one by one ${line}`],
  );
  return { events: events.length, differences };
}

function oneByOne(rulebook: CheckedRulebook, events: readonly Event[]): string[] {
  const decide = compileSource(rulebook);
  const counts = compileCount(rulebook);
  const earlier = new Map<number, CountedEvent[]>();
  return events.map(({ person, legal, ...facts }) => {
    const history = earlier.get(person) ?? [];
    const days = { law: legal, legal };
    const decision = decide(facts, counts(history, legal), days);
    if (decision.kind !== "decided") return decision.reason;
    history.push({ facts, days, trace: decision.trace });
    earlier.set(person, history);
    return tellOutputs(rulebook, (output) => decision.outputs[output]);
  });
}

function tellOutputs({ outputs }: CheckedRulebook, value: (output: string) => unknown): string {
  return outputs.map((output) => `${output} = ${value(output)}`).join(", ");
}

/** Counters as windows of SQL. */
export function windowsOf(dialect: DialectName, run: Runner): Way {
  const tell: Way["tell"] = async (rulebook, events) => {
    const windows = rulebook.counters.map(({ name }) => name);
    const { text } = compileSql(rulebook, dialect, { source: "history", keep: ["seq"], windows });
    const values = events.map(
      ({ legal, person, n, maybe }, seq) => `(${[seq, legal, legal, person, n, maybe ?? "NULL"]})`,
    );
    const rows = await run([
      "DROP TABLE IF EXISTS history",
      'CREATE TEMPORARY TABLE history ("seq" INTEGER, "law" INTEGER, "legal" INTEGER, "person" INTEGER, "n" BIGINT, "maybe" BIGINT)',
      `INSERT INTO history VALUES ${values.join(",")}`,
      `${text} ORDER BY "seq"`,
    ]);
    return rows.map((row) =>
      row.refusal === "" ? tellOutputs(rulebook, (output) => row[output]) : String(row.refusal),
    );
  };
  return { name: dialect, feedback: false, tell };
}

/** Counters as local variables of one loop over columns, all events of a person together. */
export const columnFold: Way = {
  name: "column fold",
  feedback: true,
  tell: async (rulebook, events) => {
    const order = [...events.keys()].sort((a, b) => events[a]!.person - events[b]!.person || a - b);
    const numbers = (read: (event: Event) => number) => Float64Array.from(order, (seq) => read(events[seq]!));
    const legal = numbers((event) => event.legal);
    const { refused, outputs } = compileFold(rulebook)()({
      rows: order.length,
      law: legal,
      legal,
      subjects: { person: numbers(({ person }) => person) },
      facts: {
        n: { values: numbers(({ n }) => n) },
        maybe: {
          values: numbers(({ maybe }) => maybe ?? 0),
          missing: numbers(({ maybe }) => (maybe === undefined ? 1 : 0)),
        },
      },
    });
    const told = new Array<string>(events.length);
    for (const [row, seq] of order.entries()) {
      told[seq] = refused[row] === 1 ? "refused" : tellOutputs(rulebook, (output) => outputs[output]![row]);
    }
    return told;
  },
};
