import type { Calibration } from "./calibration.ts";
import { type Chance, weighted } from "./random.ts";

/** One line of goods carried out; value in fen for the whole line, mass in grams. */
export type BasketLine = {
  readonly hs: string;
  readonly category: string;
  readonly quantity: number;
  readonly massGrams: number;
  readonly valueFen: number;
  readonly indivisible: boolean;
};

const QUANTITY_MAX = 200;
const PRICE_SPREAD = 0.25;

/** Draws what a leaving traveller carries: nothing for some, else up to the calibration's number of lines. */
export function basketSource(calibration: Calibration): (chance: Chance) => readonly BasketLine[] {
  const { carryShare, linesMost, valueMedianFen, valueSpread } = calibration.goods;
  const drawKind = weighted(calibration.baskets.map((kind) => kind.weight));
  const drawLine = (chance: Chance, budgetFen: number): BasketLine => {
    const kind = calibration.baskets[drawKind(chance)]!;
    const priceFen = Math.max(100, Math.round(kind.fenEach * Math.exp(PRICE_SPREAD * chance.normal())));
    const quantity = Math.min(QUANTITY_MAX, Math.max(1, Math.round(budgetFen / priceFen)));
    const single = quantity === 1 && kind.indivisibleFrom > 0 && budgetFen >= kind.indivisibleFrom;
    const valueFen = single ? budgetFen : quantity * priceFen;
    return {
      hs: kind.hs,
      category: kind.category,
      quantity,
      massGrams: quantity * kind.gramsEach,
      valueFen,
      indivisible: single,
    };
  };
  return (chance) => {
    if (chance.next() >= carryShare) return [];
    const lines = 1 + Math.floor(linesMost * chance.next() ** 3);
    const budget = valueMedianFen * Math.exp(valueSpread * chance.normal());
    return Array.from({ length: lines }, () => drawLine(chance, Math.round(budget / lines)));
  };
}
