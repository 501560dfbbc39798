import { maxDigits } from "./decimal.ts";
import { accept, type Reading, refuse } from "./reading.ts";

/** Base units, and what one of each written unit is in the base unit; SI definitions, not law. */
const units: { readonly [base: string]: { readonly [written: string]: bigint } } = {
  g: { g: 1n, kg: 1000n, t: 1_000_000n },
  ml: { ml: 1n, cl: 10n, l: 1000n },
  mm: { mm: 1n, cm: 10n, m: 1000n, km: 1_000_000n },
  cm2: { cm2: 1n, m2: 10_000n, ha: 100_000_000n },
  cm3: { cm3: 1n, m3: 1_000_000n },
  s: { s: 1n, min: 60n, h: 3600n },
  wh: { wh: 1n, kwh: 1000n, mwh: 1_000_000n },
  piece: { piece: 1n, pieces: 1n },
  pair: { pair: 1n, pairs: 1n },
};

/** The base units a quantity may have. */
export const baseUnits: readonly string[] = Object.keys(units);

/** The base unit that a written unit such as "kg" belongs to. */
export function findBaseUnit(written: string): string | undefined {
  return baseUnits.find((base) => Object.hasOwn(units[base]!, written));
}

/** Reads `8 kg` as base units: 8000 for g. A zero needs no unit. */
export function parseQuantity(text: string, base: string): Reading<bigint> {
  const known = units[base]!;
  const match = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?: ?([a-z][a-z0-9]*))?$/.exec(text);
  if (match === null || text.length > maxDigits) return refuse(`a quantity such as "8 ${base}" is expected`);
  const [, sign, whole, decimals = "", unit] = match;
  const bare = BigInt(whole! + decimals);
  if (unit === undefined && bare === 0n) return accept(0n);
  if (unit === undefined || !Object.hasOwn(known, unit)) {
    return refuse(`the unit is to be one of ${Object.keys(known).join(", ")}`);
  }
  const scaled = bare * known[unit]!;
  const over = 10n ** BigInt(decimals.length);
  if (scaled % over !== 0n) return refuse(`it is not a whole number of ${base}`);
  return accept(sign === "-" ? -(scaled / over) : scaled / over);
}
