import { counterValues, getRulebook, rulebookOf } from "@twinline/zone";
import type { ZoneNode } from "../../node.ts";
import { visitSales } from "../../sales/queries.ts";
import type { OpenSpine } from "../../spine/open-spine.ts";
import { readCounters } from "../counters.ts";
import type { Holder } from "../holder.ts";
import { taxOf } from "./sale-tax.ts";

/** What a holder has used of her limits, and what tills sold her in this visit that is not out of the zone yet. */
export type Carried = {
  /** Values of the departure rulebook's counters by name: sales of this visit are in them, once. */
  readonly counters: { readonly [name: string]: number };
  readonly sales: number;
  /** Tax of those sales, asked for when they leave; no currency while there is none. */
  readonly due: { readonly minor: number; readonly currency?: string };
};

export async function readCarried(
  { database }: ZoneNode,
  spine: OpenSpine,
  { person, subject, pass }: Holder,
  day: number,
): Promise<Carried> {
  const installed = getRulebook(spine.world(), rulebookOf.out);
  const counters = counterValues(installed, subject, day, await readCounters(database, installed, subject, day));
  const inside = (await visitSales(database, person, pass.visit)).filter(({ isOut }) => !isOut);
  const taxes = (await Promise.all(inside.map((sale) => taxOf(sale, spine)))).flatMap((tax) => tax ?? []);
  const minor = taxes.reduce((sum, tax) => sum + tax.minor, 0);
  const currency = taxes[0]?.currency;
  return { counters, sales: inside.length, due: currency === undefined ? { minor } : { minor, currency } };
}
