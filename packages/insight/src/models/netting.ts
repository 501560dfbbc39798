import { type Input, ModelInputError } from "./input.ts";
import type { Model, Result } from "./model.ts";

const DECIMALS_MAX = 12;
/** Below this, relative to the gross total, an amount is the rounding of doubles. */
const NEGLIGIBLE = 1e-12;

type Payment = { readonly from: string; readonly to: string; readonly amount: number };

function payments(input: Input): readonly Payment[] {
  const base = input.text("baseCurrency");
  const rates = input.optionalObject("rates");
  return input.objects("obligations").map((one) => {
    const currency = one.text("currency");
    const rate = currency === base ? 1 : rates?.number(currency);
    if (rate === undefined || !(rate > 0))
      throw new ModelInputError(one.at("currency"), `a rate above 0 for ${currency} is expected in "rates"`);
    return { from: one.text("from"), to: one.text("to"), amount: one.number("amount") / rate };
  });
}

/** Exact enough in any order: amounts are summed by falling size. */
function sum(amounts: readonly number[]): number {
  return [...amounts].sort((a, b) => Math.abs(b) - Math.abs(a) || b - a).reduce((total, amount) => total + amount, 0);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function positions(all: readonly Payment[], negligible: number): ReadonlyMap<string, number> {
  const names = new Set(all.flatMap((one) => [one.from, one.to]));
  return new Map(
    [...names].map((name) => {
      const net = sum(
        all.flatMap((one) => [...(one.to === name ? [one.amount] : []), ...(one.from === name ? [-one.amount] : [])]),
      );
      return [name, Math.abs(net) <= negligible ? 0 : net];
    }),
  );
}

function bilateral(
  all: readonly Payment[],
  negligible: number,
): readonly { payer: string; payee: string; amount: number }[] {
  const pairs = new Map<string, number[]>();
  for (const { from, to, amount } of all) {
    const forward = compareText(from, to) < 0;
    const key = JSON.stringify(forward ? [from, to] : [to, from]);
    pairs.set(key, [...(pairs.get(key) ?? []), forward ? amount : -amount]);
  }
  return [...pairs]
    .map(([key, amounts]) => ({ names: JSON.parse(key) as [string, string], net: sum(amounts) }))
    .filter(({ names, net }) => names[0] !== names[1] && Math.abs(net) > negligible)
    .map(({ names: [a, b], net }) =>
      net > 0 ? { payer: a, payee: b, amount: net } : { payer: b, payee: a, amount: -net },
    )
    .sort((x, y) => compareText(x.payer, y.payer) || compareText(x.payee, y.payee));
}

/** The number times a power of ten, through its decimal text; that text may have an exponent of its own. */
function shift(value: number, by: number): number {
  const [digits, exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + by}`);
}

/** Share of the last place by which a sum of doubles may fall short of a tie and still be one. */
const TIE = 1e-9;

/** Halves go away from zero; the digits are shifted as decimal text, so that 1.005 is the tie it looks like. */
function roundHalfAway(value: number, decimals: number): number {
  const rounded = shift(Math.round(shift(Math.abs(value), decimals) + TIE), -decimals);
  return rounded === 0 ? 0 : Math.sign(value) * rounded;
}

function rounding(input: Input, net: ReadonlyMap<string, number>): Record<string, Result> {
  if (!input.has("decimals")) return {};
  const decimals = input.integer("decimals");
  if (decimals < 0 || decimals > DECIMALS_MAX)
    throw new ModelInputError("decimals", `0 to ${DECIMALS_MAX} are expected`);
  const rounded = [...net].map(([name, value]) => [name, roundHalfAway(value, decimals)] as const);
  const residue = roundHalfAway(-sum(rounded.map(([, value]) => value)), decimals);
  return { roundedPositions: Object.fromEntries(rounded), roundingResidue: residue };
}

/** Multilateral netting: what each pays to or gets from the centre instead of every single obligation. */
export const netting: Model = {
  name: "netting",
  about: "Multilateral netting of payment obligations in several currencies",
  compute: (input) => {
    const all = payments(input);
    const grossTotal = sum(all.map((one) => one.amount));
    const negligible = NEGLIGIBLE * sum(all.map((one) => Math.abs(one.amount)));
    const net = positions(all, negligible);
    const netTotal = -sum([...net.values()].filter((value) => value < 0));
    const pairs = bilateral(all, negligible);
    return {
      netPositions: Object.fromEntries(net),
      grossTotal,
      netTotal: netTotal === 0 ? 0 : netTotal,
      reduction: grossTotal === 0 ? 0 : 1 - netTotal / grossTotal,
      bilateralNet: pairs,
      bilateralTotal: sum(pairs.map((pair) => pair.amount)),
      ...rounding(input, net),
    };
  },
};
