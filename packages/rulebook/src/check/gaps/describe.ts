import { toBigInt } from "../../ir/integer.ts";
import type { ValueType } from "../../ir/value-type.ts";
import { dayText } from "../../read/scalar/day.ts";
import { reduce } from "../../read/scalar/fraction.ts";
import { intervalOf } from "../interval.ts";
import { missing } from "./assignment.ts";
import type { Atom, Dimension } from "./atoms.ts";

/** An atom in words: `category "crew"`, `age < 14`, `permit missing`; undefined when it is every value. */
export function describeAtom({ column, name }: Dimension, atom: Atom): string | undefined {
  const { type } = column.of;
  if (atom.value === missing) return `${name} missing`;
  if (atom.others === true) return `any other ${name}`;
  if (typeof atom.value === "boolean") return `${name} ${atom.value}`;
  if (typeof atom.value === "string") return `${name} "${atom.value}"`;
  const value = atom.value as bigint;
  const { min, max } = column.of.kind === "parameter" ? { min: value, max: value } : intervalOf(column.of);
  const to = atom.to ?? value;
  if (value === to) return `${name} = ${valueText(type, value)}`;
  if (value === min && to === max) return undefined;
  if (value === min) return `${name} < ${valueText(type, to + 1n)}`;
  if (to === max) return `${name} >= ${valueText(type, value)}`;
  return `${name} in [${valueText(type, value)}..${valueText(type, to)}]`;
}

/** A held integer as an author would write it. */
export function valueText(type: ValueType, value: bigint): string {
  switch (type.kind) {
    case "money":
      return decimalText(value, type.digits);
    case "quantity":
      return `${value} ${type.unit}`;
    case "day":
      return dayText(Number(value));
    case "moment":
      return Temporal.Instant.fromEpochMilliseconds(Number(value)).toString();
    case "rate": {
      const { times, over } = reduce(value, toBigInt(type.over));
      return over === 1n ? `${times}` : `${times}/${over}`;
    }
    default:
      return `${value}`;
  }
}

function decimalText(value: bigint, digits: number): string {
  const sign = value < 0n ? "-" : "";
  const text = (value < 0n ? -value : value).toString().padStart(digits + 1, "0");
  const [whole, fraction] = [text.slice(0, text.length - digits), text.slice(text.length - digits)];
  return /^0*$/.test(fraction) ? sign + whole : `${sign}${whole}.${fraction}`;
}

/** `a`, `a with b`, `a with b and c`. */
export function joinWords(parts: readonly string[]): string {
  const [first = "any case", ...rest] = parts;
  if (rest.length === 0) return first;
  return `${first} with ${rest.slice(0, -1).join(", ")}${rest.length > 1 ? " and " : ""}${rest.at(-1)}`;
}
