import type { Passage } from "./passages.ts";

export type Outcome = { reason: string; dutyFree: number; taxable: number; tax: number };

/** The rules of allowance.yaml as a programmer would write them once, in integer fen: the limit of what compiling can reach. */
export function handWritten({ residence, age, category, value, bought, day }: Passage): Outcome {
  let reason = "OK";
  if (age < 14) reason = "MINOR";
  else if (residence === "XX") reason = "NO_REGIME";
  else if (category === "trader" && day >= 20250601 && residence !== "CN" && residence !== "KZ")
    reason = "TRADER_PERMIT";
  const admitted = reason === "OK";
  let limit = 100000;
  if (category !== "crew") {
    limit =
      day < 20250101
        ? residence === "CN"
          ? 800000
          : residence === "KZ"
            ? 500000
            : 300000
        : residence === "CN"
          ? 1000000
          : residence === "KZ"
            ? 800000
            : 500000;
    if (category === "trader") limit /= 2;
  }
  const remaining = Math.max(0, limit - bought);
  const dutyFree = admitted ? Math.min(value, remaining) : 0;
  const taxable = admitted ? value - dutyFree : 0;
  const raw = Math.floor((taxable * (day < 20250701 ? 13 : 15) + 50) / 100);
  return { reason, dutyFree, taxable, tax: raw <= 5000 ? 0 : raw };
}
