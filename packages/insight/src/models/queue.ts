import { erlangC, isFull } from "./erlang-formulas.ts";
import { type Input, ModelInputError } from "./input.ts";
import type { Model, Result } from "./model.ts";
import { finiteSource, impatient, infiniteServers } from "./queue-variants.ts";

const kinds = [
  "M/M/1",
  "M/M/c",
  "M/M/1/K",
  "M/M/c/K",
  "M/G/1",
  "M/G/c",
  "M/D/1",
  "M/D/c",
  "M/Ek/1",
  "M/Ek/c",
  "G/G/1",
  "G/G/c",
  "M/M/inf",
  "M/M/c+M",
  "M/M/c//N",
] as const;
const STATES_MAX = 1_000_000;
const SERVERS_MAX = 1_000_000;

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
  const top = logs.reduce((most, log) => Math.max(most, log));
  return Math.exp(-top) / logs.reduce((sum, log) => sum + Math.exp(log - top), 0);
}

function unlimited(line: Line, variation: number): Record<string, Result> {
  const { lambda, mu, servers } = line;
  const utilisation = lambda / mu / servers;
  if (isFull(utilisation)) return { stable: false, utilisation, ...unstable };
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
  const servers = kind.includes("/c") || kind === "M/M/c+M" ? input.integer("servers", 1) : 1;
  const line = { lambda: input.number("lambda"), mu: input.number("mu"), servers };
  if (line.lambda < 0) throw new ModelInputError("lambda", "a rate of 0 or more is expected");
  if (!(line.mu > 0)) throw new ModelInputError("mu", "a rate above 0 is expected");
  if (servers < 1 || servers > SERVERS_MAX)
    throw new ModelInputError("servers", `1 to ${SERVERS_MAX} servers are expected`);
  return line;
}

/** Variation of service (and of arrivals, added, for G/G): the wait of M/M/c is taken times (1 + variation) / 2. */
function variationOf(input: Input, kind: (typeof kinds)[number]): number {
  const squared = (name: string): number => {
    const value = input.number(name);
    if (value < 0) throw new ModelInputError(name, "0 or more is expected");
    return value;
  };
  const service = "serviceTimeSquaredCoefficientOfVariation";
  if (kind.startsWith("M/D")) return 0;
  if (kind.startsWith("M/G")) return squared(service);
  if (kind.startsWith("G/G")) return squared("arrivalTimeSquaredCoefficientOfVariation") + squared(service) - 1;
  if (!kind.startsWith("M/Ek")) return 1;
  const phases = input.integer("phases");
  if (phases < 1) throw new ModelInputError("phases", "at least one phase is expected");
  return 1 / phases;
}

function measured(input: Input): Record<string, Result> {
  const kind = input.oneOf("model", kinds);
  const line = lineOf(input, kind);
  if (kind.endsWith("/K")) return limited(line, input.integer("capacity"));
  if (kind === "M/M/inf") return infiniteServers(line.lambda, line.mu);
  if (kind === "M/M/c+M") return impatient(input, line.lambda, line.mu, line.servers);
  if (kind === "M/M/c//N") return finiteSource(input, line.lambda, line.mu, line.servers);
  const found = unlimited(line, variationOf(input, kind));
  return kind.startsWith("G/") && found.stable ? { ...found, probabilityEmpty: null, probabilityWait: null } : found;
}

/**
 * Waiting lines in the steady state: Erlang; Pollaczek and Khinchine; Lee and Longton (1959) for M/G/c, M/D/c and M/Ek/c;
 * Allen and Cunneen (1990) for G/G; Palm (1957) for impatient customers; finite populations.
 */
export const queue: Model = {
  name: "queue",
  about: "Steady-state measures of a waiting line",
  compute: (input) => {
    // NOTE: where nobody comes there is no mean over those who came, and 0 / 0 is no number.
    const measures = Object.entries(measured(input)).map(([name, value]) => [name, Number.isNaN(value) ? null : value]);
    return Object.fromEntries(measures);
  },
};
