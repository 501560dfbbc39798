import { type CheckedRulebook, type Counter, type Integer, toBigInt } from "@twinline/rulebook";
import type { DecisionRecord } from "../spine/decision.ts";
import type { Installed } from "../spine/installed.ts";
import { type Addition, COUNTER, type State, type StateKey } from "../spine/state.ts";
import { countedKeys, counterKey } from "./counter-key.ts";
import type { Subject } from "./subject.ts";

/**
 * Which counters of a decision move. Counters of plain facts count every decision; counters of outcomes (an allowance
 * used) count only what took place, so a passage that was sent back uses nothing up. An override that lets it through
 * counts the outcomes then; one that sends it back gives them back once.
 */
export const countings = ["all", "facts", "outcomes", "undo"] as const;
export type Counting = (typeof countings)[number];

/** Rows of state that hold the rulebook's counters for this subject and day. */
export function counterRows({ rulebook }: Installed, subject: Subject, day: number): readonly StateKey[] {
  return rulebook.counters.flatMap((counter) =>
    countedKeys(rulebook, counter, subject, day).map((key) => ({ table: COUNTER, key })),
  );
}

/** Values of the rulebook's counters before the next event, by name. A counter without its subject is left out. */
export function counterValues(
  { rulebook }: Installed,
  subject: Subject,
  day: number,
  state: Pick<State, "total">,
): { readonly [name: string]: number } {
  const values: Record<string, number> = {};
  for (const counter of rulebook.counters) {
    const keys = countedKeys(rulebook, counter, subject, day);
    if (keys.length > 0) values[counter.name] = keys.reduce((sum, key) => sum + state.total(key), 0);
  }
  return values;
}

/** What a recorded decision adds to the counters that `installed` declares now, whatever version decided it. */
export function additions(
  installed: Installed,
  record: DecisionRecord,
  subject: Subject,
  counting: Counting,
): readonly Addition[] {
  if (record.unanswerable !== undefined) return [];
  const counted = counting === "outcomes" || counting === "undo" ? asAdmitted(record) : record;
  return installed.rulebook.counters
    .filter((counter) => moves(counter, counting))
    .flatMap((counter) => {
      const key = counterKey(installed.rulebook, counter, subject, record.legal);
      const amount = installed.amountOf(counter, counted);
      if (key === undefined || amount === undefined || amount === 0) return [];
      const [least, most] = rangeOf(counter);
      return [{ kind: "add" as const, key, amount: counting === "undo" ? -amount : amount, least, most }];
    });
}

/** The first counter that these additions would push out of its declared range; the passage is then not let through. */
export function overflowing(
  { rulebook }: Pick<Installed, "rulebook">,
  added: readonly { readonly key: string; readonly amount: number }[],
  state: Pick<State, "total">,
): Counter | undefined {
  const sums = new Map<string, number>();
  for (const { key, amount } of added) sums.set(key, (sums.get(key) ?? state.total(key)) + amount);
  return rulebook.counters.find((counter) =>
    [...sums].some(([key, sum]) => isOf(rulebook, counter, key) && !fits(counter, sum)),
  );
}

/** What an officer let through counts as what the rules let through, else an override would leave the day's cap unused. */
function asAdmitted(record: DecisionRecord): DecisionRecord {
  return "verdict" in record.outputs ? { ...record, outputs: { ...record.outputs, verdict: "admit" } } : record;
}

function moves(counter: Counter, counting: Counting): boolean {
  if (counting === "all") return true;
  return (counter.kind === "facts") === (counting === "facts");
}

function isOf({ name }: Pick<CheckedRulebook, "name">, counter: Counter, key: string): boolean {
  return key.startsWith(`${name}#${counter.name}@`);
}

function fits(counter: Counter, value: number): boolean {
  const [least, most] = rangeOf(counter);
  return least <= value && value <= most;
}

/** Least and most value that the counter may have, as exact numbers. */
export function rangeOf({ range }: Pick<Counter, "range">): readonly [number, number] {
  return [toSafe(range.min), toSafe(range.max)];
}

/** A range beyond 2^53 ends where exact numbers end: no counter can be right above it. */
function toSafe(bound: Integer): number {
  const exact = toBigInt(bound);
  const safe = BigInt(Number.MAX_SAFE_INTEGER);
  return Number(exact > safe ? safe : exact < -safe ? -safe : exact);
}
