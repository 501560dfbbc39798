import { betweenness, closeness, pageRank } from "./centrality.ts";
import { type Input, ModelInputError } from "./input.ts";
import type { Model, Result } from "./model.ts";
import { type Network, readNetwork } from "./network.ts";
import { eigenvector, reachOf, strength } from "./reach.ts";
import { articulationPoints, clustering, componentCount, modularity, transitivity } from "./structure.ts";

const DAMPING = 0.85;

function partitionOf(input: Input, network: Network): readonly ReadonlySet<number>[] {
  return input.list("partition").map((group, index) => {
    if (!Array.isArray(group)) throw new ModelInputError(`partition[${index}]`, "a list of names is expected");
    return new Set(
      group.map((name: unknown, at) => {
        const place = network.names.indexOf(String(name));
        if (place < 0) throw new ModelInputError(`partition[${index}][${at}]`, 'a name from "nodes" is expected');
        return place;
      }),
    );
  });
}

function dampingOf(input: Input): number {
  const damping = input.number("damping", DAMPING);
  if (damping < 0 || damping > 1) throw new ModelInputError("damping", "a share from 0 to 1 is expected");
  return damping;
}

function withReach(
  network: Network,
  byName: (values: readonly number[]) => Record<string, number>,
): Record<string, Result> {
  const { harmonic, diameter, meanDistance } = reachOf(network);
  const own = eigenvector(network);
  return {
    strength: byName(strength(network)),
    harmonic: byName(harmonic),
    eigenvector: own === null ? null : byName(own),
    diameter,
    meanDistance,
  };
}

/** Roles of places in a network: how central, how replaceable, how clustered. */
export const networkRoles: Model = {
  name: "network-roles",
  about: "Centralities, clusters and single points of failure of a transport or trade network",
  compute: (input) => {
    const network = readNetwork(input);
    const { names, edges, directed } = network;
    const byName = (values: readonly number[]): Record<string, number> =>
      Object.fromEntries(names.map((name, place) => [name, values[place]!]));
    const pairs = (names.length * (names.length - 1)) / (directed ? 1 : 2);
    return {
      degree: byName(names.map((_, place) => edges.filter((edge) => edge.from === place || edge.to === place).length)),
      betweenness: byName(betweenness(network)),
      closeness: byName(closeness(network)),
      pageRank: byName(pageRank(network, dampingOf(input))),
      ...withReach(network, byName),
      clustering: byName(clustering(network)),
      transitivity: transitivity(network),
      articulationPoints: articulationPoints(network),
      components: componentCount(network),
      density: pairs === 0 ? 0 : edges.length / pairs,
      ...(input.has("partition") ? { modularity: modularity(network, partitionOf(input, network)) } : {}),
    };
  },
};
