import { type CheckedRulebook, compileSql } from "@twinline/rulebook";
import { ReplayError } from "./error.ts";

/** A relation, or a query in brackets, with `seq`, the counters' keys, `law`, `legal` and the facts by name. */
export type SqlSource = {
  readonly text: string;
  /** Columns handed through to the result, such as what to group by; none has the name of a fact, counter or rule. */
  readonly keep: readonly string[];
  /** Counters that are columns of the source already; the others are computed as windows over earlier rows. */
  readonly stored: readonly string[];
};

/**
 * Both policies as one query over one pass: the kept columns, the base's outputs as `base NAME` and the reform's as
 * `reform NAME`. A counter that both define alike is computed once.
 *
 * @throws ReplayError "replay/counter" for a counter that feeds back: no window is exact there, and the fold is to be used
 */
export function twoPolicies(base: CheckedRulebook, reform: CheckedRulebook, source: SqlSource): string {
  for (const rulebook of [base, reform]) requireWindows(rulebook, source.stored);
  const shared = countersOf(base).filter((name) => isAlike(base, reform, name));
  const facts = [...new Set([...base.facts, ...reform.facts].map(({ name }) => name))];
  const own = countersOf(reform).filter((name) => !shared.includes(name) && source.stored.includes(name));
  const carried = ["seq", "law", "legal", ...subjectsOf(reform), ...facts, ...own];
  const copies = carried.map((name) => `${quote(name)} as ${quote(copyOf(name))}`);
  const first = compileSql(base, "duckdb", {
    source: `(select *, ${copies.join(", ")} from ${source.text} as given)`,
    keep: [...source.keep, ...carried.map(copyOf)],
    windows: countersOf(base).filter((name) => !source.stored.includes(name)),
    columns: [...base.outputs, ...shared],
    trusted: true,
  });
  const outputs = (policy: string, names: readonly string[]) =>
    names.map((name) => `${quote(name)} as ${quote(`${policy} ${name}`)}`);
  const back = carried.map((name) => `${quote(copyOf(name))} as ${quote(name)}`);
  const between = [...source.keep.map(quote), ...back, ...shared.map(quote), ...outputs("base", base.outputs)];
  const second = compileSql(reform, "duckdb", {
    source: `(select ${between.join(", ")} from (${first.text}) as first)`,
    keep: [...source.keep, ...base.outputs.map((name) => `base ${name}`)],
    windows: countersOf(reform).filter((name) => !source.stored.includes(name) && !shared.includes(name)),
    trusted: true,
  });
  const kept = [...source.keep, ...base.outputs.map((name) => `base ${name}`)].map(quote);
  return `select ${[...kept, ...outputs("reform", reform.outputs)].join(", ")} from (${second.text}) as second`;
}

/**
 * The source's columns with a `facts` counter beside them, to be stored once and used by every later replay: its value does
 * not depend on the policy. Keep it under `counter.definition`, the hash of everything it depends on.
 *
 * @throws ReplayError "replay/counter" when the rulebook has no such counter of facts
 */
export function withStoredCounter(
  rulebook: CheckedRulebook,
  counter: string,
  source: string,
  columns: readonly string[],
): string {
  const found = rulebook.counters.find(({ name }) => name === counter);
  if (found?.kind !== "facts") {
    const message = `Cannot store the counter "${counter}": its value depends on the policy`;
    throw new ReplayError("replay/counter", counter, message);
  }
  const copies = columns.map((name) => `${quote(name)} as ${quote(copyOf(name))}`);
  const { text } = compileSql(rulebook, "duckdb", {
    source: `(select *, ${copies.join(", ")} from ${source} as given)`,
    keep: columns.map(copyOf),
    windows: [counter],
    columns: [counter],
    trusted: true,
  });
  const back = columns.map((name) => `${quote(copyOf(name))} as ${quote(name)}`);
  // A rolling window that cannot be told stays missing: whoever decides by it then says so.
  const value =
    found.within === undefined
      ? quote(counter)
      : `case when "refusal" = '' then ${quote(counter)} end as ${quote(counter)}`;
  return `select ${[...back, value].join(", ")} from (${text}) as counted`;
}

function requireWindows({ counters }: CheckedRulebook, stored: readonly string[]): void {
  const rolling = counters.find(({ name, within }) => within !== undefined && !stored.includes(name));
  if (rolling !== undefined) {
    const message = `Cannot write the counter "${rolling.name}" into one pass: it is a rolling window, store it first`;
    throw new ReplayError("replay/counter", rolling.name, message);
  }
  const feedback = counters.find(({ kind }) => kind === "feedback");
  if (feedback === undefined) return;
  const message = `Cannot write the counter "${feedback.name}" as a window: it reads what it decides, so it is folded`;
  throw new ReplayError("replay/counter", feedback.name, message);
}

function countersOf({ counters }: CheckedRulebook): readonly string[] {
  return counters.map(({ name }) => name);
}

/** A clamped counter depends on the policy, a counter of facts only on its definition. */
function isAlike(base: CheckedRulebook, reform: CheckedRulebook, name: string): boolean {
  const [before, after] = [base, reform].map(({ counters }) => counters.find((counter) => counter.name === name));
  return before?.kind === "facts" && before.definition === after?.definition;
}

function subjectsOf({ counters }: CheckedRulebook): readonly string[] {
  const keys = counters.flatMap(({ per }) => per).filter((key) => !key.startsWith("legal_"));
  return [...new Set<string>(keys)];
}

function copyOf(name: string): string {
  return `copy ${name}`;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
