import type { Counters, Facts, Held, Outputs } from "../compile/decision.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import type { ValueType } from "../ir/value-type.ts";
import { findMinorDigits } from "../read/scalar/currency.ts";
import { dayText } from "../read/scalar/day.ts";

/** A value in the form a person writes it: readFacts gives the same value back. */
export type Written = boolean | number | string | readonly Written[];

/** Facts that are given, in the order of the file. */
export function presentFacts(rulebook: CheckedRulebook, facts: Facts): { readonly [name: string]: Written } {
  return Object.fromEntries(
    rulebook.facts.flatMap(({ name, type }) => {
      const value = facts[name];
      return value === undefined ? [] : [[name, presentValue(type, value)]];
    }),
  );
}

/** Counter values that are known, in the order of the file. */
export function presentCounters(rulebook: CheckedRulebook, counters: Counters): { readonly [name: string]: Written } {
  return Object.fromEntries(
    rulebook.counters.flatMap(({ name, type }) => {
      const value = counters[name];
      return value === undefined ? [] : [[name, presentValue(type, value)]];
    }),
  );
}

/** Outputs in the order of the file. */
export function presentOutputs(rulebook: CheckedRulebook, outputs: Outputs): { readonly [name: string]: Written } {
  const types = new Map(rulebook.rules.map(({ name, type }) => [name, type]));
  return Object.fromEntries(
    Object.entries(outputs).map(([name, value]) => [name, presentValue(types.get(name)!, value)]),
  );
}

/** One held value in its written form, exact: money in major units with all its digits, quantities in base units. */
export function presentValue(type: ValueType, value: Held | readonly Held[]): Written {
  if (Array.isArray(value)) {
    const of = type.kind === "list" ? type.of : type;
    return (value as readonly Held[]).map((each) => presentValue(of, each));
  }
  if (typeof value === "boolean") return value;
  switch (type.kind) {
    case "money":
      return presentDecimal(BigInt(value as number), type.digits);
    case "quantity":
      return `${value} ${type.unit}`;
    case "integer":
      return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    case "rate":
      return presentFraction(BigInt(value as number), BigInt(type.over));
    case "exchange": {
      const [from, to] = [type.from, type.to].map((currency) => 10n ** BigInt(findMinorDigits(currency)!));
      return presentFraction(BigInt(value as number) * from!, BigInt(type.over) * to!);
    }
    case "day":
      return dayText(Number(value));
    case "moment":
      return Temporal.Instant.fromEpochMilliseconds(Number(value)).toString();
    default:
      return String(value);
  }
}

/** An integer of minor units as a decimal number: 4950 with 2 digits is "49.50". */
export function presentDecimal(minor: bigint, digits: number): string {
  const sign = minor < 0n ? "-" : "";
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** A decimal fraction where there is one, else the two integers: "0.13", "2/37". */
function presentFraction(times: bigint, over: bigint): string {
  for (let digits = 0, scale = 1n; digits <= 12; digits++, scale *= 10n) {
    if ((times * scale) % over === 0n) return presentDecimal((times * scale) / over, digits);
  }
  return `${times}/${over}`;
}
