import type { Texts } from "@twinline/rulebook";
import { ReplayError } from "./error.ts";
import type { Group, Response } from "./result.ts";

/** Elasticities from -10 to 10, in thousandths. */
export const ELASTICITY_MAX = 10_000;

const WORTH = ["duty_free", "taxable"] as const;

/**
 * What the burden would be if the value carried answered the change of its price (goods with burden) with a constant
 * elasticity, in thousandths: the burden grows by elasticity × relative change of price. To first order only.
 *
 * @throws ReplayError "replay/elasticity" when the rulebooks do not say what the goods are worth
 */
export function respond(totals: Group, burden: string | undefined, thousandths: number): Response {
  const paid = burden === undefined ? undefined : totals.amounts[burden];
  const parts = WORTH.map((name) => totals.amounts[name]?.base);
  if (paid === undefined || parts.some((part) => part === undefined)) {
    const message = `Cannot apply an elasticity: the outputs ${WORTH.join(", ")} and a burden are needed`;
    throw new ReplayError("replay/elasticity", "elasticity", message);
  }
  const worth = parts.reduce<bigint>((sum, part) => sum + BigInt(part!), 0n);
  const [before, after] = [BigInt(paid.base), BigInt(paid.reform)];
  const price = worth + before;
  const change = price === 0n ? 0n : divideHalfUp(after * BigInt(thousandths) * (after - before), 1000n * price);
  const elasticity = decimal(thousandths);
  return {
    elasticity,
    burden: { base: paid.base, reform: Number(after + change) },
    said: said(elasticity),
  };
}

/** Half up, mirrored below zero. */
function divideHalfUp(numerator: bigint, divisor: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const quotient = (2n * size + divisor) / (2n * divisor);
  return numerator < 0n ? -quotient : quotient;
}

function decimal(thousandths: number): string {
  const sign = thousandths < 0 ? "-" : "";
  const digits = String(Math.abs(thousandths)).padStart(4, "0");
  return `${sign}${digits.slice(0, -3)}.${digits.slice(-3)}`.replace(/\.?0+$/, "") || "0";
}

function said(elasticity: string): Texts {
  return {
    en: `Assumed, not observed: for 1 % more to pay, the value carried changes by ${elasticity} %.`,
    zh: `此为假设而非观察所得：总价每上升1%，携带物品价值变动${elasticity}%。`,
    kk: `Бұл бақылау емес, болжам: баға 1 %-ға өссе, алып өтілетін тауар құны ${elasticity} %-ға өзгереді.`,
    ru: `Предположение, а не наблюдение: при росте цены на 1 % стоимость вывозимого меняется на ${elasticity} %.`,
  };
}
