import type { Calibration } from "./calibration.ts";
import type { Chance } from "./random.ts";

const NOISE = 0.07;
const SEARCH_STEPS = 60;
const EXPONENT_MAX = 20;

function shapeOf(day: Temporal.PlainDate, calibration: Calibration, chance: Chance): number {
  const month = calibration.month.shares[day.month - 1]!;
  const weekday = calibration.weekday.shares[day.dayOfWeek - 1]!;
  return month * weekday * Math.exp(NOISE * chance.normal());
}

/** The exponent that makes the busiest day `ratio` times the mean: the spread grows with it, so bisection finds it. */
function sharpen(shapes: readonly number[], ratio: number): readonly number[] {
  const spread = (exponent: number): number => {
    const powered = shapes.map((shape) => shape ** exponent);
    return (Math.max(...powered) * powered.length) / powered.reduce((sum, one) => sum + one, 0);
  };
  let low = 0;
  let high = EXPONENT_MAX;
  for (let step = 0; step < SEARCH_STEPS; step++) {
    const middle = (low + high) / 2;
    if (spread(middle) < ratio) low = middle;
    else high = middle;
  }
  return shapes.map((shape) => shape ** low);
}

/**
 * Passages for each day from `from` on, `total` in all. A whole year meets the calibration's ratio of the busiest to the
 * mean day; shorter periods keep the shape of their own days.
 */
export function passagesByDay(
  total: number,
  from: Temporal.PlainDate,
  calibration: Calibration,
  chance: Chance,
): readonly number[] {
  const mean = calibration.passagesPerYear.value / 365;
  const count = Math.max(1, Math.round(total / mean));
  const shapes = Array.from({ length: count }, (_, index) => shapeOf(from.add({ days: index }), calibration, chance));
  const sharp = count >= 300 ? sharpen(shapes, calibration.peakDay.value / mean) : shapes;
  const sum = sharp.reduce((all, one) => all + one, 0);
  const days = sharp.map((one) => Math.floor((one / sum) * total));
  const rest = total - days.reduce((all, one) => all + one, 0);
  return days.map((one, index) => one + (index < rest ? 1 : 0));
}
