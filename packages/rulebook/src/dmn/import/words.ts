import { findReservation, namePattern } from "../../parse/words.ts";
import type { FeelNumber } from "../feel/number.ts";
import { numberText } from "../feel/number.ts";

/** A name of the model as our language can declare it, else `otherwise`. */
export function identifierOf(name: string, otherwise: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/(?<=[a-z])(?=[A-Z])/g, "_")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "")
    .slice(0, 40);
  return namePattern.test(plain) && findReservation(plain) === undefined ? plain : otherwise;
}

/** The name of the parameter that a figure in a cell becomes: "age_18". */
export function parameterName(column: string, figure: FeelNumber): string {
  const digits = numberText(figure).replace("-", "minus_").replace(".", "_");
  return `${column.slice(0, 39 - digits.length)}_${digits}`;
}
