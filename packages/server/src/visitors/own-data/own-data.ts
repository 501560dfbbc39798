import type { ZoneNode } from "../../node.ts";
import { findRequest, type StoredRequest } from "../../persons/queries.ts";
import { type StoredSale, visitSales } from "../../sales/queries.ts";
import { openPersons } from "../../vault/persons.ts";
import type { Holder } from "../holder.ts";
import { visitEntries } from "./visit-entries.ts";

/** What is held about the holder of a pass, as far as somebody who found the pass may see it. */
export type OwnData = {
  readonly holder: Holder;
  /** Kinds of data in the vault, e.g. name, number; their values stay there. */
  readonly vault: readonly string[];
  /** The end of the document's number, by which the holder knows it again. */
  readonly numberEnd: string;
  readonly sales: readonly StoredSale[];
  readonly entries: readonly number[];
  readonly request: StoredRequest | undefined;
};

/** Signs of a document number that are shown. */
const NUMBER_END = 2;

export async function readOwnData(node: ZoneNode, holder: Holder): Promise<OwnData> {
  const { person, pass } = holder;
  const record = (await openPersons(node).reveal([person])).get(person) ?? {};
  const sales = await visitSales(node.database, person, pass.visit);
  const request = await findRequest(node.database, person);
  const entries = await visitEntries(node.database, { person, visit: pass.visit }, sales, request);
  const vault = Object.keys(record).toSorted();
  return { holder, vault, numberEnd: record.number?.slice(-NUMBER_END) ?? "", sales, entries, request };
}
