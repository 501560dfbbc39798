import { add, compareNumbers, digitsMax, type FeelNumber, negate, sizeOf } from "../feel/number.ts";
import { equals, type FeelValue, isContext, isList, isNumber } from "../feel/value.ts";
import type { Expected } from "./written-value.ts";

/**
 * From this many decimal places on, a written number is taken as rounded, and a difference below 1e-8 is forgiven:
 * the kit's own runner forgives it for every number, and some of its figures came out of doubles (0008, 0009).
 * A result that fills all digits of decimal128 was rounded itself (1/3 * 3), and is forgiven too. Else the number is exact.
 */
const roundedPlacesMin = 8;
const forgiven: FeelNumber = { kind: "number", coefficient: 1n, exponent: -8 };

/** Whether a result is what a test expects. */
export function agrees(value: FeelValue, expected: Expected): boolean {
  switch (expected.kind) {
    case "null":
      return value === null;
    case "number":
      return isNumber(value) && agreesNumber(value, expected.value, expected.written);
    case "value":
      return equals(value, expected.value);
    case "list":
      return (
        isList(value) &&
        value.length === expected.items.length &&
        expected.items.every((item, at) => agrees(value[at]!, item))
      );
    case "context":
      return (
        isContext(value) &&
        value.size === expected.entries.size &&
        [...expected.entries].every(([name, each]) => value.has(name) && agrees(value.get(name)!, each))
      );
    case "other":
      return false;
  }
}

function agreesNumber(value: FeelNumber, expected: FeelNumber, written: string): boolean {
  if (compareNumbers(value, expected) === 0) return true;
  const places = /\.(\d+)/.exec(written)?.[1]?.length ?? 0;
  const isRounded = sizeOf(value.coefficient) >= digitsMax || (places >= roundedPlacesMin && !/[eE]/.test(written));
  if (!isRounded) return false;
  const difference = add(value, negate(expected));
  const size = difference.coefficient < 0n ? negate(difference) : difference;
  return compareNumbers(size, forgiven) < 0;
}
