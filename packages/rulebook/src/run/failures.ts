import type { Decision, Held } from "../compile/decision.ts";
import { presentValue } from "../facts/present-facts.ts";
import type { Because, Example } from "../ir/example.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import { isNumeric, type Value, type ValueType } from "../ir/value-type.ts";
import { dayText } from "../read/scalar/day.ts";

/** Sentences, without their full stop, on all that a decision lacks of what its test expects. */
export function findFailures(rulebook: CheckedRulebook, test: Example, decision: Decision): string[] {
  const { expect } = test;
  if (decision.kind === "unanswerable") {
    const told = `it is unanswerable: ${decision.reason} "${decision.name}"`;
    return expect.kind === "unanswerable" && expect.reason === decision.reason ? [] : [told];
  }
  if (expect.kind === "unanswerable") return [`unanswerable: ${expect.reason} is expected, it is decided`];
  const outputs = expect.outputs.flatMap(({ name, value }) => {
    const type = rulebook.rules.find((rule) => rule.name === name)!.type;
    const given = decision.outputs[name]!;
    return isSame(type, value, given) ? [] : [`"${name}" is ${show(type, given)}, ${show(type, value)} is expected`];
  });
  const causes = test.because.flatMap((because) => {
    const failure = findCause(rulebook, because, decision);
    return failure === undefined ? [] : [failure];
  });
  return [...outputs, ...causes];
}

type Decided = Extract<Decision, { kind: "decided" }>;

function findCause(rulebook: CheckedRulebook, because: Because, { trace }: Decided): string | undefined {
  switch (because.kind) {
    case "row": {
      const rows = [trace.rows[rulebook.rules.findIndex(({ name }) => name === because.rule)] ?? 0].flat();
      return rows.includes(because.row)
        ? undefined
        : `"${because.rule}" hit row ${rows.join(" and ") || "none"}, row ${because.row} is expected`;
    }
    case "counter": {
      const index = rulebook.counters.findIndex(({ name }) => name === because.name);
      const { type } = rulebook.counters[index]!;
      const value = trace.counters[index];
      if (value !== undefined && isSame(type, because.value, value)) return undefined;
      return `counter "${because.name}" is ${value === undefined ? "unknown" : show(type, value)}, ${show(type, because.value)} is expected`;
    }
    case "version": {
      const from = versionInForce(rulebook, because.name, trace.versions);
      if (from === because.from) return undefined;
      return `"${because.name}" is of ${from === undefined ? "no version" : dayText(from)}, ${dayText(because.from)} is expected`;
    }
  }
}

function versionInForce(
  rulebook: CheckedRulebook,
  name: string,
  inForce: Decided["trace"]["versions"],
): number | undefined {
  const parameter = rulebook.parameters.findIndex((each) => each.name === name);
  if (parameter >= 0) return rulebook.parameters[parameter]!.versions[inForce.parameters[parameter]!]?.from;
  const rule = rulebook.rules.findIndex((each) => each.name === name);
  return rulebook.rules[rule]?.versions[inForce.rules[rule]!]?.from;
}

function isSame(type: ValueType, expected: Value | readonly Value[], given: Held | readonly Held[]): boolean {
  if (Array.isArray(expected) || Array.isArray(given)) {
    const of = type.kind === "list" ? type.of : type;
    const [left, right] = [[expected].flat() as Value[], [given].flat() as Held[]];
    return left.length === right.length && left.every((value, index) => isSame(of, value, right[index]!));
  }
  if (isNumeric(type)) return BigInt(expected as number) === BigInt(given as number);
  return expected === given;
}

function show(type: ValueType, value: Value | Held | readonly (Value | Held)[]): string {
  return JSON.stringify(presentValue(type, value));
}
