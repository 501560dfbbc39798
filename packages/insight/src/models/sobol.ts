import { createChance } from "../traffic/random.ts";

/** How much of the variance of a result comes from one factor alone, and with all its interactions. */
export type SobolShare = { readonly firstOrder: number; readonly totalOrder: number };

/** One point: for each factor its uniform numbers in [0, 1), one or several. */
export type SobolPoint = readonly (readonly number[])[];

/**
 * Variance shares by factor from two base samples and one mixture a factor: first order by Saltelli (2010), total order by
 * Jansen (1999). `evaluate` is called size × (factors + 2) times; the same seed gives the same shares.
 *
 * @param widths how many uniform numbers each factor takes
 */
export function sobolShares(
  evaluate: (point: SobolPoint) => number,
  widths: readonly number[],
  size: number,
  seed: number,
): readonly SobolShare[] {
  const chance = createChance(seed);
  const draw = (): SobolPoint => widths.map((width) => Array.from({ length: width }, () => chance.next()));
  const rows = Array.from({ length: size }, () => {
    const [one, other] = [draw(), draw()];
    const mixtures = widths.map((_, factor) =>
      evaluate(one.map((numbers, index) => (index === factor ? other[index]! : numbers))),
    );
    return { atOne: evaluate(one), atOther: evaluate(other), mixtures };
  });
  const base = rows.flatMap(({ atOne, atOther }) => [atOne, atOther]);
  const mean = base.reduce((sum, value) => sum + value, 0) / base.length;
  const variance = base.reduce((sum, value) => sum + (value - mean) ** 2, 0) / base.length;
  const average = (term: (row: (typeof rows)[number]) => number): number =>
    variance === 0 ? 0 : rows.reduce((sum, row) => sum + term(row), 0) / size / variance;
  // The mean is taken off first: it changes nothing in the long run and much in a small sample.
  return widths.map((_, factor) => ({
    firstOrder: average(({ atOne, atOther, mixtures }) => (atOther - mean) * (mixtures[factor]! - atOne)),
    totalOrder: average(({ atOne, mixtures }) => (atOne - mixtures[factor]!) ** 2 / 2),
  }));
}
