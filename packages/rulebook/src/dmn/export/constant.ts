import { presentValue } from "../../facts/present-facts.ts";
import type { Value, ValueType } from "../../ir/value-type.ts";
import { quote } from "../feel/strings.ts";
import { noForm } from "../problem.ts";

/**
 * A constant as FEEL: money in major units, quantities in base units, a rate as a decimal. FEEL has no fractions
 * and rounds 2/37 to 34 digits, so a rate without a decimal form is refused.
 */
export function constantText(type: ValueType, value: Value): string {
  switch (type.kind) {
    case "boolean":
    case "integer":
    case "quantity":
      return String(value);
    case "text":
    case "code":
    case "country":
      return quote(String(value));
    case "day":
      return `date("${presentValue(type, value)}")`;
    case "money":
    case "rate":
    case "exchange":
      return decimalText(String(presentValue(type, typeof value === "string" ? BigInt(value) : value)));
    default:
      return noForm(`a constant of type ${type.kind}`);
  }
}

function decimalText(written: string): string {
  if (written.includes("/")) noForm(`the fraction ${written}, which has no decimal form`);
  return written.includes(".") ? written.replace(/\.?0+$/, "") : written;
}
