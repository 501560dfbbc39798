import { type CodeLists, routes, type Status } from "@twinline/api";
import { askNode } from "./node-client.ts";

/** A gate that made-up travellers pass, and the categories of goods that its zone names. */
export type TrafficGate = { readonly gate: string; readonly categories: ReadonlySet<string> };

/** Asks the node for its zone's goods, and for the first gate of its side unless one is named. */
export async function findTrafficGate(url: string, named?: string): Promise<TrafficGate> {
  const { goodsCategories } = (await read(url, routes.codes.path)) as CodeLists;
  const gate = named ?? firstGate((await read(url, routes.status.path)) as Status);
  return { gate, categories: new Set(goodsCategories.map(({ code }) => code)) };
}

function firstGate({ gates, side, zone }: Status): string {
  const own = gates.find((one) => one.side === side);
  if (own === undefined) throw new Error(`Cannot play traffic: the zone "${zone}" has no gate on the side "${side}"`);
  return own.gate;
}

async function read(url: string, path: string): Promise<unknown> {
  return (await askNode("GET", new URL(path, url).href, {})).body;
}
