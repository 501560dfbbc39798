import type { Integer } from "./integer.ts";

/**
 * The type of a value. How values are held: boolean as boolean; integer, money (minor units), quantity (base
 * units), day (days since 1970-01-01) and moment (milliseconds) as an integer; text, code and country as a string.
 * A rate or exchange is held as the integer numerator over the constant `over` of its type, so that rates of
 * any date compare and add as integers: 13% of a parameter that is also 2/37 once is 481 over 3700.
 */
export type ValueType =
  | { readonly kind: "boolean" }
  | { readonly kind: "integer" }
  | MoneyType
  | QuantityType
  | RateType
  | ExchangeType
  | { readonly kind: "text" }
  | CodeType
  | { readonly kind: "country" }
  | { readonly kind: "day" }
  | { readonly kind: "moment" }
  | ListType;

/** ISO 4217 code and the number of digits of its minor unit. */
export type MoneyType = { readonly kind: "money"; readonly currency: string; readonly digits: number };

/** `unit` is a base unit: g, ml, piece, … */
export type QuantityType = { readonly kind: "quantity"; readonly unit: string };

export type RateType = { readonly kind: "rate"; readonly over: Integer };

/** Minor units of `to` for one minor unit of `from`, over `over`. */
export type ExchangeType = {
  readonly kind: "exchange";
  readonly from: string;
  readonly to: string;
  readonly over: Integer;
};

export type CodeType = { readonly kind: "code"; readonly list: string };

/** Only the output of a `collect list` table; no expression reads it. */
export type ListType = { readonly kind: "list"; readonly of: Exclude<ValueType, ListType> };

/** A value as compiled rules see it, except that an integer beyond 2^53 is a bigint there and a string here. */
export type Value = boolean | Integer;

const numeric = new Set<ValueType["kind"]>(["integer", "money", "quantity", "rate", "exchange", "day", "moment"]);

/** Whether values of the type are held as integers, and so have bounds. */
export function isNumeric(type: ValueType): boolean {
  return numeric.has(type.kind);
}
