import type { CheckedRulebook } from "@twinline/rulebook";
import type { GoodsLine } from "../passages/command.ts";
import { factsOf, type Known } from "../passages/facts.ts";
import type { Held } from "../spine/decision.ts";

/** Facts that come with a line of goods; all others are the traveller's. */
const goodsFactNames = new Set([
  "goods_value",
  "goods_value_eur",
  "goods_mass",
  "goods_volume",
  "goods_quantity",
  "indivisible",
  "goods_class",
  "article",
  "never_exempt",
]);

type Declared = Pick<CheckedRulebook, "facts" | "codes">;

/** Of the declared facts those that a line of goods brings: what a till adds to the facts of its right. */
export function goodsFactsOf(rulebook: Declared, goods: GoodsLine): Held {
  // No provider of a goods fact looks at anything else of a passage.
  return factsOf(only(rulebook, true), { goods } as Known);
}

/** Of the declared facts those of the traveller. */
export function travellerFactsOf(rulebook: Declared, known: Known): Held {
  return factsOf(only(rulebook, false), { ...known, goods: undefined });
}

/** Facts of goods that are not known yet: what an envelope does not say of them is as with empty hands. */
export function envelopeFactsOf(rulebook: Declared, goods: GoodsLine): Held {
  return { ...factsOf(only(rulebook, true), {} as Known), ...goodsFactsOf(rulebook, goods) };
}

function only({ facts, codes }: Declared, ofGoods: boolean): Declared {
  return { facts: facts.filter(({ name }) => goodsFactNames.has(name) === ofGoods), codes };
}
