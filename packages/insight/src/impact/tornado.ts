import { Input, ModelInputError } from "../models/input.ts";
import type { Model } from "../models/model.ts";
import { numberAt } from "./field-path.ts";
import { atShare, type Range } from "./ranges.ts";

export const RANGES_MAX = 50;

/** One bar: the result at both ends of a range, everything else as given. */
export type TornadoBar = {
  readonly field: string;
  readonly low: number;
  readonly high: number;
  readonly atLow: number;
  readonly atHigh: number;
  readonly swing: number;
};

export type Tornado = {
  readonly output: string;
  readonly base: number;
  /** The widest first. */
  readonly bars: readonly TornadoBar[];
};

/**
 * One range after the other at its ends (one-at-a-time sensitivity).
 *
 * @throws ModelInputError as the model does, or naming the field or output that is not there
 */
export function tornado(model: Model, input: unknown, ranges: readonly Range[], output: string): Tornado {
  if (ranges.length === 0 || ranges.length > RANGES_MAX)
    throw new ModelInputError("ranges", `1 to ${RANGES_MAX} ranges are expected`);
  const result = (changed: unknown): number => numberAt(model.compute(new Input(changed)), output);
  const bars = ranges.map((range) => {
    const [atLow, atHigh] = [result(atShare(input, range, 0)), result(atShare(input, range, 1))];
    const { field, low, high } = range;
    return { field, low, high, atLow, atHigh, swing: Math.abs(atHigh - atLow) };
  });
  return { output, base: result(input), bars: bars.sort((a, b) => b.swing - a.swing) };
}
