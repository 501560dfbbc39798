import { copeland, type MeanName, means, weightedMean } from "./aggregation.ts";
import { type Input, ModelInputError } from "./input.ts";
import { componentWeights } from "./principal-component.ts";
import type { Maybe } from "./statistics.ts";

/** An indicator or group as a child of the group `parent`; `parent` null is the top. */
export type Child = { readonly code: string; readonly parent: string | null; readonly weight: number };
export type Columns = ReadonlyMap<string, readonly Maybe[]>;

/** How children become their parent; weights are those given, all equal, or from the first principal component. */
export type Aggregation = {
  readonly method: MeanName | "copeland";
  readonly weights: "given" | "equal" | "principalComponent";
};

export function aggregationOf(options: Input): Aggregation {
  return {
    method: options.oneOf("method", [...means, "copeland"]),
    weights: options.oneOf("weights", ["given", "equal", "principalComponent"], "given"),
  };
}

/** From the bottom up to the one group without a parent; a column over the units for each. */
export function aggregate(
  code: string,
  columns: Columns,
  children: { readonly indicators: readonly Child[]; readonly groups: readonly Child[] },
  aggregation: Aggregation,
  depth = 0,
): readonly Maybe[] {
  const { indicators, groups } = children;
  if (depth > groups.length) throw new ModelInputError("groups", "groups without a circle are expected");
  const below = indicators
    .filter(({ parent }) => parent === code)
    .map((one) => ({ weight: one.weight, column: columns.get(one.code) ?? [] }));
  const inner = groups
    .filter(({ parent }) => parent === code)
    .map((one) => ({ weight: one.weight, column: aggregate(one.code, columns, children, aggregation, depth + 1) }));
  const all = [...below, ...inner];
  const units = columns.values().next().value?.length ?? 0;
  const weights = weightsOf(code, all, aggregation);
  if (aggregation.method === "copeland") return outranked(code, all, weights, units);
  const { method } = aggregation;
  return Array.from({ length: units }, (_, unit) =>
    weightedMean(
      method,
      all.map(({ column }) => column[unit] ?? null),
      weights,
    ),
  );
}

type Weighted = { readonly weight: number; readonly column: readonly Maybe[] };

function weightsOf(code: string, all: readonly Weighted[], { weights }: Aggregation): readonly number[] {
  if (weights === "given") return all.map(({ weight }) => weight);
  if (weights === "equal") return all.map(() => 1);
  const found = componentWeights(all.map(({ column }) => column));
  if (all.length > 0 && found === undefined)
    throw new ModelInputError("aggregate.weights", `three complete units below "${code}" that differ are expected`);
  return found ?? [];
}

function outranked(
  code: string,
  all: readonly Weighted[],
  weights: readonly number[],
  units: number,
): readonly Maybe[] {
  const rows = Array.from({ length: units }, (_, unit) => all.map(({ column }) => column[unit] ?? null));
  if (rows.some((row) => row.includes(null)))
    throw new ModelInputError("options.impute", `no missing values below "${code}" are expected for copeland`);
  return copeland(rows as readonly (readonly number[])[], weights);
}
