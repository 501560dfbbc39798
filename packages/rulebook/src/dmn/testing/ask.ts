import { parseDate } from "../feel/date.ts";
import { parseNumber } from "../feel/number.ts";
import { type FeelValue, valueText } from "../feel/value.ts";
import { loadDmn } from "../model/load.ts";
import { DmnError } from "../problem.ts";
import { type SmallModel, smallModel } from "./small-model.ts";

/** Plain data as FEEL: a number, a day as "2025-06-01" under `@`, lists and objects. */
export function feel(value: unknown): FeelValue {
  if (typeof value === "number") return parseNumber(String(value))!;
  if (typeof value === "string" && value.startsWith("@")) return parseDate(value.slice(1))!;
  if (Array.isArray(value)) return value.map(feel);
  if (typeof value !== "object" || value === null) return value as FeelValue;
  return new Map(Object.entries(value).map(([name, each]) => [name, feel(each)]));
}

/** The last decision's value as FEEL text, or why there is none: "outside the profile: …" or "no answer: …". */
export function ask(model: SmallModel | string, inputs: { readonly [name: string]: unknown } = {}): string {
  const loaded = loadDmn(typeof model === "string" ? model : smallModel(model));
  if (loaded.kind === "refused") return loaded.reason;
  const last = [...loaded.decisions.values()].at(-1)!;
  if (last.kind === "refused") return last.reason;
  try {
    return valueText(last.decide(new Map(Object.entries(inputs).map(([name, value]) => [name, feel(value)]))));
  } catch (error) {
    if (error instanceof DmnError && error.id === "dmn/no-answer") return `no answer: ${error.reason}`;
    throw error;
  }
}

/** One FEEL expression over inputs whose types are their values'. */
export function askFeel(text: string, inputs: { readonly [name: string]: unknown } = {}, types = {}): string {
  const typeOf = (value: unknown) => (typeof value === "string" && value.startsWith("@") ? "date" : typeof value);
  const given = Object.entries(inputs).map(([name, value]) => [name, typeOf(value)]);
  return ask({ inputs: { ...Object.fromEntries(given), ...types }, decisions: { result: { is: text } } }, inputs);
}
