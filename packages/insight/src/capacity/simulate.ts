import { type Chance, createChance } from "../traffic/random.ts";
import { EventQueue } from "./event-queue.ts";
import { serviceTime } from "./gamma.ts";
import type { Layout, Seen, Station } from "./station.ts";
import { BatchMeans } from "./tally.ts";

export const CUSTOMERS_MAX = 50_000_000;
const BATCHES = 40;

export type Run = {
  readonly seed: number /** Time units after the warm-up. */;
  readonly length: number;
  readonly warmUp: number;
};

type Event = { readonly kind: "arrival" | "departure"; readonly at: number };

/** One station's state while the clock runs. `area` is the integral of the number present since the batch began. */
class Place {
  readonly station: Station;
  readonly arrivals: Chance;
  readonly services: Chance;
  readonly waiting: number[] = [];
  readonly waits = new BatchMeans();
  readonly numbers = new BatchMeans();
  busy = 0;
  visits = 0;
  area = 0;
  busyArea = 0;
  waited = 0;
  begun = 0;
  #since = 0;

  constructor(station: Station, seed: number) {
    this.station = station;
    this.arrivals = createChance(seed);
    this.services = createChance(seed ^ 0x5bd1e995);
  }

  advance(now: number): void {
    const span = now - this.#since;
    this.area += span * (this.busy + this.waiting.length);
    this.busyArea += span * this.busy;
    this.#since = now;
  }

  closeBatch(now: number, length: number): void {
    this.advance(now);
    this.numbers.close(this.area / length);
    this.waits.close(this.begun === 0 ? 0 : this.waited / this.begun);
    this.area = 0;
    this.waited = 0;
    this.begun = 0;
  }

  forget(now: number): void {
    this.advance(now);
    this.area = this.busyArea = this.waited = this.begun = this.visits = 0;
  }
}

/**
 * Runs a layout as a discrete-event simulation: each station has its own streams of chance, so that adding lanes at one
 * leaves the arrivals at the others as they were (common random numbers).
 *
 * @returns what was seen at each station; times in the layout's unit
 */
export function simulate(layout: Layout, run: Run): readonly Seen[] {
  const places = layout.stations.map((station, index) => new Place(station, run.seed + 7919 * (index + 1)));
  const routes = createChance(run.seed ^ 0x2545f491);
  const queue = new EventQueue<Event>();
  for (const [index, place] of places.entries()) planArrival(queue, place, index, 0);
  const batch = run.length / BATCHES;
  let nextClose = run.warmUp;
  let closed = -1;
  let customers = 0;
  for (let planned = queue.next(); planned && closed < BATCHES; planned = queue.next()) {
    while (planned.at >= nextClose && closed < BATCHES) {
      for (const place of places) closed < 0 ? place.forget(nextClose) : place.closeBatch(nextClose, batch);
      closed += 1;
      nextClose = run.warmUp + (closed + 1) * batch;
    }
    if (++customers > CUSTOMERS_MAX)
      throw new RangeError(`Cannot simulate more than ${CUSTOMERS_MAX} events: shorten the run`);
    happen(planned.event, planned.at, places, layout, queue, routes);
  }
  return places.map((place) => ({
    name: place.station.name,
    visits: place.visits,
    meanWait: place.waits.estimate(),
    meanNumber: place.numbers.estimate(),
    utilisation: place.busyArea / (run.length * place.station.servers),
  }));
}

function planArrival(queue: EventQueue<Event>, place: Place, index: number, now: number): void {
  if (place.station.arrivalRate > 0)
    queue.plan(now - Math.log(1 - place.arrivals.next()) / place.station.arrivalRate, { kind: "arrival", at: index });
}

function happen(
  event: Event,
  now: number,
  places: readonly Place[],
  layout: Layout,
  queue: EventQueue<Event>,
  routes: Chance,
): void {
  const place = places[event.at]!;
  if (event.kind === "arrival") {
    planArrival(queue, place, event.at, now);
    enter(place, event.at, now, queue);
    return;
  }
  place.advance(now);
  place.busy -= 1;
  const since = place.waiting.shift();
  if (since !== undefined) serve(place, event.at, now, now - since, queue);
  const next = follow(layout.routing[event.at]!, routes.next());
  if (next >= 0) enter(places[next]!, next, now, queue);
}

function enter(place: Place, index: number, now: number, queue: EventQueue<Event>): void {
  place.advance(now);
  place.visits += 1;
  if (place.busy < place.station.servers) serve(place, index, now, 0, queue);
  else place.waiting.push(now);
}

function serve(place: Place, index: number, now: number, waited: number, queue: EventQueue<Event>): void {
  place.busy += 1;
  place.begun += 1;
  place.waited += waited;
  queue.plan(now + serviceTime(place.station.serviceVariation ?? 1, place.services) / place.station.serviceRate, {
    kind: "departure",
    at: index,
  });
}

function follow(shares: readonly number[], point: number): number {
  let bound = 0;
  for (const [index, share] of shares.entries()) {
    bound += share;
    if (point < bound) return index;
  }
  return -1;
}
