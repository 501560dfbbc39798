import type { Texts } from "@twinline/api";
import { type CheckedRulebook, type Reason, reasonsOf } from "@twinline/rulebook";
import {
  type DecisionRecord,
  type Installed,
  judgementOf,
  type Known,
  plainDay,
  tryPassage,
  type Verdict,
} from "@twinline/zone";
import type { LawBooks } from "./law-books.ts";
import { leastSure, type Source } from "./source.ts";

/** Somebody at the gate, in as much as the rules ask. */
export type Asked = {
  readonly kind: string;
  readonly nationality: string;
  readonly age: number;
  readonly guardian?: boolean;
};

/** What the rules say to it. */
export type Told = {
  readonly verdict: Verdict;
  readonly reason: string;
  /** Words of the deciding reason. */
  readonly text: Texts;
  readonly record: DecisionRecord;
  readonly reasons: readonly Reason[];
};

const VALID_DAYS = 365;
const EPOCH = "1970-01-01";

/** May this person enter today? */
export function askEntry(books: LawBooks, asked: Asked): Told {
  return tell(books.arrival, tryPassage(books.world, knownOf(books, asked), {}).record);
}

/** The facts of a passage in, by an adult's papers that are in order unless told otherwise. */
export function knownOf({ day, gate }: LawBooks, { kind, nationality, age, guardian = false }: Asked): Known {
  const born = plainDay(day).subtract({ years: age });
  const bornDay = Temporal.PlainDate.from(EPOCH).until(born, { largestUnit: "days" }).days;
  const document = { kind, nationality, bornDay, lastValidDay: day + VALID_DAYS };
  const traveller = { person: "", document, watch: "none" as const };
  return {
    direction: "in",
    gate: gate.gate,
    day,
    traveller,
    guardian,
    vehicle: false,
    stay: undefined,
    goods: undefined,
  };
}

/** A decision in words. */
export function tell({ rulebook, decide }: Installed, record: DecisionRecord): Told {
  const { facts, counters, law, legal } = record;
  const input = { facts, counters, days: { law, legal } };
  const reasons = reasonsOf(rulebook, input, decide(facts, counters, input.days));
  const { verdict, reason } = judgementOf(record);
  const text = labelOf(rulebook, reason) ?? reasons[0]?.text;
  if (text === undefined) throw new Error(`Cannot tell the decision of "${rulebook.name}": it has no words`);
  return { verdict, reason, text, record, reasons };
}

/** Provisions of one rule's sentence. */
export function sourceFor({ reasons }: Told, rule: string): Source | undefined {
  return leastSure(reasons.find((reason) => reason.rule === rule)?.citations ?? []);
}

function labelOf({ codes }: CheckedRulebook, reason: string): Texts | undefined {
  return codes.find(({ name }) => name === "reason")?.values.find(({ code }) => code === reason)?.label;
}
