import { mean } from "./statistics.ts";

/** Share by which one of two numbers must be larger to count so: sums of doubles differ by the order of adding. */
const EQUAL_SHARE = 1e-12;

/** Whether a number is larger by more than rounding, so that between equals the first stays. */
export function isLarger(one: number, than: number): boolean {
  return one > than && (!Number.isFinite(than) || one - than > EQUAL_SHARE * Math.abs(than));
}

/** Cost of the observations from `from` (included) to `to` (left out). */
export type SegmentCost = (from: number, to: number) => number;

/** Residual sum of squares about the mean of any stretch, in constant time; the series is centred first for accuracy. */
export function residuals(series: readonly number[]): SegmentCost {
  const centre = mean(series);
  const sums = [0];
  const squares = [0];
  for (const value of series) {
    sums.push(sums.at(-1)! + value - centre);
    squares.push(squares.at(-1)! + (value - centre) ** 2);
  }
  return (from, to) => {
    const total = sums[to]! - sums[from]!;
    return Math.max(0, squares[to]! - squares[from]! - total ** 2 / (to - from));
  };
}

/** The segmentation with the least sum of costs + penalty for each change, by dynamic programming (Jackson et al. 2005). */
export function optimalPartition(length: number, cost: SegmentCost, penalty: number, least: number): readonly number[] {
  const best = [-penalty];
  const previous = [0];
  for (let to = 1; to <= length; to++) {
    best.push(Number.POSITIVE_INFINITY);
    previous.push(0);
    for (let from = 0; from <= to - least; from++) {
      const total = best[from]! + penalty + cost(from, to);
      if (total < best[to]!) {
        best[to] = total;
        previous[to] = from;
      }
    }
  }
  return trace(previous, length);
}

function trace(previous: readonly number[], length: number): readonly number[] {
  const changes: number[] = [];
  for (let at = previous[length]!; at > 0; at = previous[at]!) changes.unshift(at);
  return changes;
}

/** Splits again and again where the gain is largest, while it is worth the penalty. */
export function binarySegmentation(
  length: number,
  cost: SegmentCost,
  penalty: number,
  least: number,
  maximumChanges: number,
): readonly number[] {
  const bounds = [0, length];
  while (bounds.length - 2 < maximumChanges) {
    let best = { gain: Number.NEGATIVE_INFINITY, at: 0 };
    for (let part = 1; part < bounds.length; part++) {
      const [from, to] = [bounds[part - 1]!, bounds[part]!];
      for (let at = from + least; at <= to - least; at++) {
        const gain = cost(from, to) - cost(from, at) - cost(at, to);
        if (isLarger(gain, best.gain)) best = { gain, at };
      }
    }
    if (best.at === 0 || isLarger(penalty, best.gain)) break;
    bounds.push(best.at);
    bounds.sort((a, b) => a - b);
  }
  return bounds.slice(1, -1);
}

/** For 0 … maximumChanges changes the partition with the least cost; undefined where the series is too short for it. */
export function bestPartitions(
  length: number,
  cost: SegmentCost,
  least: number,
  maximumChanges: number,
): readonly ({ readonly cost: number; readonly changes: readonly number[] } | undefined)[] {
  let layer: readonly number[] = Array.from({ length: length + 1 }, (_, to) =>
    to >= least ? cost(0, to) : Number.POSITIVE_INFINITY,
  );
  const cameFrom: number[][] = [];
  const found = [{ cost: layer[length]!, changes: [] as readonly number[] }] as (
    | { cost: number; changes: readonly number[] }
    | undefined
  )[];
  for (let q = 1; q <= maximumChanges; q++) {
    const from: number[] = [];
    const next = layer.map((_, to) => {
      let best = Number.POSITIVE_INFINITY;
      for (let at = q * least; at <= to - least; at++) {
        const total = layer[at]! + cost(at, to);
        if (isLarger(best, total)) {
          best = total;
          from[to] = at;
        }
      }
      return best;
    });
    cameFrom.push(from);
    layer = next;
    found.push(Number.isFinite(next[length]!) ? { cost: next[length]!, changes: walk(cameFrom, length) } : undefined);
  }
  return found;
}

function walk(cameFrom: readonly (readonly number[])[], length: number): readonly number[] {
  const changes: number[] = [];
  let to = length;
  for (const from of [...cameFrom].reverse()) {
    to = from[to]!;
    changes.unshift(to);
  }
  return changes;
}
