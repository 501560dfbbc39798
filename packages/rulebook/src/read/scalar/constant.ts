import type { ExchangeType, ValueType } from "../../ir/value-type.ts";
import { isCountry } from "./country.ts";
import { findMinorDigits } from "./currency.ts";
import { parseDay, parseMoment } from "./day.ts";
import { parseDecimal, parseInteger } from "./decimal.ts";
import { type Fraction, parseFraction, reduce } from "./fraction.ts";
import { parseQuantity } from "./quantity.ts";
import { accept, type Reading, refuse } from "./reading.ts";

/** Characters of a text value. */
export const maxTextLength = 200;
/** SQL holds integers in 64 bits. */
const most = 2n ** 63n - 1n;

/** The scale of a rate that is a fact or an output's expectation cannot vary: six decimals. */
export const rateFactOver = 1_000_000;

/** A written constant before rates are brought to the scale of their type. */
export type Constant =
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "integer"; readonly value: bigint }
  | { readonly kind: "fraction"; readonly value: Fraction }
  | { readonly kind: "string"; readonly value: string };

/** Reads a constant of a type, in the units it is held in. Whether a code is in its list is not checked here. */
export function parseConstant(type: ValueType, text: string): Reading<Constant> {
  switch (type.kind) {
    case "boolean":
      return text === "true" || text === "false"
        ? accept({ kind: "boolean", value: text === "true" })
        : refuse('"true" or "false" is expected');
    case "integer":
      return integer(parseInteger(text));
    case "money":
      return integer(parseDecimal(text, type.digits));
    case "quantity":
      return integer(parseQuantity(text, type.unit));
    case "rate":
      return fraction(parseFraction(text));
    case "exchange":
      return fraction(minorExchange(type, parseFraction(text)));
    case "day":
      return integer(parseDay(text));
    case "moment":
      return integer(parseMoment(text));
    case "country":
      return isCountry(text) ? string(text) : refuse("ISO 3166-1 has no such country");
    case "text":
      return text.length > maxTextLength ? refuse(`it is longer than ${maxTextLength} characters`) : string(text);
    case "code":
      return string(text);
    case "list":
      return refuse("a list is not written as one value");
  }
}

function integer(reading: Reading<bigint | number>): Reading<Constant> {
  if (!reading.ok) return reading;
  const value = BigInt(reading.value);
  return value >= -most && value <= most ? accept({ kind: "integer", value }) : refuse("it does not fit into 64 bits");
}

function fraction(reading: Reading<Fraction>): Reading<Constant> {
  return reading.ok ? accept({ kind: "fraction", value: reading.value }) : reading;
}

function string(value: string): Reading<Constant> {
  return accept({ kind: "string", value });
}

/** Units of `to` for one unit of `from`, as minor units for one minor unit. */
function minorExchange(type: ExchangeType, reading: Reading<Fraction>): Reading<Fraction> {
  if (!reading.ok) return reading;
  const up = 10n ** BigInt(findMinorDigits(type.to)!);
  const down = 10n ** BigInt(findMinorDigits(type.from)!);
  return accept(reduce(reading.value.times * up, reading.value.over * down));
}
