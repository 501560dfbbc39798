import type { Decide, Held } from "../../compile/decision.ts";
import type { CheckedRulebook } from "../../ir/rulebook.ts";
import type { ValueType } from "../../ir/value-type.ts";
import { dayText } from "../../read/scalar/day.ts";
import type { GeneratedInput } from "../../testing/generated-inputs.ts";
import { makeNumber, zero } from "../feel/number.ts";
import { equals, type FeelValue, valueText } from "../feel/value.ts";
import type { DmnModel } from "../model/load.ts";
import { DmnError } from "../problem.ts";

/** What a decision of the rulebook became in the model that was exported and read again. */
export type Comparison = "same" | "no answer" | string;

/** Decides by the rulebook and by the model; a text other than "same" and "no answer" is a difference. */
export function compareDecisions(
  rulebook: CheckedRulebook,
  decide: Decide,
  model: DmnModel,
  input: GeneratedInput,
): readonly Comparison[] {
  const decision = decide(input.facts, input.counters, input.days);
  if (decision.kind === "unanswerable") return [];
  const inputs = toDmnInputs(rulebook, input);
  return Object.entries(decision.outputs).map(([name, held]) => {
    const type = rulebook.rules.find((rule) => rule.name === name)!.type;
    const expected = toFeel(type, held);
    const exported = model.decisions.get(name);
    if (exported?.kind !== "ready") return `${name}: ${exported?.reason ?? "is not there"}`;
    try {
      const value = exported.decide(inputs);
      return equals(value, expected) ? "same" : `${name}: ${valueText(expected)} became ${valueText(value)}`;
    } catch (error) {
      if (error instanceof DmnError && error.id === "dmn/no-answer") return "no answer";
      throw error;
    }
  });
}

/** Facts and counters as DMN input; a missing fact is null. */
export function toDmnInputs(
  rulebook: CheckedRulebook,
  { facts, counters, days }: GeneratedInput,
): Map<string, FeelValue> {
  const inputs = new Map<string, FeelValue>([["legal_day", toFeel({ kind: "day" }, days.legal)]]);
  for (const { name, type } of rulebook.facts) inputs.set(name, toFeel(type, facts[name]));
  for (const { name, type } of rulebook.counters) inputs.set(name, toFeel(type, counters[name]));
  return inputs;
}

function toFeel(type: ValueType, held: Held | readonly Held[] | undefined): FeelValue {
  if (held === undefined) return null;
  if (Array.isArray(held)) return held.map((each: Held) => toFeel(type.kind === "list" ? type.of : type, each));
  if (typeof held === "boolean" || typeof held === "string") return held;
  if (type.kind === "day") return Temporal.PlainDate.from(dayText(Number(held)));
  if (typeof held === "number" && !Number.isInteger(held)) return zero;
  const digits = type.kind === "money" ? type.digits : 0;
  if (type.kind !== "rate") return makeNumber(BigInt(held as number), -digits);
  return makeNumber((BigInt(held as number) * 10n ** 12n) / BigInt(type.over), -12);
}
