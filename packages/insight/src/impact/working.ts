import { Input } from "../models/input.ts";
import { models } from "../models/registry.ts";
import { numberAt } from "./field-path.ts";

/** One step of a calculation: the formula in symbols, the same with its numbers, and what comes out. */
export type WorkingStep = {
  readonly name: string;
  readonly formula: string;
  readonly filled: string;
  readonly value: number;
};

type Given = { readonly input: Input; readonly result: { readonly [key: string]: unknown } };

const writers: { readonly [model: string]: (given: Given) => readonly WorkingStep[] } = {
  "viner-customs-union": vinerWorking,
  smart: smartWorking,
  gsim: gsimWorking,
  "revenue-cascade": cascadeWorking,
};

/** Models that can show their working. */
export const workingModels: readonly string[] = Object.keys(writers);

/**
 * The working of a model's main results, with the numbers in. Empty for a model that does not show any.
 *
 * @throws ModelInputError as the model does
 */
export function workingOf(model: string, given: unknown): readonly WorkingStep[] {
  const input = new Input(given);
  const result = models.get(model)?.compute(input);
  return result === undefined ? [] : (writers[model]?.({ input, result }) ?? []);
}

/** Six digits are enough to follow by hand; the value beside has all. */
function show(value: number): string {
  const text = String(Number(value.toPrecision(6)));
  return value < 0 ? `(${text})` : text;
}

function vinerWorking({ result }: Given): readonly WorkingStep[] {
  if (result.productionGain === undefined) return [];
  const at = (path: string): number => numberAt(result, path);
  const fall = at("before.price") - at("after.price");
  const d = show(fall);
  const triangle = (name: string, formula: string, more: number, less: number, path: string): WorkingStep => ({
    name,
    formula,
    filled: `1/2 × ${d} × (${show(more)} − ${show(less)})`,
    value: at(path),
  });
  const [before, after] = [at("before.price"), at("after.price")];
  return [
    { name: "priceFall", formula: "d = P0 − P1", filled: `${show(before)} − ${show(after)}`, value: fall },
    triangle(
      "productionGain",
      "1/2 · d · (S0 − S1)",
      at("before.production"),
      at("after.production"),
      "productionGain",
    ),
    triangle(
      "consumptionGain",
      "1/2 · d · (D1 − D0)",
      at("after.consumption"),
      at("before.consumption"),
      "consumptionGain",
    ),
    {
      name: "tradeDiversionLoss",
      formula: "diverted quantity · (partner's price − price of the source left)",
      filled:
        at("divertedQuantity") === 0
          ? "nothing diverted"
          : `${show(at("divertedQuantity"))} × ${show(at("tradeDiversionLoss") / at("divertedQuantity"))}`,
      value: at("tradeDiversionLoss"),
    },
    {
      name: "netWelfareChange",
      formula: "production gain + consumption gain − diversion loss",
      filled: `${show(at("productionGain"))} + ${show(at("consumptionGain"))} − ${show(at("tradeDiversionLoss"))}`,
      value: at("netWelfareChange"),
    },
    {
      name: "check",
      formula: "consumers + producers + revenue",
      filled: `${show(at("consumerSurplusChange"))} + ${show(at("producerSurplusChange"))} + ${show(at("tariffRevenueChange"))}`,
      value: at("consumerSurplusChange") + at("producerSurplusChange") + at("tariffRevenueChange"),
    },
  ];
}

function smartWorking({ input, result }: Given): readonly WorkingStep[] {
  const demand = input.number("importDemandElasticity");
  const byPartner = (name: string, partner: string): number =>
    (result[name] as { readonly [partner: string]: number })[partner]!;
  const flows = input.objects("imports").flatMap((flow): readonly WorkingStep[] => {
    const [partner, value] = [flow.text("partner"), flow.number("value")];
    const [before, after] = [flow.number("tariffBefore"), flow.number("tariffAfter")];
    const g = (1 + after) / (1 + before) - 1;
    const parts = ["tradeCreation", "tradeDiversion", "priceEffect"].map((name) => byPartner(name, partner));
    return [
      {
        name: `g ${partner}`,
        formula: "(1 + t1)/(1 + t0) − 1",
        filled: `(1 + ${show(after)})/(1 + ${show(before)}) − 1`,
        value: g,
      },
      {
        name: `tradeCreation ${partner}`,
        formula: "M · Em · g (÷ (1 − Em/Ex) with finite supply)",
        filled: `${show(value)} × ${show(demand)} × ${show(g)}`,
        value: parts[0]!,
      },
      {
        name: `totalEffect ${partner}`,
        formula: "creation + diversion + price effect",
        filled: parts.map(show).join(" + "),
        value: byPartner("totalEffect", partner),
      },
    ];
  });
  const [before, after] = [Number(result.tariffRevenueBefore), Number(result.tariffRevenueAfter)];
  return [
    ...flows,
    {
      name: "tariffRevenueChange",
      formula: "Σ t1 · M1 − Σ t0 · M0",
      filled: `${show(after)} − ${show(before)}`,
      value: Number(result.tariffRevenueChange),
    },
  ];
}

function gsimWorking({ input, result }: Given): readonly WorkingStep[] {
  const at = (name: string, index: number): number => numberAt(result, `${name}[${index}]`);
  const demand = input.numbers("importDemandElasticity");
  return input.texts("regions").flatMap((region, index): readonly WorkingStep[] => {
    const composite = at("compositePriceChange", index);
    const parts = ["tariffRevenueChange", "consumerSurplusChange", "producerSurplusChange"].map((name) =>
      at(name, index),
    );
    return [
      {
        name: `priceChange ${region}`,
        formula: "p solves Ex · p = Σ φ · q",
        filled: "one linear system",
        value: at("priceChange", index),
      },
      {
        name: `consumerSurplusChange ${region}`,
        formula: "E0 · (1/2 · Em · P² · sign P − P)",
        filled: `E0 × (1/2 × ${show(demand[index]!)} × ${show(composite)}² × ${Math.sign(composite)} − ${show(composite)})`,
        value: parts[1]!,
      },
      {
        name: `netWelfare ${region}`,
        formula: "revenue + consumers + producers",
        filled: parts.map(show).join(" + "),
        value: at("netWelfare", index),
      },
    ];
  });
}

function cascadeWorking({ result }: Given): readonly WorkingStep[] {
  type Taxes = { readonly duty: number; readonly excise: number; readonly vat: number; readonly total: number };
  type Rates = { readonly duty: number; readonly excise: number; readonly vat: number };
  const lines = result.lines as readonly {
    readonly line: string;
    readonly partner: string;
    readonly importsAfter: number;
    readonly ratesAfter: Rates;
    readonly after: Taxes;
  }[];
  return lines.flatMap(({ line, partner, importsAfter, ratesAfter, after }): readonly WorkingStep[] => {
    const [m, d] = [show(importsAfter), show(ratesAfter.duty)];
    const name = (tax: string): string => `${tax} ${line} ${partner}`;
    const base = `${m} × (1 + ${d})`;
    return [
      { name: name("duty"), formula: "M1 · d1", filled: `${m} × ${d}`, value: after.duty },
      {
        name: name("excise"),
        formula: "M1 · (1 + d1) · e1",
        filled: `${base} × ${show(ratesAfter.excise)}`,
        value: after.excise,
      },
      {
        name: name("vat"),
        formula: "M1 · (1 + d1) · (1 + e1) · v1",
        filled: `${base} × (1 + ${show(ratesAfter.excise)}) × ${show(ratesAfter.vat)}`,
        value: after.vat,
      },
    ];
  });
}
