import type { VisitorQuestion } from "@twinline/api";
import { type GoodsLine, type Known, plainDay, type Stay, type Zone } from "@twinline/zone";

/** Answers assumed where a visitor does not say: an adult with a passport that is valid for a year, on the first day. */
const ASSUMED = { kind: "passport", nationality: "XX", age: 30, validDays: 365, daysInside: 1 };

/** A visitor's question as the facts of a passage on a legal day. */
export function knownOf(question: VisitorQuestion, zone: Zone, gate: string, day: number): Known {
  const { direction, guardian = false } = question;
  const { kind, nationality, age, validDays } = { ...ASSUMED, ...question };
  const born = plainDay(day).subtract({ years: age });
  const document = { kind, nationality, bornDay: dayOf(born), lastValidDay: day + validDays };
  return {
    direction,
    gate,
    day,
    traveller: { person: "", document, watch: "none" },
    guardian,
    vehicle: false,
    stay: direction === "out" ? stayOf(question, gate, day) : undefined,
    goods: goodsOf(question, zone),
  };
}

function goodsOf(
  { category, valueMinor = 0, indivisible = false }: VisitorQuestion,
  zone: Zone,
): GoodsLine | undefined {
  const found = zone.goods.find(({ code }) => code === category);
  if (found === undefined) return undefined;
  const [hs = ""] = found.headings;
  return { hs, category: found.code, quantity: 1, massGrams: 0, valueMinor, indivisible, facts: found.facts };
}

function stayOf({ daysInside = ASSUMED.daysInside }: VisitorQuestion, gate: string, day: number): Stay {
  const enteredDay = day - daysInside + 1;
  return { visit: "0", gate, enteredDay, lastDay: day, enteredAtMs: 0, document: "", nationality: "" };
}

function dayOf(date: Temporal.PlainDate): number {
  return Temporal.PlainDate.from("1970-01-01").until(date, { largestUnit: "days" }).days;
}
