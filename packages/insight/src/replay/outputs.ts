import { type CheckedRulebook, isNumeric, type ValueType } from "@twinline/rulebook";
import type { Coded } from "./loop.ts";

/** Outputs of both rulebooks that are added up: money, quantities and integers. */
export function amountsOf(base: CheckedRulebook, reform: CheckedRulebook): readonly string[] {
  return common(base, reform).filter((name) => isNumeric(typeOf(base, name)));
}

/** Outputs of both rulebooks that are counted by their codes. */
export function codedOf(base: CheckedRulebook, reform: CheckedRulebook): readonly Coded[] {
  return common(base, reform).flatMap((name): Coded[] => {
    const type = typeOf(base, name);
    if (type.kind === "boolean") return [{ name, codes: [true, false] }];
    if (type.kind !== "code") return [];
    const codes = [base, reform].flatMap((rulebook) => codesIn(rulebook, type.list));
    return [{ name, codes: [...new Set(codes)] }];
  });
}

export function typeOf({ rules }: CheckedRulebook, output: string): ValueType {
  return rules.find(({ name }) => name === output)!.type;
}

function common(base: CheckedRulebook, reform: CheckedRulebook): readonly string[] {
  return base.outputs.filter((name) => reform.outputs.includes(name));
}

function codesIn({ codes }: CheckedRulebook, list: string): readonly string[] {
  return codes.find(({ name }) => name === list)?.values.map(({ code }) => code) ?? [];
}
