import figures from "./figures.json" with { type: "json" };
import type { Input } from "./input.ts";
import type { Model, Result } from "./model.ts";

const { rates, minimumTax } = figures.cnTraveller;
/** Sums of doubles that differ by less are the same amount. */
const ROUNDING = 1e-9;
type Item = { readonly value: number; readonly rate: number; readonly indivisible: boolean };
type Taxed = { readonly taxable: number; readonly used: number };

function dearCosmetics(item: Input): boolean {
  const unit = item.oneOf("quantityUnit", ["millilitre", "gram", "piece"]);
  return item.number("value") / item.number("quantity") >= rates.cosmeticsFrom[unit] - ROUNDING;
}

/** Rate of an article's category since 2019-04-09; unnamed articles stand in the middle class. */
function rateOf(item: Input): number {
  if (item.has("rate")) return item.number("rate");
  const category = item.text("category", "");
  const high =
    rates.high.categories.includes(category) ||
    (category === "watch" && item.number("value") >= rates.watchFrom.value) ||
    (category === "cosmetics" && dearCosmetics(item));
  if (high) return rates.high.rate;
  return rates.low.categories.includes(category) ? rates.low.rate : rates.other.rate;
}

function readItem(item: Input): Item {
  return { value: item.number("value"), rate: rateOf(item), indivisible: item.boolean("indivisible", false) };
}

/** An article that cannot be divided is free whole or taxed whole, and then leaves the allowance as it was. */
function fill(item: Item, left: number): Taxed {
  if (item.indivisible && item.value > left + ROUNDING) return { taxable: item.value, used: 0 };
  const used = Math.min(item.value, Math.max(0, left));
  return { taxable: item.value - used, used };
}

function traveller(input: Input, items: readonly Item[], totalValue: number): Record<string, Result> {
  const allowance = input.number("allowance");
  const fillOrder = input.oneOf("allowanceFill", ["asListed", "highestRateFirst"], "asListed");
  const order = items.map((_, index) => index);
  if (fillOrder === "highestRateFirst") order.sort((a, b) => items[b]!.rate - items[a]!.rate || a - b);
  const itemTax = items.map(() => 0);
  let left = allowance;
  let taxableValue = 0;
  for (const index of order) {
    const item = items[index]!;
    const { taxable, used } = fill(item, left);
    left -= used;
    taxableValue += taxable;
    itemTax[index] = taxable * item.rate;
  }
  return {
    totalValue,
    taxableValue,
    itemTax,
    allowanceLeft: left,
    taxPayable: itemTax.reduce((sum, tax) => sum + tax, 0),
  };
}

/** Chinese tax on personal articles of travellers and by post (GACC notice 54/2010; Tariff Commission notice 17/2019). */
export const cnTravellerTax: Model = {
  name: "cn-traveller-tax",
  about: "Chinese tax on personal articles above an allowance, or sent by post",
  compute: (input) => {
    const channel = input.oneOf("channel", ["traveller", "parcel"]);
    const items = input.objects("items").map(readItem);
    const totalValue = items.reduce((sum, item) => sum + item.value, 0);
    if (channel === "traveller") return traveller(input, items, totalValue);
    const assessedTax = items.reduce((sum, item) => sum + item.value * item.rate, 0);
    const exempt = assessedTax <= input.number("minimumTax", minimumTax.value) + ROUNDING;
    return { totalValue, assessedTax, exempt, taxPayable: exempt ? 0 : assessedTax };
  },
};
