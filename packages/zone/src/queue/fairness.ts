import type { Place } from "./place.ts";
import { NO_PRIORITY } from "./road-law.ts";

/** Figures of a day that anybody may see: how long was waited, who went first, who was moved, who did not come. */
export type Fairness = {
  readonly vehicles: number;
  readonly booked: number;
  readonly live: number;
  /** Of the booked, those that drivers booked by themselves. */
  readonly byDriver: number;
  readonly passed: number;
  readonly noShows: number;
  readonly cancelled: number;
  /** Called with priority by a rule, and how many they went before in all. */
  readonly priority: number;
  readonly overtaken: number;
  /** Moved by the road, not by choice. */
  readonly moved: number;
  /** Minutes from arrival to call; absent when nobody was called. */
  readonly wait?: WaitFigures;
  /** The same for those with and without priority: nobody can hide one behind the other. */
  readonly waitPriority?: WaitFigures;
  readonly waitOthers?: WaitFigures;
  /** And for those with and without a booking, and for drivers who booked by themselves. */
  readonly waitBooked?: WaitFigures;
  readonly waitLive?: WaitFigures;
  readonly waitByDriver?: WaitFigures;
};
export type WaitFigures = {
  readonly median: number;
  readonly ninetieth: number;
  readonly longest: number;
  /** Vehicles by minutes waited, in steps of waitSteps; the last is everything longer. */
  readonly spread: readonly number[];
};

/** Upper ends of the steps in which waits are counted, minutes. */
export const waitSteps = [15, 30, 60, 120, 240, 480] as const;
const MINUTE_MS = 60_000;

/** Figures of the given places. */
export function fairnessOf(places: readonly Place[]): Fairness {
  const count = (is: (place: Place) => boolean) => places.filter(is).length;
  const called = places.filter(({ calledAtMs }) => calledAtMs !== undefined);
  const first = called.filter(({ priority }) => priority !== NO_PRIORITY);
  const others = called.filter(({ priority }) => priority === NO_PRIORITY);
  return {
    vehicles: places.length,
    booked: count(({ mode }) => mode === "booked"),
    live: count(({ mode }) => mode === "live"),
    byDriver: count(({ byDriver }) => byDriver === true),
    passed: count(({ state }) => state === "passed"),
    noShows: count(({ state }) => state === "no_show"),
    cancelled: count(({ state }) => state === "cancelled"),
    priority: first.length,
    overtaken: called.reduce((sum, { overtook }) => sum + overtook, 0),
    moved: count(({ moves }) => moves > 0),
    ...named("wait", called),
    ...named("waitPriority", first),
    ...named("waitOthers", others),
    ...named(
      "waitBooked",
      called.filter(({ mode }) => mode === "booked"),
    ),
    ...named(
      "waitLive",
      called.filter(({ mode }) => mode === "live"),
    ),
    ...named(
      "waitByDriver",
      called.filter(({ byDriver }) => byDriver === true),
    ),
  };
}

function named<Name extends string>(name: Name, called: readonly Place[]): { readonly [K in Name]?: WaitFigures } {
  if (called.length === 0) return {};
  const minutes = called
    .map(({ calledAtMs = 0, arrivedAtMs = calledAtMs }) => Math.floor((calledAtMs - arrivedAtMs) / MINUTE_MS))
    .toSorted((a, b) => a - b);
  const figures = { median: rankOf(minutes, 50), ninetieth: rankOf(minutes, 90), longest: minutes.at(-1)! };
  return { [name]: { ...figures, spread: spreadOf(minutes) } } as { readonly [K in Name]?: WaitFigures };
}

/** Nearest-rank percentile of sorted values. */
function rankOf(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)]!;
}

function spreadOf(minutes: readonly number[]): readonly number[] {
  const ends = [...waitSteps, Number.POSITIVE_INFINITY];
  return ends.map((end, at) => minutes.filter((one) => one <= end && one > (ends[at - 1] ?? -1)).length);
}
