import { add, compareNumbers, type FeelNumber } from "../feel/number.ts";
import { equals, type FeelValue, isNumber } from "../feel/value.ts";
import { noAnswer, outside } from "../problem.ts";

/** Hit policies of DMN 1.5, 8.2.10, as written in XML, the aggregations of COLLECT after it. */
export const policies = [
  "UNIQUE",
  "FIRST",
  "ANY",
  "PRIORITY",
  "OUTPUT ORDER",
  "RULE ORDER",
  "COLLECT",
  "COLLECT SUM",
  "COLLECT MIN",
  "COLLECT MAX",
  "COLLECT COUNT",
] as const;
export type Policy = (typeof policies)[number];

/** One output of a rule that holds, with the importance of each of its ordered columns, 0 the greatest. */
export type Hit = { readonly value: FeelValue; readonly rank: readonly number[] };

export function readPolicy(hitPolicy: string | undefined, aggregation: string | undefined): Policy {
  const written = [hitPolicy ?? "UNIQUE", ...(aggregation === undefined ? [] : [aggregation])].join(" ");
  return policies.find((policy) => policy === written) ?? outside(`the hit policy "${written}"`);
}

/** Whether the result is a list of the rules' outputs. */
export function givesList(policy: Policy): boolean {
  return policy === "COLLECT" || policy === "RULE ORDER" || policy === "OUTPUT ORDER";
}

/** Joins the outputs of at least one rule; no answer where the standard's own words leave more than one. */
export function joinHits(policy: Policy, hits: readonly Hit[]): FeelValue {
  const values = hits.map((hit) => hit.value);
  switch (policy) {
    case "UNIQUE":
      return hits.length === 1 ? values[0]! : noAnswer("a UNIQUE table where several rules hold");
    case "FIRST":
      return values[0]!;
    case "ANY":
      return values.every((each) => equals(each, values[0]!)) ? values[0]! : noAnswer("an ANY table with two outputs");
    case "PRIORITY":
      return sorted(hits)[0]!.value;
    case "OUTPUT ORDER":
      return sorted(hits).map((hit) => hit.value);
    case "RULE ORDER":
    case "COLLECT":
      return values;
    default:
      return aggregate(policy, values);
  }
}

/** Rules of equal importance must agree, or their order would be a guess. */
function sorted(hits: readonly Hit[]): readonly Hit[] {
  const ordered = hits.toSorted((a, b) => compareRanks(a.rank, b.rank));
  const isTie = ordered.some((hit, at) => {
    const before = ordered[at - 1];
    return before && compareRanks(before.rank, hit.rank) === 0 && !equals(before.value, hit.value);
  });
  return isTie ? noAnswer("outputs of one priority that differ") : ordered;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, index) => rank !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

function aggregate(policy: Policy, values: readonly FeelValue[]): FeelValue {
  const numbers = values.filter(isNumber);
  if (numbers.length < values.length) return noAnswer(`${policy} of null`);
  if (policy === "COLLECT MIN") return numbers.reduce((a, b) => (compareNumbers(a, b) <= 0 ? a : b));
  if (policy === "COLLECT MAX") return numbers.reduce((a, b) => (compareNumbers(a, b) >= 0 ? a : b));
  if (policy === "COLLECT SUM") return numbers.reduce((a: FeelNumber, b) => add(a, b));
  return { kind: "number", coefficient: BigInt(numbers.length), exponent: 0 };
}
