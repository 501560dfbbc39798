import type { Texts } from "@twinline/api";
import type { CheckedRulebook, Parameter, ParameterVersion, Reason } from "@twinline/rulebook";
import {
  type DecisionRecord,
  figureOf,
  type GoodsCategory,
  type GoodsLine,
  type MeterRow,
  tryBasket,
  UNANSWERABLE,
} from "@twinline/zone";
import { knownOf, sourceFor, tell } from "./ask-law.ts";
import type { LawBooks } from "./law-books.ts";
import { noteTexts, type Source, sourceOf } from "./source.ts";

/** One limit of what may be carried home: so much, for each person and period. */
export type Limit = {
  readonly label: Texts;
  readonly cap: number;
  /** An ISO 4217 code, or g. */
  readonly unit: string;
  readonly period: "day" | "month" | "other";
  readonly source: Source;
  readonly note: Texts | undefined;
};

/** Goods above the limit, decided by the rulebook itself: a picture of what is owed. */
export type CarryExample = {
  readonly category: Texts;
  readonly value: number;
  readonly currency: string;
  readonly tax: number;
  readonly reasons: readonly Reason[];
};

export type CarryLaw = {
  readonly limits: readonly Limit[];
  readonly example: CarryExample | undefined;
  /** What the law says of leaving by the other gate, where it does not simply let through. */
  readonly otherGate: Source | undefined;
};

const DAY = "legal_day";
const MONTH = "legal_month";
/** Goods of the example: half as much again as the limit. */
const EXAMPLE_CATEGORY = "other";
const EURO = "EUR";

/** How much may be carried out free of duty. */
export function carryLaw(books: LawBooks): CarryLaw {
  const { rulebook } = books.departure;
  const rows = (books.zone.meters[rulebook.name] ?? []).filter(({ output }) => output !== undefined);
  const limits = rows.flatMap((row) => limitOf(rulebook, row, books.day) ?? []);
  return { limits, example: exampleOf(books, limits), otherGate: otherGate(books) };
}

function limitOf(rulebook: CheckedRulebook, row: MeterRow, day: number): Limit | undefined {
  const parameter = rulebook.parameters.find(({ name }) => name === row.cap);
  const version = parameter && versionOn(parameter, day);
  const cap = figureOf(rulebook, row.cap, { law: day, facts: {} });
  if (parameter === undefined || version === undefined || cap === undefined) return undefined;
  const per = rulebook.counters.find(({ name }) => name === row.used)?.per ?? [];
  const period = per.includes(DAY) ? "day" : per.includes(MONTH) ? "month" : "other";
  const source = sourceOf(rulebook, version.source, version.confidence);
  const note = noteTexts(version.note ?? parameter.note);
  return { label: parameter.label ?? row.label, cap, unit: row.unit, period, source, note };
}

/** The version in force on a day. */
export function versionOn({ versions }: Parameter, day: number): ParameterVersion | undefined {
  return versions.findLast(({ from }) => from <= day);
}

function exampleOf(books: LawBooks, limits: readonly Limit[]): CarryExample | undefined {
  const money = limits.find(({ unit }) => /^[A-Z]{3}$/.test(unit));
  const category = books.zone.goods.find(({ code }) => code === EXAMPLE_CATEGORY);
  if (money === undefined || category === undefined) return undefined;
  const value = money.cap + money.cap / 2;
  const { installed, records } = tryBasket(books.world, leaving(books), [lineOf(category, value, money.unit)]);
  const [record] = records as [DecisionRecord];
  const { tax } = record.outputs;
  if (typeof tax !== "number") return undefined;
  const reasons = tell(installed, record).reasons.filter(({ rule }) => rule === "tax" || rule === "duty_free");
  return { category: category.label, value, currency: money.unit, tax, reasons };
}

function lineOf({ code, headings, facts }: GoodsCategory, value: number, currency: string): GoodsLine {
  const line = { hs: headings[0] ?? "", category: code, quantity: 1, massGrams: 0, indivisible: false, facts };
  return currency === EURO ? { ...line, valueMinor: 0, valueEurMinor: value } : { ...line, valueMinor: value };
}

function leaving(books: LawBooks, entered: string = books.gate.gate) {
  const inside = knownOf(books, { kind: "passport", nationality: "XX", age: 30 });
  const { day } = books;
  const stay = {
    visit: "0",
    gate: entered,
    enteredDay: day,
    lastDay: day,
    enteredAtMs: 0,
    document: "passport",
    nationality: "XX",
  };
  return { ...inside, direction: "out" as const, stay };
}

/** Asks the rules to let somebody leave who came in by another gate. */
function otherGate(books: LawBooks): Source | undefined {
  const other = books.zone.gates.find(({ side }) => side !== books.side.side);
  const category = books.zone.goods[0];
  if (other === undefined || category === undefined) return undefined;
  const currency = books.side.currency === EURO ? EURO : "";
  const { installed, records } = tryBasket(books.world, leaving(books, other.gate), [lineOf(category, 0, currency)]);
  const told = tell(installed, records[0]!);
  return told.verdict === "admit" || told.reason === UNANSWERABLE ? undefined : sourceFor(told, "reason");
}
