import { ModelInputError } from "../models/input.ts";
import { hasNumbers, withNumbers } from "./field-path.ts";

/** What is not known exactly: a field of the input, and between what its numbers may lie, or be multiplied by. */
export type Range = {
  readonly field: string;
  readonly low: number;
  readonly high: number;
  readonly kind: "value" | "factor";
};

/** Elasticities and slopes from half to one and a half of what was given: ours, where the user names no ranges. */
const HALF_AS_MUCH = [0.5, 1.5] as const;

const usual: { readonly [model: string]: readonly string[] } = {
  smart: ["importDemandElasticity", "substitutionElasticity"],
  gsim: ["importDemandElasticity", "exportSupplyElasticity", "substitutionElasticity"],
  "viner-customs-union": ["demand.slope", "supply.slope"],
  "revenue-cascade": ["exporterSubstitution", "importDemand"],
};

/** The result that a sensitivity of the model is told for, unless another is named. */
export const usualOutput: { readonly [model: string]: string } = {
  smart: "marketEffect",
  gsim: "netWelfare[0]",
  "viner-customs-union": "netWelfareChange",
  "revenue-cascade": "change.total",
};

/** The ranges tried for a model when none are given: its usual ones, as far as the input has their fields. */
export function usualRanges(model: string, input: unknown): readonly Range[] {
  const [low, high] = HALF_AS_MUCH;
  return (usual[model] ?? [])
    .filter((field) => hasNumbers(input, field))
    .map((field) => ({ field, low, high, kind: "factor" }));
}

/** The input with one field at a share of its range: 0 the low end, 1 the high one. */
export function atShare(input: unknown, { field, low, high, kind }: Range, share: number): unknown {
  if (!(low <= high)) throw new ModelInputError(field, "a range with low up to high is expected");
  const at = low + (high - low) * share;
  return withNumbers(input, field, (given) => (kind === "value" ? at : given * at));
}
