import { erlangC } from "./erlang-formulas.ts";
import { type Input, ModelInputError } from "./input.ts";
import type { Model, Result } from "./model.ts";

const kinds = ["M/M/1", "M/M/c", "M/M/1/K", "M/M/c/K", "M/G/1", "M/G/c"] as const;
const STATES_MAX = 10_000_000;

type Line = { readonly lambda: number; readonly mu: number; readonly servers: number };

function rest(line: Line, throughput: number, meanWait: number): Record<string, number> {
  const meanTimeInSystem = meanWait + 1 / line.mu;
  return {
    throughput,
    meanWait,
    meanQueueLength: throughput * meanWait,
    meanTimeInSystem,
    meanNumberInSystem: throughput * meanTimeInSystem,
  };
}

const unstable = {
  throughput: null,
  meanQueueLength: null,
  meanWait: null,
  meanNumberInSystem: null,
  meanTimeInSystem: null,
  probabilityEmpty: null,
  probabilityWait: null,
};

/** Terms relative to the last one before the servers are full: hundreds of servers stay within a double. */
function probabilityEmpty({ lambda, mu, servers }: Line): number {
  const load = lambda / mu;
  let logTerm = 0;
  const logs = [0];
  for (let k = 1; k < servers; k++) {
    logTerm += Math.log(load / k);
    logs.push(logTerm);
  }
  logs.push(logTerm + Math.log(load / servers) - Math.log(1 - load / servers));
  const top = Math.max(...logs);
  return Math.exp(-top) / logs.reduce((sum, log) => sum + Math.exp(log - top), 0);
}

function unlimited(line: Line, variation: number): Record<string, Result> {
  const { lambda, mu, servers } = line;
  const utilisation = lambda / mu / servers;
  if (utilisation >= 1) return { stable: false, utilisation, ...unstable };
  const probabilityWait = servers === 1 ? utilisation : erlangC(servers, lambda / mu);
  const meanWait = ((1 + variation) / 2) * (probabilityWait / (servers * mu - lambda));
  const empty = servers === 1 ? 1 - utilisation : probabilityEmpty(line);
  return { stable: true, utilisation, probabilityEmpty: empty, probabilityWait, ...rest(line, lambda, meanWait) };
}

function stationary(line: Line, capacity: number): readonly number[] {
  const logs = [0];
  for (let j = 1; j <= capacity; j++)
    logs.push(logs[j - 1]! + Math.log(line.lambda / (Math.min(j, line.servers) * line.mu)));
  const top = logs.reduce((most, log) => Math.max(most, log), 0);
  const terms = logs.map((log) => Math.exp(log - top));
  const total = terms.reduce((sum, term) => sum + term, 0);
  return terms.map((term) => term / total);
}

function limited(line: Line, capacity: number): Record<string, Result> {
  if (capacity < 1 || capacity > STATES_MAX) throw new ModelInputError("capacity", `1 to ${STATES_MAX} is expected`);
  const p = stationary(line, capacity);
  const probabilityBlocked = p[capacity]!;
  const throughput = line.lambda * (1 - probabilityBlocked);
  const meanQueueLength = p.reduce((sum, share, n) => sum + Math.max(0, n - line.servers) * share, 0);
  return {
    stable: true,
    utilisation: throughput / (line.servers * line.mu),
    probabilityEmpty: p[0]!,
    probabilityBlocked,
    ...rest(line, throughput, meanQueueLength / throughput),
    meanQueueLength,
  };
}

function lineOf(input: Input, kind: (typeof kinds)[number]): Line {
  const servers = kind.includes("/c") ? input.integer("servers", 1) : 1;
  const line = { lambda: input.number("lambda"), mu: input.number("mu"), servers };
  if (!(line.lambda > 0) || !(line.mu > 0))
    throw new ModelInputError("lambda", "arrivals and services above 0 are expected");
  if (servers < 1) throw new ModelInputError("servers", "at least one server is expected");
  return line;
}

/** Waiting lines in the steady state: Erlang; Pollaczek and Khinchine; Lee and Longton (1959) for M/G/c. */
export const queue: Model = {
  name: "queue",
  about: "Steady-state measures of a waiting line",
  compute: (input) => {
    const kind = input.oneOf("model", kinds);
    const line = lineOf(input, kind);
    if (kind.endsWith("/K")) return limited(line, input.integer("capacity"));
    return unlimited(line, kind.startsWith("M/G") ? input.number("serviceTimeSquaredCoefficientOfVariation") : 1);
  },
};
