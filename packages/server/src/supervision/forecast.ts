import { Input, models } from "@twinline/insight";

/** One line of people before several lanes, in seconds and people. */
export type Queue = {
  readonly waiting: number;
  readonly arrivalsPerSecond: number;
  /** Seconds a lane needs for one person. */
  readonly seconds: number;
  /** Variance of those seconds over their squared mean: 1 exponential, 0 always the same. */
  readonly variation: number;
};

/** Lanes of one gate that an answer goes through at most. */
export const OPTIONS_MAX = 12;

/**
 * Seconds that somebody waits who joins the line after `horizon` seconds, with `lanes` lanes open from now on. Two parts:
 * those who wait now and what comes above what the lanes can take (a fluid), and chance around that: Lee and Longton's
 * M/G/c in the steady state, but not more than a line can grow by chance alone in that time, √(2λh(1+s)/π) people, the mean of
 * a reflected Brownian motion without drift (Harrison 1985). More lanes never make it longer, more people never shorter.
 * Ours in this form: an estimate for a plan, no promise.
 */
export function forecastWait(queue: Queue, lanes: number, horizon: number): number {
  const { waiting, arrivalsPerSecond: arriving, seconds, variation } = queue;
  const taking = lanes / seconds;
  const left = Math.max(0, waiting + (arriving - taking) * horizon);
  const byChance = Math.sqrt((2 * arriving * horizon * (1 + variation)) / Math.PI);
  const people = Math.min(steadyLine(queue, lanes), byChance);
  return left / taking + (people === 0 ? 0 : people / Math.min(arriving, taking));
}

/** Mean number of people waiting in the steady state; Infinity where more come than the lanes take. */
function steadyLine({ arrivalsPerSecond, seconds, variation }: Queue, lanes: number): number {
  if (arrivalsPerSecond === 0) return 0;
  const input = {
    model: "M/G/c",
    lambda: arrivalsPerSecond,
    mu: 1 / seconds,
    servers: lanes,
    serviceTimeSquaredCoefficientOfVariation: variation,
  };
  const { meanQueueLength } = models.get("queue")!.compute(new Input(input));
  return typeof meanQueueLength === "number" ? meanQueueLength : Number.POSITIVE_INFINITY;
}

/** What people wait who join now: those before them, or by the model where nobody counted. */
export function waitNow(queue: Queue, open: number, isCounted: boolean): number | undefined {
  if (isCounted) return (queue.waiting * queue.seconds) / open;
  const line = steadyLine(queue, open);
  return Number.isFinite(line) ? line / Math.max(queue.arrivalsPerSecond, Number.EPSILON) : undefined;
}

export type Option = { readonly lanes: number; readonly waitSeconds: number };
export type Advice = {
  readonly forecastSeconds: number;
  readonly options: readonly Option[];
  readonly advised?: Option;
  readonly spread?: { readonly peoplePerHour: number; readonly waitSeconds: number };
};

/**
 * The wait with what is open and with each lane more; the fewest lanes that bring it to the target, or all there are; and, if
 * even all are not enough, how many people an hour would have to come at another time.
 */
export function advise(queue: Queue, open: number, lanes: number, target: number, horizon: number): Advice {
  const optionOf = (count: number): Option => ({ lanes: count, waitSeconds: forecastWait(queue, count, horizon) });
  const options = stepsBetween(open, lanes).map(optionOf);
  const forecastSeconds = forecastWait(queue, open, horizon);
  if (forecastSeconds <= target) return { forecastSeconds, options };
  const enough = fewestLanes(queue, open, lanes, target, horizon);
  const advised = optionOf(enough ?? lanes);
  const more = advised.lanes > open ? { advised } : {};
  const spread = enough === undefined ? spreadOf(queue, lanes, target, horizon) : undefined;
  return { forecastSeconds, options, ...more, ...(spread === undefined ? {} : { spread }) };
}

/** What is open and each lane more, as far as an answer goes, and all there are. */
function stepsBetween(open: number, lanes: number): readonly number[] {
  const steps = Array.from({ length: OPTIONS_MAX - 1 }, (_, at) => open + at).filter((count) => count < lanes);
  return [...steps, Math.max(open, lanes)];
}

/** By halving: the wait never grows with the lanes. */
function fewestLanes(queue: Queue, open: number, lanes: number, target: number, horizon: number): number | undefined {
  if (forecastWait(queue, lanes, horizon) > target) return undefined;
  let [low, high] = [open, lanes];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (forecastWait(queue, middle, horizon) <= target) high = middle;
    else low = middle;
  }
  return high;
}

const HALVINGS = 40;
const HOUR = 3_600;

/** How many an hour fewer bring the wait to the target with all lanes open; undefined when those who wait already are too many. */
function spreadOf(queue: Queue, lanes: number, target: number, horizon: number): Advice["spread"] {
  const withArrivals = (arrivalsPerSecond: number) => forecastWait({ ...queue, arrivalsPerSecond }, lanes, horizon);
  if (withArrivals(0) > target) return undefined;
  let [low, high] = [0, queue.arrivalsPerSecond];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    if (withArrivals(middle) <= target) low = middle;
    else high = middle;
  }
  const peoplePerHour = Math.ceil((queue.arrivalsPerSecond - low) * HOUR);
  return { peoplePerHour, waitSeconds: withArrivals(low) };
}
