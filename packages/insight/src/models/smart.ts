import { type Input, ModelInputError } from "./input.ts";
import type { Model } from "./model.ts";

/** From here on the supply elasticity counts as infinite, as in the SMART tool. */
const INFINITE_FROM = 99;

type Flow = {
  readonly partner: string;
  readonly value: number;
  readonly before: number;
  readonly after: number;
  readonly change: number;
};

function flows(input: Input): readonly Flow[] {
  return input.objects("imports").map((one) => {
    const before = one.number("tariffBefore");
    const after = one.number("tariffAfter");
    for (const [name, tariff] of [
      ["tariffBefore", before],
      ["tariffAfter", after],
    ] as const)
      if (tariff <= -1) throw new ModelInputError(one.at(name), "a tariff above -1 is expected");
    return {
      partner: one.text("partner"),
      value: one.number("value"),
      before,
      after,
      change: (1 + after) / (1 + before) - 1,
    };
  });
}

function claimed(flow: Flow, rest: number, elasticity: number, formula: "jammesOlarreaga" | "lairdYeats"): number {
  if (rest === 0 || flow.after >= flow.before) return 0;
  const strength = elasticity * Math.abs(flow.change);
  const both = flow.value + rest;
  return formula === "jammesOlarreaga"
    ? ((flow.value * rest) / both) * strength
    : (flow.value * rest * strength) / (both + flow.value * strength);
}

/** What the favoured gain the others lose, in proportion to their trade; never more than they have. */
function diversions(
  all: readonly Flow[],
  elasticity: number,
  formula: "jammesOlarreaga" | "lairdYeats",
): readonly number[] {
  const favoured = (flow: Flow): boolean => flow.after < flow.before;
  const rest = all.reduce((sum, flow) => sum + (favoured(flow) ? 0 : flow.value), 0);
  const wanted = all.map((flow) => claimed(flow, rest, elasticity, formula));
  const total = wanted.reduce((sum, one) => sum + one, 0);
  const scale = total > rest ? rest / total : 1;
  return all.map((flow, index) =>
    favoured(flow) ? wanted[index]! * scale : rest === 0 ? 0 : (-flow.value / rest) * total * scale,
  );
}

/** Single-market partial equilibrium (Laird and Yeats 1986; Jammes and Olarreaga 2005, the SMART model). */
export const smart: Model = {
  name: "smart",
  about: "Trade creation, diversion, price effect, revenue and welfare of a tariff change, by partner",
  compute: (input) => {
    const all = flows(input);
    const demand = input.number("importDemandElasticity");
    const supply = input.number("exportSupplyElasticity", INFINITE_FROM);
    const infinite = supply >= INFINITE_FROM;
    const formula = input.oneOf("diversionFormula", ["jammesOlarreaga", "lairdYeats"], "jammesOlarreaga");
    const creation = all.map(({ value, change }) => (value * demand * change) / (infinite ? 1 : 1 - demand / supply));
    const diversion = diversions(all, input.number("substitutionElasticity"), formula);
    const price = all.map(({ value, change }) => (infinite ? 0 : (value * demand * change) / (supply - demand)));
    const total = all.map((_, index) => creation[index]! + diversion[index]! + price[index]!);
    const byPartner = (numbers: readonly number[]): Record<string, number> =>
      Object.fromEntries(all.map((flow, index) => [flow.partner, numbers[index]! + 0]));
    const sum = (one: (flow: Flow, index: number) => number): number =>
      all.reduce((all, flow, index) => all + one(flow, index), 0);
    const tariffRevenueBefore = sum((flow) => flow.before * flow.value);
    const tariffRevenueAfter = sum((flow, index) => flow.after * (flow.value + total[index]!));
    return {
      tradeCreation: byPartner(creation),
      tradeDiversion: byPartner(diversion),
      priceEffect: byPartner(price),
      totalEffect: byPartner(total),
      marketEffect: sum((_, index) => total[index]!),
      tariffRevenueBefore,
      tariffRevenueAfter,
      tariffRevenueChange: tariffRevenueAfter - tariffRevenueBefore,
      welfareGain: sum((flow, index) => 0.5 * (flow.before + flow.after) * creation[index]!),
    };
  },
};
