import type { CheckedRulebook, Figure, Parameter } from "@twinline/rulebook";
import type { DecisionRecord } from "../spine/decision.ts";
import type { MeterRow } from "../zones/zone.ts";

/** One limit as a meter, in the unit's base: used before, used by this passage, free. */
export type MeterReading = Pick<MeterRow, "name" | "unit" | "label"> & {
  readonly cap: number;
  readonly before: number;
  readonly now: number;
  readonly left: number;
};

/**
 * Reads a meter off the decisions of one passage: the first says what was used before, their outputs what this passage
 * uses. Undefined when the rulebook says no cap on that law date.
 */
export function readMeter(
  rulebook: Pick<CheckedRulebook, "parameters">,
  { name, unit, label, used, cap, output }: MeterRow,
  decisions: readonly DecisionRecord[],
  counted: boolean,
): MeterReading | undefined {
  const [first] = decisions;
  const limit = first === undefined ? undefined : figureOf(rulebook, cap, first);
  const before = integerOf(first?.counters[used] ?? first?.facts[used]);
  if (limit === undefined || before === undefined) return undefined;
  const now = output === undefined || !counted ? 0 : sum(decisions.map(({ outputs }) => outputs[output]));
  return { name, unit, label, cap: limit, before, now, left: Math.max(0, limit - before - now) };
}

/** The figure of a parameter in force on the decision's law date, by the key's value among its facts. */
export function figureOf(
  { parameters }: Pick<CheckedRulebook, "parameters">,
  name: string,
  { law, facts }: Pick<DecisionRecord, "law" | "facts">,
): number | undefined {
  const parameter = parameters.find((one) => one.name === name);
  const version = parameter?.versions.findLast(({ from }) => from <= law);
  if (parameter === undefined || version === undefined) return undefined;
  const key = keyOf(parameter, facts);
  const figure: Figure | undefined = version.keyed.find((one) => one.key === key)?.figure ?? version.other;
  return figure?.kind === "known" ? integerOf(figure.value) : undefined;
}

function keyOf({ by }: Parameter, facts: DecisionRecord["facts"]): string | undefined {
  const value = by === undefined ? undefined : facts[by];
  return typeof value === "string" ? value : undefined;
}

function integerOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
}

function sum(values: readonly unknown[]): number {
  return values.reduce((total: number, value) => total + (integerOf(value) ?? 0), 0);
}
