import type { Chance } from "../traffic/random.ts";

function exponential(chance: Chance): number {
  return -Math.log(1 - chance.next());
}

/** Gamma deviate of shape ≥ 1 and scale 1 (Marsaglia and Tsang 2000). */
function gammaAboveOne(shape: number, chance: Chance): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = chance.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - chance.next()) < 0.5 * x ** 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A service time of mean 1 with the given squared coefficient of variation. */
export function serviceTime(variation: number, chance: Chance): number {
  if (variation === 1) return exponential(chance);
  if (variation === 0) return 1;
  const shape = 1 / variation;
  const draw =
    shape >= 1 ? gammaAboveOne(shape, chance) : gammaAboveOne(shape + 1, chance) * (1 - chance.next()) ** (1 / shape);
  return draw / shape;
}
