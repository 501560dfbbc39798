import { type Calibration, khorgosCalibration } from "./calibration.ts";
import { passagesByDay } from "./days.ts";
import type { TrafficPassage } from "./passages.ts";
import { createChance } from "./random.ts";
import { visitSource } from "./visits.ts";

export const PASSAGES_MAX = 100_000_000;

export type TrafficPlan = {
  readonly passages: number;
  readonly from: Temporal.PlainDate;
  readonly seed: number;
  readonly calibration?: Calibration;
};

const DAY_SECONDS = 86_400;
const epoch = new Temporal.PlainDate(1970, 1, 1);

function nextDay(passage: TrafficPassage): TrafficPassage {
  return { ...passage, at: passage.at + DAY_SECONDS, day: passage.day + 1 };
}

function postpone(due: Map<number, TrafficPassage[]>, passage: TrafficPassage): void {
  const waiting = due.get(passage.day);
  if (waiting) waiting.push(passage);
  else due.set(passage.day, [passage]);
}

/**
 * Generated traffic of a gate, one array a day, in order of time; exactly `passages` in all, the same for the same seed.
 * Visits that begin within the period may end after it, as real ones do.
 *
 * @throws RangeError when `passages` is not 1 … PASSAGES_MAX
 */
export function* generateTraffic({
  passages,
  from,
  seed,
  calibration = khorgosCalibration,
}: TrafficPlan): Generator<readonly TrafficPassage[]> {
  if (!Number.isInteger(passages) || passages < 1 || passages > PASSAGES_MAX)
    throw new RangeError(`Cannot generate ${passages} passages: 1 to ${PASSAGES_MAX} are possible`);
  const chance = createChance(seed);
  const firstDay = epoch.until(from).days;
  const drawVisit = visitSource(seed, firstDay, calibration, chance);
  const due = new Map<number, TrafficPassage[]>();
  for (const [index, target] of passagesByDay(passages, from, calibration, chance).entries()) {
    const day = firstDay + index;
    const today = due.get(day) ?? [];
    due.delete(day);
    while (today.length < target) {
      const { entry, exit } = drawVisit(day);
      today.push(entry);
      if (exit.day === day && today.length < target) today.push(exit);
      else postpone(due, exit.day === day ? nextDay(exit) : exit);
    }
    today.sort((a, b) => a.at - b.at || a.visit - b.visit);
    for (const late of today.splice(target)) postpone(due, nextDay(late));
    yield today;
  }
}
