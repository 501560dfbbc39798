import { type Input, ModelInputError } from "./input.ts";
import { solveLinear } from "./linear-system.ts";
import type { Model } from "./model.ts";
import { squareMatrix, vector } from "./square.ts";

type Rows = readonly (readonly number[])[];
type World = {
  readonly trade: Rows;
  readonly before: Rows;
  readonly after: Rows;
  readonly demand: readonly number[];
  readonly supply: readonly number[];
  readonly substitution: readonly number[];
};

/** Rows of numbers that are all above a limit; the field is named where one is not. */
function rowsAbove(input: Input, name: string, size: number, limit: number, wanted: string): Rows {
  const rows = squareMatrix(input, name, size);
  for (const [i, row] of rows.entries())
    for (const [j, cell] of row.entries())
      if (!(cell >= limit)) throw new ModelInputError(`${name}[${i}][${j}]`, wanted);
  return rows;
}

const TARIFF_LEAST = -1 + Number.EPSILON;

function worldOf(input: Input, size: number): World {
  const tariff = (name: string): Rows => rowsAbove(input, name, size, TARIFF_LEAST, "a tariff above -1 is expected");
  return {
    trade: rowsAbove(input, "tradeMatrix", size, 0, "trade of 0 or more is expected"),
    before: tariff("tariffBefore"),
    after: tariff("tariffAfter"),
    demand: vector(input, "importDemandElasticity", size),
    supply: vector(input, "exportSupplyElasticity", size),
    substitution: vector(input, "substitutionElasticity", size),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function map(rows: Rows, cell: (value: number, i: number, j: number) => number): Rows {
  return rows.map((row, i) => row.map((value, j) => cell(value, i, j)));
}

/** Effect of the price of s in market j on what j buys from i: own elasticity where s is i, cross elasticity elsewhere. */
function responses({ trade, before, demand, substitution }: World): {
  theta: Rows;
  spent: readonly number[];
  effect: (i: number, s: number, j: number) => number;
} {
  const internal = map(trade, (value, i, j) => value * (1 + before[i]![j]!));
  const spent = demand.map((_, j) => sum(internal.map((row) => row[j]!)));
  const theta = map(internal, (value, _, j) => (spent[j] === 0 ? 0 : value / spent[j]!));
  const own = map(theta, (share, _, j) => share * demand[j]! - (1 - share) * substitution[j]!);
  const cross = map(theta, (share, _, j) => share * (demand[j]! + substitution[j]!));
  return { theta, spent, effect: (i, s, j) => (i === s ? own[i]![j]! : cross[s]![j]!) };
}

/** Price changes that clear every exporter's market: linear in the changes, so one system gives them exactly. */
function clearingPrices(
  world: World,
  relative: Rows,
  effect: (i: number, s: number, j: number) => number,
): readonly number[] {
  const { trade, supply } = world;
  const shares = trade.map((row) => row.map((value) => (sum(row) === 0 ? 0 : value / sum(row))));
  const regions = supply.map((_, index) => index);
  const response = (i: number, s: number): number => sum(regions.map((j) => shares[i]![j]! * effect(i, s, j)));
  const a = regions.map((i) => regions.map((s) => (i === s ? supply[i]! : 0) - response(i, s)));
  const b = regions.map((i) =>
    sum(regions.map((j) => shares[i]![j]! * sum(regions.map((s) => effect(i, s, j) * relative[s]![j]!)))),
  );
  return solveLinear(a, b, "tradeMatrix");
}

function surplus(spent: number, elasticity: number, change: number): number {
  return spent * (0.5 * elasticity * change ** 2 * Math.sign(change) - change);
}

/** Global simulation of a tariff change in one industry (Francois and Hall 2003, GSIM). */
export const gsim: Model = {
  name: "gsim",
  about: "Global simulation of a tariff change in one industry, n regions",
  compute: (input) => {
    const size = input.texts("regions").length;
    const world = worldOf(input, size);
    const { trade, before, after, demand, supply } = world;
    const { theta, spent, effect } = responses(world);
    const relative = map(trade, (_, i, j) => (1 + after[i]![j]!) / (1 + before[i]![j]!) - 1);
    const priceChange = clearingPrices(world, relative, effect);
    const regions = priceChange.map((_, index) => index);
    const quantityChange = map(trade, (value, i, j) =>
      value === 0 ? 0 : sum(regions.map((s) => effect(i, s, j) * (priceChange[s]! + relative[s]![j]!))),
    );
    const newTradeValue = map(trade, (value, i, j) => value * (1 + quantityChange[i]![j]!) * (1 + priceChange[i]!));
    const compositePriceChange = regions.map((j) =>
      sum(regions.map((i) => theta[i]![j]! * ((1 + priceChange[i]!) * (1 + relative[i]![j]!) - 1))),
    );
    const tariffRevenueChange = regions.map((j) =>
      sum(regions.map((i) => newTradeValue[i]![j]! * after[i]![j]! - trade[i]![j]! * before[i]![j]!)),
    );
    const consumerSurplusChange = regions.map((j) => surplus(spent[j]!, demand[j]!, compositePriceChange[j]!));
    const producerSurplusChange = regions.map(
      (i) => sum(trade[i]!) * priceChange[i]! * (1 + 0.5 * supply[i]! * priceChange[i]!),
    );
    const netWelfare = regions.map(
      (r) => tariffRevenueChange[r]! + consumerSurplusChange[r]! + producerSurplusChange[r]!,
    );
    return {
      priceChange,
      quantityChange,
      newTradeValue,
      compositePriceChange,
      tariffRevenueChange,
      consumerSurplusChange,
      producerSurplusChange,
      netWelfare,
    };
  },
};
