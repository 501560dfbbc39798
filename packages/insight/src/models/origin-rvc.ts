import figures from "./figures.json" with { type: "json" };
import { type Input, ModelInputError } from "./input.ts";
import type { Model, Result } from "./model.ts";

const PERCENT = 100;
/** Percent by which a share may miss its limit and still meet it: the rounding of doubles, not of the law. */
const ROUNDING = 1e-9;
const methods = ["buildDown", "buildUp", "netCost", "cumulation", "maximumNonOriginating", "deMinimis"] as const;

function share(part: number, whole: number, name: string): number {
  if (whole === 0) throw new ModelInputError(name, "it is 0, and a share of nothing does not exist");
  return (part * PERCENT) / whole;
}

function sumOf(input: Input, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + input.number(name, 0), 0);
}

function qualifyingValue(input: Input): number {
  const donor = Math.min(
    input.number("donorMaterials", 0),
    input.number("donorCapShare", 0) * input.number("appraisedValue"),
  );
  return sumOf(input, ["localMaterials", "beneficiaryMaterials", "directCosts"]) + donor;
}

function content(input: Input, method: (typeof methods)[number]): Record<string, number> {
  if (method === "cumulation") {
    const value = qualifyingValue(input);
    return {
      qualifyingValue: value,
      regionalValueContent: share(value, input.number("appraisedValue"), "appraisedValue"),
    };
  }
  const whole = method === "netCost" ? "netCost" : "fobValue";
  const base = input.number(whole);
  const part =
    method === "buildUp"
      ? sumOf(input, ["originatingMaterials", "directLabour", "directOverhead", "profit", "otherCosts"])
      : base - input.number("nonOriginatingMaterials");
  return { regionalValueContent: share(part, base, whole) };
}

function deMinimis(input: Input): Record<string, Result> {
  const byWeight = input.oneOf("basis", ["value", "weight"], "value") === "weight";
  const [part, whole] = byWeight
    ? (["nonQualifyingWeight", "goodWeight"] as const)
    : (["nonQualifyingMaterials", "fobValue"] as const);
  const nonQualifyingShare = share(input.number(part), input.number(whole), whole);
  return {
    nonQualifyingShare,
    qualifies: nonQualifyingShare <= input.number("threshold", figures.rcep.deMinimisPercent.value) + ROUNDING,
  };
}

/** Tests of origin by value: RCEP articles 3.5 and 3.7, cumulation as in the Caribbean Basin rules, European share rule. */
export const originRvc: Model = {
  name: "origin-rvc",
  about: "Regional value content and related tests of origin for a good",
  compute: (input) => {
    const method = input.oneOf("method", methods);
    if (method === "deMinimis") return deMinimis(input);
    if (method === "maximumNonOriginating") {
      const nonOriginatingShare = share(
        input.number("nonOriginatingMaterials"),
        input.number("exWorksPrice"),
        "exWorksPrice",
      );
      return { nonOriginatingShare, qualifies: nonOriginatingShare <= input.number("threshold") + ROUNDING };
    }
    const found = content(input, method);
    return { ...found, qualifies: found.regionalValueContent! >= input.number("threshold") - ROUNDING };
  },
};
