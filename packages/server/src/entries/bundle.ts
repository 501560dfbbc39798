import {
  type BundleLine,
  bundleHead,
  type Entry,
  formatBundleLine,
  hashFromHex,
  type Receipt,
} from "@twinline/journal";
import { instantText } from "@twinline/zone";
import type { Queries } from "../database.ts";
import type { OpenSpine } from "../spine/open-spine.ts";
import { proveEntry } from "./proof.ts";

/** Entries fetched at a time while a bundle is written. */
const PAGE = 1_000;

/**
 * A bundle over entries `first` to `last`, line by line (packages/journal bundle.ts): entries with the checkpoints and, if
 * asked, the receipts that cover them, and at the end the proof that the last one stands under a signed checkpoint.
 */
export async function* bundleLines(
  queries: Queries,
  spine: Pick<OpenSpine, "origin" | "signer" | "checkpoints">,
  first: number,
  last: number,
  withReceipts: boolean,
): AsyncGenerator<string> {
  const line = (one: BundleLine) => `${formatBundleLine(one)}\n`;
  const covering = await spine.checkpoints.covering(last);
  yield line(bundleHead(spine.origin, first, last, [spine.signer.key]));
  for (let from = first; from <= last; from += PAGE) {
    const until = Math.min(last, from + PAGE - 1);
    for (const row of await readPage(queries, from, until)) {
      const { number, prev, hash, body } = row;
      yield line({ kind: "entry", entry: { number, prev, hash, body } });
      const receipt = withReceipts ? receiptOf(spine.origin, row) : undefined;
      if (receipt !== undefined) yield line({ kind: "receipt", receipt });
      if (number === last) {
        const { path } = await proveEntry(queries, number, hash, covering);
        yield line({ kind: "proof", number, size: covering.size, path: path.map(hashFromHex) });
        yield line({ kind: "checkpoint", note: covering.note });
      } else if (row.note !== null) yield line({ kind: "checkpoint", note: row.note });
    }
  }
}

type Row = Entry & { readonly at: Temporal.Instant; readonly note: string | null; readonly signature: string | null };

async function readPage(queries: Queries, from: number, until: number): Promise<Row[]> {
  const { rows } = await queries.query<Row>(
    `select e.number, e.at, e.body, encode(e.prev, 'hex') as prev, encode(e.hash, 'hex') as hash, c.note,
       (select min(a.signature) from answer a where a.entry = e.number) as signature
     from entry e left join checkpoint c on c.size = e.number where e.number between $1 and $2 order by e.number`,
    [from, until],
  );
  return rows;
}

function receiptOf(origin: string, { number, hash, at, signature }: Row): Receipt | undefined {
  return signature === null ? undefined : { origin, number, hash, at: instantText(at.epochMilliseconds), signature };
}
