import { type Input, ModelInputError } from "./input.ts";
import type { Model, Result } from "./model.ts";

/** Elasticities often used with the tool (unverified beyond the abstract of World Bank WPS 5045). */
const EXPORTER_SUBSTITUTION = 1.5;
const DOMESTIC_SUBSTITUTION = 1;
const IMPORT_DEMAND = -0.5;

type Rates = { readonly duty: number; readonly excise: number; readonly vat: number };
type Flow = {
  readonly line: string;
  readonly partner: string;
  readonly imports: number;
  readonly rates: Rates;
  readonly after: Rates;
};
type Taxes = { readonly duty: number; readonly excise: number; readonly vat: number; readonly total: number };

/** Price with duty, excise and tax, each on the base that holds the ones before it. */
function taxed({ duty, excise, vat }: Rates): number {
  return (1 + duty) * (1 + excise) * (1 + vat);
}

function taxesOf(imports: number, { duty, excise, vat }: Rates): Taxes {
  const [d, e] = [imports * duty, imports * (1 + duty) * excise];
  const v = imports * (1 + duty) * (1 + excise) * vat;
  return { duty: d, excise: e, vat: v, total: d + e + v };
}

/** Rates as collected: what was paid over its base, exemptions kept. A base of 0 gives the rate 0. */
function collected(input: Input, imports: number): Rates {
  const [duty, excise, vat] = [input.number("duty"), input.number("excise", 0), input.number("vat", 0)];
  const share = (paid: number, base: number): number => (base === 0 ? 0 : paid / base);
  return {
    duty: share(duty, imports),
    excise: share(excise, imports + duty),
    vat: share(vat, imports + duty + excise),
  };
}

function flowOf(input: Input): Flow {
  const imports = input.number("imports");
  if (imports < 0) throw new ModelInputError(input.at("imports"), "0 or more is expected");
  const rates = collected(input, imports);
  const factor = (name: string): number => {
    const value = input.number(name, 1);
    if (value < 0) throw new ModelInputError(input.at(name), "0 or more is expected");
    return value;
  };
  const after = {
    duty: rates.duty * factor("dutyFactor"),
    excise: rates.excise * factor("exciseFactor"),
    vat: rates.vat * factor("vatFactor"),
  };
  return { line: input.text("line"), partner: input.text("partner"), imports, rates, after };
}

type Elasticities = { readonly exporters: number; readonly domestic: number; readonly demand: number };

/** Step 1 moves shares and keeps the total; step 2 moves between imports and home output; step 3 moves the total. */
function respond(
  flows: readonly Flow[],
  home: number,
  { exporters, domestic, demand }: Elasticities,
): readonly number[] {
  const total = flows.reduce((sum, { imports }) => sum + imports, 0);
  if (total === 0) return flows.map(() => 0);
  const relative = flows.map(({ rates, after }) => taxed(after) / taxed(rates));
  const pulled = flows.map(({ imports }, index) => imports * relative[index]! ** -exporters);
  const pull = pulled.reduce((sum, one) => sum + one, 0);
  const shifted = pulled.map((one) => (one / pull) * total);
  const price = shifted.reduce((sum, value, index) => sum + (value / total) * relative[index]!, 0);
  const importsAgainstHome = total * price ** -domestic;
  const afterHome = home === 0 ? total : (importsAgainstHome / (importsAgainstHome + home)) * (total + home);
  const wanted = afterHome * (1 + demand * (price - 1) * (afterHome === 0 ? 0 : total / (total + home)));
  return shifted.map((value) => (value / total) * Math.max(0, wanted));
}

function sumTaxes(all: readonly Taxes[]): Taxes {
  const sum = (name: keyof Taxes): number => all.reduce((total, one) => total + one[name], 0);
  return { duty: sum("duty"), excise: sum("excise"), vat: sum("vat"), total: sum("total") };
}

function difference(after: Taxes, before: Taxes): Taxes {
  return {
    duty: after.duty - before.duty,
    excise: after.excise - before.excise,
    vat: after.vat - before.vat,
    total: after.total - before.total,
  };
}

/**
 * Revenue of a tariff change by line and partner: duty, then excise, then value-added tax on the base that was collected
 * (the steps of the World Bank's TRIST; its own formulas beyond the abstract of WPS 5045 are unverified).
 */
export const revenueCascade: Model = {
  name: "revenue-cascade",
  about: "Duty, excise and value-added tax on the collected base after a tariff change, by line and partner",
  compute: (input) => {
    const flows = input.objects("lines").map(flowOf);
    const home = input.optionalObject("domesticOutput")?.allNumbers() ?? new Map<string, number>();
    const elasticities = {
      exporters: input.number("exporterSubstitution", EXPORTER_SUBSTITUTION),
      domestic: input.number("domesticSubstitution", DOMESTIC_SUBSTITUTION),
      demand: input.number("importDemand", IMPORT_DEMAND),
    };
    if (elasticities.demand > 0) throw new ModelInputError("importDemand", "0 or a negative number is expected");
    const rows = [...Map.groupBy(flows, ({ line }) => line)].flatMap(([line, own]) => {
      const imports = respond(own, home.get(line) ?? 0, elasticities);
      return own.map((flow, index) => ({
        flow,
        importsAfter: imports[index]!,
        before: taxesOf(flow.imports, flow.rates),
        after: taxesOf(imports[index]!, flow.after),
      }));
    });
    const [before, after] = [sumTaxes(rows.map((row) => row.before)), sumTaxes(rows.map((row) => row.after))];
    return {
      variant: "collected rates; shares by relative taxed price, total kept; then home output; then demand",
      before,
      after,
      change: difference(after, before),
      importsBefore: flows.reduce((sum, { imports }) => sum + imports, 0),
      importsAfter: rows.reduce((sum, row) => sum + row.importsAfter, 0),
      lines: rows.map(
        ({ flow, importsAfter, ...row }): Result => ({
          line: flow.line,
          partner: flow.partner,
          importsBefore: flow.imports,
          importsAfter,
          collectedRates: flow.rates,
          ratesAfter: flow.after,
          before: row.before,
          after: row.after,
          change: difference(row.after, row.before),
        }),
      ),
    };
  },
};
