import { basketSource } from "./baskets.ts";
import type { Calibration } from "./calibration.ts";
import type { TrafficPassage } from "./passages.ts";
import { type Person, personSource } from "./persons.ts";
import { type Chance, weighted } from "./random.ts";

const DAY_SECONDS = 86_400;
/** NOTE: the gate's clock, Asia/Shanghai, has had no change since 1991; generated traffic is of later years. */
const CLOCK_SECONDS = 8 * 3_600;
const TRIES_MAX = 8;

/** One visit: its entry and, when it falls inside the drawn length, its exit. */
export type Visit = { readonly entry: TrafficPassage; readonly exit: TrafficPassage };

/** Draws visits of a day; regulars are never drawn while they are still inside. */
export function visitSource(
  seed: number,
  firstDay: number,
  calibration: Calibration,
  chance: Chance,
): (day: number) => Visit {
  const personOf = personSource(seed, firstDay, calibration);
  const drawBasket = basketSource(calibration);
  const drawHour = weighted(calibration.entryHours.shares);
  const drawNights = weighted(calibration.stayDays.weights);
  const insideUntil = new Map<number, number>();
  const laneCount = calibration.lanes.manual + calibration.lanes.quick;
  let occasional = calibration.regulars.people;
  let visits = 0;

  const pickPerson = (at: number): Person => {
    for (let tries = 0; tries < TRIES_MAX && chance.next() < calibration.regulars.share; tries++) {
      const number = Math.floor(calibration.regulars.people * chance.next() ** 1.6);
      if ((insideUntil.get(number) ?? 0) < at) return personOf(number);
    }
    occasional += 1;
    return personOf(occasional);
  };

  const nights = (): number => {
    const { sameDay, overstay, longest } = calibration.stayDays;
    if (chance.next() < overstay) return longest + 2 + chance.below(5);
    return chance.next() < sameDay ? 0 : Math.min(longest, 1 + drawNights(chance) * (1 + chance.below(3)));
  };

  return (day) => {
    visits += 1;
    const entered = drawHour(chance) * 3_600 + chance.below(3_600);
    const { median, spread, least } = calibration.dwellMinutes;
    const dwell = 60 * Math.max(least, median * Math.exp(spread * chance.normal()));
    const latest = calibration.closingHour.value * 3_600 - 1 - chance.below(1_800);
    const away = nights();
    const left =
      away === 0
        ? Math.max(entered + 60 * least, Math.min(entered + Math.round(dwell), latest))
        : 9 * 3_600 + chance.below(11 * 3_600);
    const start = day * DAY_SECONDS - CLOCK_SECONDS;
    const person = pickPerson(start + entered);
    const vehicle = chance.next() < calibration.vehicles.share;
    const lane = (): number => 1 + chance.below(laneCount);
    const one = { visit: visits, person, vehicle };
    const entry: TrafficPassage = { ...one, at: start + entered, day, direction: "in", lane: lane(), goods: [] };
    const exit: TrafficPassage = {
      ...one,
      at: start + away * DAY_SECONDS + left,
      day: day + away,
      direction: "out",
      lane: lane(),
      goods: drawBasket(chance),
    };
    // Who is no regular never comes again, and nobody needs to know how long she stays.
    if (person.number < calibration.regulars.people) insideUntil.set(person.number, exit.at);
    return { entry, exit };
  };
}
