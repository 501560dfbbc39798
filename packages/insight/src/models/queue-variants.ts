import { type Input, ModelInputError } from "./input.ts";
import type { Result } from "./model.ts";

/** Rates of a birth-and-death line: of an arrival in a state, and of the next departure. */
type Rates = { readonly arrival: (n: number) => number; readonly departure: (n: number) => number };

const STATES_MAX = 1_000_000;
/** States whose share is below this, relative to the likeliest, are left out. */
const NEGLIGIBLE_LOG = -80;

/** Shares of the states 0 … last of a birth-and-death line; the last is `limit` or where shares become negligible. */
function shares({ arrival, departure }: Rates, limit: number): readonly number[] {
  const logs = [0];
  let top = 0;
  for (let n = 1; n <= limit; n++) {
    const log = logs[n - 1]! + Math.log(arrival(n - 1)) - Math.log(departure(n));
    if (log === Number.NEGATIVE_INFINITY) break;
    logs.push(log);
    top = Math.max(top, log);
    if (log - top < NEGLIGIBLE_LOG && log < logs[n - 1]!) break;
  }
  const terms = logs.map((log) => Math.exp(log - top));
  const total = terms.reduce((sum, term) => sum + term, 0);
  return terms.map((term) => term / total);
}

function rest(p: readonly number[], { arrival }: Rates, servers: number, mu: number): Record<string, number> {
  const mean = (of: (n: number) => number): number => p.reduce((sum, share, n) => sum + share * of(n), 0);
  const offered = mean(arrival);
  const busy = mean((n) => Math.min(n, servers));
  const [meanQueueLength, meanNumberInSystem] = [mean((n) => Math.max(0, n - servers)), mean((n) => n)];
  return {
    utilisation: busy / servers,
    throughput: busy * mu,
    probabilityEmpty: p[0]!,
    meanQueueLength,
    meanNumberInSystem,
    meanWait: meanQueueLength / offered,
    meanTimeInSystem: meanNumberInSystem / offered,
  };
}

/** As many servers as customers: nobody waits. */
export function infiniteServers(lambda: number, mu: number): Record<string, Result> {
  const load = lambda / mu;
  return {
    stable: true,
    throughput: lambda,
    utilisation: 0,
    probabilityEmpty: Math.exp(-load),
    probabilityWait: 0,
    meanQueueLength: 0,
    meanWait: 0,
    meanNumberInSystem: load,
    meanTimeInSystem: 1 / mu,
  };
}

/** M/M/c+M, Erlang A (Palm 1957): who waits gives up at the rate `abandonmentRate`; stable under any load. */
export function impatient(input: Input, lambda: number, mu: number, servers: number): Record<string, Result> {
  const theta = input.number("abandonmentRate");
  if (!(theta > 0)) throw new ModelInputError("abandonmentRate", "a rate above 0 is expected");
  const rates: Rates = {
    arrival: () => lambda,
    departure: (n) => Math.min(n, servers) * mu + Math.max(0, n - servers) * theta,
  };
  const p = shares(rates, STATES_MAX);
  const found = rest(p, rates, servers, mu);
  const probabilityWait = p.reduce((sum, share, n) => (n >= servers ? sum + share : sum), 0);
  return { stable: true, ...found, probabilityWait, probabilityAbandon: (theta * found.meanQueueLength!) / lambda };
}

/** M/M/c//N: `population` customers in all, each calling at the rate lambda while not in the line (Engset, Palm). */
export function finiteSource(input: Input, lambda: number, mu: number, servers: number): Record<string, Result> {
  const population = input.integer("population");
  if (population < 1 || population > STATES_MAX)
    throw new ModelInputError("population", `1 to ${STATES_MAX} customers are expected`);
  const rates: Rates = {
    arrival: (n) => (population - n) * lambda,
    departure: (n) => Math.min(n, servers) * mu,
  };
  const p = shares(rates, population);
  const offered = p.reduce((sum, share, n) => sum + share * rates.arrival(n), 0);
  const waiting = p.reduce((sum, share, n) => (n >= servers ? sum + share * rates.arrival(n) : sum), 0);
  return { stable: true, ...rest(p, rates, servers, mu), probabilityWait: waiting / offered };
}
