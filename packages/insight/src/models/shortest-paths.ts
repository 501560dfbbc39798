import type { Link } from "./network.ts";

/** Lengths that differ by less than this share count as equal: sums of doubles differ by the order of adding. */
const EQUAL_SHARE = 1e-12;

export type Tree = {
  readonly distance: readonly number[];
  readonly paths: readonly number[];
  readonly before: readonly (readonly number[])[];
  readonly order: readonly number[];
};

function closer(a: number, b: number): boolean {
  return a < b - EQUAL_SHARE * b;
}

/** Dijkstra (1959) from one place: distances, number of shortest paths and the steps before each place. */
export function shortestPaths(links: readonly (readonly Link[])[], start: number): Tree {
  const distance = links.map(() => Number.POSITIVE_INFINITY);
  const paths = links.map(() => 0);
  const before: number[][] = links.map(() => []);
  const open = new Set(links.keys());
  const order: number[] = [];
  distance[start] = 0;
  paths[start] = 1;
  while (open.size > 0) {
    let at = -1;
    for (const place of open)
      if (Number.isFinite(distance[place]!) && (at < 0 || distance[place]! < distance[at]!)) at = place;
    if (at < 0) break;
    open.delete(at);
    order.push(at);
    for (const { to, length } of links[at]!) {
      const through = distance[at]! + length;
      if (closer(through, distance[to]!) || !Number.isFinite(distance[to]!)) {
        distance[to] = through;
        paths[to] = paths[at]!;
        before[to] = [at];
      } else if (!closer(distance[to]!, through) && open.has(to)) {
        paths[to]! += paths[at]!;
        before[to]!.push(at);
      }
    }
  }
  return { distance, paths, before, order };
}
