import type { CheckedRulebook, Texts } from "@twinline/rulebook";
import { dayText } from "../calendar/legal-day.ts";
import type { Compiled } from "../rulebooks/install.ts";
import type { Body } from "../spine/concept.ts";
import type { DecisionRecord } from "../spine/decision.ts";
import { decisionsOf } from "../spine/read-body.ts";
import { daysUsed, type Stay, stayOfBody } from "../stays/stay.ts";
import type { Zone } from "../zones/zone.ts";
import { type MeterReading, readMeter } from "./meters.ts";
import { type ToldReason, tellReasons } from "./tell-reasons.ts";
import { type Verdict, verdicts } from "./verdict.ts";

type Amount = { minor: number; currency: string };
/** What one declared line pays. */
export type ToldLine = { line: number; dutyFree: Amount; taxable: Amount; tax: Amount };

/** A passage as its officer reads it: from the entry's body and the rulebook of its hash alone, so always the same. */
export type ToldPassage = {
  verdict: Verdict;
  reason: string;
  direction: "in" | "out";
  reasons: ToldReason[];
  decisions: DecisionRecord[];
  rulebook: { name: string; title: Texts; hash: string; law: string };
  meters: MeterReading[];
  goods: ToldLine[];
  stay?: { visit: string; enteredOn: string; lastDay: string; daysUsed: number; daysMax: number };
  due?: Amount;
};

/** The decision that gave a passage its verdict: the first of the strictest. Throws on a body without one. */
export function decidingOf(passage: Body): DecisionRecord {
  const decisions = decisionsOf(passage);
  const [first] = decisions;
  if (first === undefined) throw new Error("Cannot tell a passage without a decision");
  const isUnanswered = ({ unanswerable }: DecisionRecord) => unanswerable !== undefined && passage.outcome === "refer";
  return decisions.find((record) => isUnanswered(record) || record.outputs.verdict === passage.outcome) ?? first;
}

/**
 * Tells a passage. `book` is the rulebook of the deciding hash; `settled` says what became of it: the body of an override, or
 * the passage itself.
 */
export function tellPassage(
  zone: Pick<Zone, "meters">,
  book: Compiled,
  passage: Body,
  settled: Body = passage,
): ToldPassage {
  const decisions = decisionsOf(passage);
  const deciding = decidingOf(passage);
  const goods = Array.isArray(passage.goods) ? tellLines(book.rulebook, decisions) : [];
  const stay = stayOf(passage, settled.outcome, deciding.legal);
  const due = dueOf(goods);
  return {
    verdict: verdictOf(settled.outcome),
    reason: settled.reason,
    direction: passage.direction === "in" ? "in" : "out",
    reasons: tellReasons(book, deciding),
    decisions: [...decisions],
    rulebook: { name: book.rulebook.name, title: book.rulebook.label, hash: deciding.hash, law: dayText(deciding.law) },
    meters: metersOf(zone, book, decisions, settled.outcome === "admit"),
    goods,
    ...(stay === undefined ? {} : { stay }),
    ...(due === undefined ? {} : { due }),
  };
}

/** Duty-free and taxable value and tax of each decision that says them. */
export function tellLines(
  rulebook: CheckedRulebook,
  decisions: readonly Pick<DecisionRecord, "outputs">[],
): ToldLine[] {
  const answered = decisions.map(({ outputs }, line) => {
    const dutyFree = moneyOf(rulebook, "duty_free", outputs.duty_free);
    const taxable = moneyOf(rulebook, "taxable", outputs.taxable);
    const tax = moneyOf(rulebook, "tax", outputs.tax);
    return dutyFree && taxable && tax ? [{ line, dutyFree, taxable, tax }] : [];
  });
  return answered.flat();
}

function verdictOf(outcome: string): Verdict {
  const verdict = verdicts.find((one) => one === outcome);
  if (verdict === undefined) throw new Error(`Cannot tell the outcome "${outcome}" as a verdict`);
  return verdict;
}

function stayOf({ offered, before, direction }: Body, outcome: string, day: number): ToldPassage["stay"] {
  const shown = direction === "in" && outcome === "admit" ? offered : before;
  if (shown === undefined) return undefined;
  const stay: Stay = stayOfBody(shown);
  return {
    visit: stay.visit,
    enteredOn: dayText(stay.enteredDay),
    lastDay: dayText(stay.lastDay),
    daysUsed: daysUsed(stay, day),
    daysMax: stay.lastDay - stay.enteredDay + 1,
  };
}

function metersOf(
  zone: Pick<Zone, "meters">,
  book: Compiled,
  decisions: readonly DecisionRecord[],
  counted: boolean,
): MeterReading[] {
  const rows = zone.meters[book.rulebook.name] ?? [];
  return rows.map((row) => readMeter(book.rulebook, row, decisions, counted)).filter((meter) => meter !== undefined);
}

function moneyOf({ rules }: CheckedRulebook, output: string, value: unknown): Amount | undefined {
  const type = rules.find(({ name }) => name === output)?.type;
  return type?.kind === "money" && typeof value === "number" ? { minor: value, currency: type.currency } : undefined;
}

function dueOf(goods: readonly ToldLine[]): Amount | undefined {
  const [first] = goods;
  if (first === undefined) return undefined;
  return { minor: goods.reduce((sum, { tax }) => sum + tax.minor, 0), currency: first.tax.currency };
}
