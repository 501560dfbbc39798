import { EMPTY_FRONTIER, type Frontier, formatFrontier, GENESIS, parseFrontier } from "@twinline/journal";
import type { Queries } from "../database.ts";

/** Where the journal stands: its last number and hash, and the right edge of its tree (D3, D4). */
export type JournalHead = { readonly number: number; readonly hash: Uint8Array; readonly frontier: Frontier };

/** The head, locked until the transaction ends: whoever holds it gives out the next numbers. */
export async function lockHead(tx: Queries, origin: string): Promise<JournalHead> {
  const { rows } = await tx.query<HeadRow>(
    "select number, hash, frontier from head where chain = $1 for update",
    [origin],
    "lock-head",
  );
  return headOf(rows[0]);
}

/** The head as it was last committed. */
export async function readHead(queries: Queries, origin: string): Promise<JournalHead> {
  const { rows } = await queries.query<HeadRow>("select number, hash, frontier from head where chain = $1", [origin]);
  return headOf(rows[0]);
}

export async function saveHead(tx: Queries, origin: string, { number, hash, frontier }: JournalHead): Promise<void> {
  await tx.query(
    "update head set number = $2, hash = $3, frontier = $4 where chain = $1",
    [origin, number, Buffer.from(hash), formatFrontier(frontier)],
    "save-head",
  );
}

/** The row of a journal that has no entry yet; once for each journal. */
export async function foundHead(queries: Queries, origin: string): Promise<void> {
  await queries.query(
    "insert into head (chain, number, hash, frontier) values ($1, 0, $2, $3) on conflict do nothing",
    [origin, Buffer.from(GENESIS), formatFrontier(EMPTY_FRONTIER)],
  );
}

type HeadRow = { number: number; hash: Buffer; frontier: string };

function headOf(row: HeadRow | undefined): JournalHead {
  if (row === undefined) throw new Error("Cannot append: the journal has no head, the node was not opened");
  return { number: row.number, hash: new Uint8Array(row.hash), frontier: parseFrontier(row.frontier) };
}
