import { Input } from "../models/input.ts";
import { smart } from "../models/smart.ts";
import type { TradeFlow } from "./trade-flows.ts";

export const diversionFormulas = ["jammesOlarreaga", "lairdYeats"] as const;
export type DiversionFormula = (typeof diversionFormulas)[number];

/** Elasticities for lines that bring none of their own. */
export type SmartElasticities = {
  readonly importDemandElasticity: number;
  readonly substitutionElasticity: number;
  /** Infinite when absent. */
  readonly exportSupplyElasticity?: number;
};

export type SmartLine = {
  readonly line: string;
  readonly partners: readonly string[];
  readonly importDemandElasticity: number;
  /** By the name of the diversion variant: the two differ. */
  readonly variants: Readonly<Record<DiversionFormula, SmartTotals>>;
};

export type SmartTotals = {
  readonly tradeCreation: number;
  /** What the favoured gain from the others; over all partners it sums to zero. */
  readonly tradeDiversion: number;
  readonly priceEffect: number;
  readonly marketEffect: number;
  readonly tariffRevenueChange: number;
  readonly welfareGain: number;
  readonly totalEffect: { readonly [partner: string]: number };
};

export type SmartLines = {
  readonly lines: readonly SmartLine[];
  readonly totals: Readonly<Record<DiversionFormula, Omit<SmartTotals, "totalEffect">>>;
};

/** The single-market model for each tariff line by itself, by both diversion variants, and the sums. */
export function smartLines(flows: readonly TradeFlow[], elasticities: SmartElasticities): SmartLines {
  const lines = [...Map.groupBy(flows, ({ line }) => line)].map(([line, own]): SmartLine => {
    const demand = own.find((flow) => flow.demandElasticity !== undefined)?.demandElasticity;
    const importDemandElasticity = demand ?? elasticities.importDemandElasticity;
    const imports = own.map(({ partner, value, tariffBefore, tariffAfter }) => ({
      partner,
      value,
      tariffBefore,
      tariffAfter,
    }));
    const variant = (diversionFormula: DiversionFormula): SmartTotals =>
      totalsOf({ ...elasticities, importDemandElasticity, diversionFormula, imports });
    return {
      line,
      partners: own.map(({ partner }) => partner),
      importDemandElasticity,
      variants: { jammesOlarreaga: variant("jammesOlarreaga"), lairdYeats: variant("lairdYeats") },
    };
  });
  const total = (formula: DiversionFormula): Omit<SmartTotals, "totalEffect"> => {
    const sum = (name: keyof Omit<SmartTotals, "totalEffect">): number =>
      lines.reduce((all, { variants }) => all + variants[formula][name], 0);
    return {
      tradeCreation: sum("tradeCreation"),
      tradeDiversion: sum("tradeDiversion"),
      priceEffect: sum("priceEffect"),
      marketEffect: sum("marketEffect"),
      tariffRevenueChange: sum("tariffRevenueChange"),
      welfareGain: sum("welfareGain"),
    };
  };
  return { lines, totals: { jammesOlarreaga: total("jammesOlarreaga"), lairdYeats: total("lairdYeats") } };
}

type ByPartner = { readonly [partner: string]: number };

function totalsOf(input: object): SmartTotals {
  const result = smart.compute(new Input(input));
  const sum = (values: unknown, keep: (value: number) => boolean = () => true): number =>
    Object.values(values as ByPartner).reduce((all, value) => (keep(value) ? all + value : all), 0);
  return {
    tradeCreation: sum(result.tradeCreation),
    tradeDiversion: sum(result.tradeDiversion, (value) => value > 0),
    priceEffect: sum(result.priceEffect),
    marketEffect: Number(result.marketEffect),
    tariffRevenueChange: Number(result.tariffRevenueChange),
    welfareGain: Number(result.welfareGain),
    totalEffect: result.totalEffect as ByPartner,
  };
}
