import type { ValueType } from "../../ir/value-type.ts";
import { hintNear } from "../near.ts";
import { findMinorDigits } from "./currency.ts";
import { baseUnits, findBaseUnit } from "./quantity.ts";
import { accept, type Reading, refuse } from "./reading.ts";

const simple = ["boolean", "integer", "rate", "text", "country", "day", "moment"] as const;
const words = [...simple, "money", "quantity", "exchange", "code"];

/**
 * Reads a type as a file writes it: `money CNY`, `quantity g`, `code category`, `exchange EUR KZT`, `integer`.
 * A rate or exchange is over 1 until its figures are known.
 */
export function parseType(text: string): Reading<ValueType> {
  const [word = "", ...rest] = text.split(/ +/);
  const plain = simple.find((kind) => kind === word);
  if (plain !== undefined && rest.length === 0)
    return accept(plain === "rate" ? { kind: plain, over: 1 } : { kind: plain });
  if (word === "money" && rest.length === 1) return parseMoneyType(rest[0]!);
  if (word === "quantity" && rest.length === 1) return parseQuantityType(rest[0]!);
  if (word === "code" && rest.length === 1) return accept({ kind: "code", list: rest[0]! });
  if (word === "exchange" && rest.length === 2) return parseExchangeType(rest[0]!, rest[1]!);
  return refuse(words.includes(word) ? shapes(word) : `there is no such type${hintNear(word, words)}`);
}

function parseMoneyType(currency: string): Reading<ValueType> {
  const digits = findMinorDigits(currency);
  return digits === undefined
    ? refuse(`ISO 4217 has no currency "${currency}"`)
    : accept({ kind: "money", currency, digits });
}

function parseQuantityType(unit: string): Reading<ValueType> {
  if (baseUnits.includes(unit)) return accept({ kind: "quantity", unit });
  const base = findBaseUnit(unit);
  return refuse(base === undefined ? `the unit is to be one of ${baseUnits.join(", ")}` : `the base unit is "${base}"`);
}

function parseExchangeType(from: string, to: string): Reading<ValueType> {
  const wrong = [from, to].find((currency) => findMinorDigits(currency) === undefined);
  if (wrong !== undefined) return refuse(`ISO 4217 has no currency "${wrong}"`);
  return from === to ? refuse("the two currencies are the same") : accept({ kind: "exchange", from, to, over: 1 });
}

function shapes(word: string): string {
  const forms: { readonly [word: string]: string } = {
    money: "money CNY",
    quantity: "quantity g",
    code: "code category",
    exchange: "exchange EUR KZT",
  };
  return `"${forms[word] ?? word}" is expected`;
}

/** The type as a file writes it, for sentences. */
export function typeText(type: ValueType): string {
  switch (type.kind) {
    case "money":
      return `money ${type.currency}`;
    case "quantity":
      return `quantity ${type.unit}`;
    case "code":
      return `code ${type.list}`;
    case "exchange":
      return `exchange ${type.from} ${type.to}`;
    case "list":
      return `list of ${typeText(type.of)}`;
    default:
      return type.kind;
  }
}
