import { erlangC, isFull } from "./erlang-formulas.ts";
import { ModelInputError } from "./input.ts";
import { solveLinear } from "./linear-system.ts";
import type { Model } from "./model.ts";
import { squareMatrix } from "./square.ts";

const SERVERS_MAX = 1_000_000;

/** By how much shares of a whole may exceed it: 0.7, 0.2 and 0.1 add up to more than 1 in doubles. */
const ROUNDING = 1e-9;

function requireProbabilities(routing: readonly (readonly number[])[]): void {
  for (const [index, row] of routing.entries()) {
    const leaving = row.reduce((sum, share) => sum + share, 0);
    if (leaving > 1 + ROUNDING || row.some((share) => share < 0))
      throw new ModelInputError(`routing[${index}]`, "probabilities that add up to 1 at the most are expected");
  }
}

const unstable = {
  meanNumberAtNode: null,
  meanTimePerVisit: null,
  meanTimePerCustomer: null,
  meanNumberInSystem: null,
  meanTimeInSystem: null,
};

/** Open networks of M/M/c stations (Jackson 1957): each station behaves as if it stood alone. */
export const jacksonNetwork: Model = {
  name: "jackson-network",
  about: "Flows, load and times of an open network of stations",
  compute: (input) => {
    const nodes = input.objects("nodes");
    const routing = squareMatrix(input, "routing", nodes.length);
    requireProbabilities(routing);
    const arrivals = nodes.map((node) => node.number("externalArrivalRate", 0));
    const mu = nodes.map((node) => node.number("mu"));
    const servers = nodes.map((node) => node.integer("servers", 1));
    for (const [k, node] of nodes.entries()) {
      if (arrivals[k]! < 0) throw new ModelInputError(node.at("externalArrivalRate"), "0 or more is expected");
      if (!(mu[k]! > 0)) throw new ModelInputError(node.at("mu"), "a rate above 0 is expected");
      if (servers[k]! < 1 || servers[k]! > SERVERS_MAX)
        throw new ModelInputError(node.at("servers"), `1 to ${SERVERS_MAX} servers are expected`);
    }
    const total = arrivals.reduce((sum, rate) => sum + rate, 0);
    if (!(total > 0)) throw new ModelInputError("nodes", "arrivals from outside are expected at one node at least");
    const balance = routing.map((_, j) => routing.map((row, i) => (i === j ? 1 : 0) - row[j]!));
    const throughput = solveLinear(balance, arrivals, "routing");
    const utilisation = throughput.map((rate, k) => rate / (servers[k]! * mu[k]!));
    const stable = !utilisation.some(isFull);
    const flows = { throughput, visitRatio: throughput.map((rate) => rate / total), utilisation, stable };
    if (!stable) return { ...flows, ...unstable };
    const meanNumberAtNode = throughput.map((rate, k) => {
      const load = rate / mu[k]!;
      return load + (erlangC(servers[k]!, load) * load) / (servers[k]! - load);
    });
    const meanNumberInSystem = meanNumberAtNode.reduce((sum, number) => sum + number, 0);
    return {
      ...flows,
      meanNumberAtNode,
      meanTimePerVisit: meanNumberAtNode.map((number, k) => (throughput[k] === 0 ? null : number / throughput[k]!)),
      meanTimePerCustomer: meanNumberAtNode.map((number) => number / total),
      meanNumberInSystem,
      meanTimeInSystem: meanNumberInSystem / total,
    };
  },
};
