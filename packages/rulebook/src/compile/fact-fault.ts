import type { Counter } from "../ir/counter.ts";
import type { UnanswerableReason } from "../ir/example.ts";
import type { Fact } from "../ir/fact.ts";
import { type Bounds, isSafe, toBigInt } from "../ir/integer.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import { maxTextLength } from "../read/scalar/constant.ts";
import { isCountry } from "../read/scalar/country.ts";
import { dayLength, firstDay, lastDay } from "../read/scalar/day.ts";
import type { Held } from "./decision.ts";

/** Bounds of a number fact whose type brings them: days and moments end with the calendar a rulebook may speak of. */
export function boundsOf(fact: Fact): Bounds {
  if (fact.range) return fact.range;
  if (fact.type.kind === "day") return { min: firstDay, max: lastDay };
  if (fact.type.kind === "moment") return { min: firstDay * dayLength, max: (lastDay + 1) * dayLength - 1 };
  return { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };
}

/** Why a fact's value cannot be used, or undefined when it can. */
export function factFault(rulebook: CheckedRulebook, fact: Fact, value: unknown): UnanswerableReason | undefined {
  if (value === undefined) return fact.optional ? undefined : "missing-fact";
  switch (fact.type.kind) {
    case "boolean":
      return typeof value === "boolean" ? undefined : "out-of-range";
    case "text":
      return typeof value === "string" && value.length <= maxTextLength ? undefined : "out-of-range";
    case "country":
      return typeof value === "string" && isCountry(value) ? undefined : "unknown-code";
    case "code":
      return codesOf(rulebook, fact.type.list).some((code) => code === value) ? undefined : "unknown-code";
    default:
      return isWithin(value, boundsOf(fact)) ? undefined : "out-of-range";
  }
}

/** Why a counter's value cannot be used, or undefined when it can. */
export function counterFault(counter: Counter, value: unknown): UnanswerableReason | undefined {
  if (value === undefined) return "counter-unavailable";
  return isWithin(value, counter.range) ? undefined : "out-of-range";
}

/** The codes of a list, in the order of the file. */
export function codesOf(rulebook: CheckedRulebook, list: string): readonly string[] {
  return rulebook.codes.find(({ name }) => name === list)!.values.map(({ code }) => code);
}

function isWithin(value: unknown, bounds: Bounds): value is Held {
  if (!Number.isSafeInteger(value) && (typeof value !== "bigint" || isSafe(bounds))) return false;
  const exact = BigInt(value as bigint | number);
  return exact >= toBigInt(bounds.min) && exact <= toBigInt(bounds.max);
}
