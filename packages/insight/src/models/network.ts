import { type Input, ModelInputError } from "./input.ts";

export type Link = { readonly to: number; readonly length: number; readonly weight: number };

/** Places by number; `out` and `into` are the links by place, the same when edges lead both ways. */
export type Network = {
  readonly names: readonly string[];
  readonly directed: boolean;
  readonly edges: readonly {
    readonly from: number;
    readonly to: number;
    readonly length: number;
    readonly weight: number;
  }[];
  readonly out: readonly (readonly Link[])[];
  readonly into: readonly (readonly Link[])[];
  /** Neighbours when the direction of edges is left aside. */
  readonly beside: readonly ReadonlySet<number>[];
};

/** Reads nodes and edges; an edge to an unknown place is the input's fault and named so. */
export function readNetwork(input: Input): Network {
  const names = input.texts("nodes");
  const places = new Map(names.map((name, index) => [name, index]));
  const place = (edge: Input, name: string): number => {
    const found = places.get(edge.text(name));
    if (found === undefined) throw new ModelInputError(edge.at(name), 'a name from "nodes" is expected');
    return found;
  };
  if (names.length === 0 || places.size < names.length)
    throw new ModelInputError("nodes", "names, each once, are expected");
  const directed = input.boolean("directed", false);
  const seen = new Set<string>();
  const edges = input.objects("edges").map((edge) => {
    const [from, to] = [place(edge, "from"), place(edge, "to")];
    const key = directed ? `${from} ${to}` : `${Math.min(from, to)} ${Math.max(from, to)}`;
    if (from === to || seen.has(key)) throw new ModelInputError(edge.path, "no loop and no double edge is expected");
    seen.add(key);
    const [length, weight] = [edge.number("length", 1), edge.number("weight", 1)];
    if (!(length > 0)) throw new ModelInputError(edge.at("length"), "a length above 0 is expected");
    if (weight < 0) throw new ModelInputError(edge.at("weight"), "a weight of 0 or more is expected");
    return { from, to, length, weight };
  });
  return buildNetwork(names, edges, directed);
}

/** The network of places and numbered edges. */
export function buildNetwork(names: readonly string[], edges: Network["edges"], directed: boolean): Network {
  const links = (): Link[][] => names.map(() => []);
  const out = links();
  const into = directed ? links() : out;
  const beside = names.map(() => new Set<number>());
  for (const { from, to, length, weight } of edges) {
    out[from]!.push({ to, length, weight });
    into[to]!.push({ to: from, length, weight });
    beside[from]!.add(to);
    beside[to]!.add(from);
  }
  return { names, directed, edges, out, into, beside };
}
