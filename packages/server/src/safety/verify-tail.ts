import { type Entry, type Head, verifyChain } from "@twinline/journal";
import { sha256 } from "@twinline/journal/node";
import type { Database } from "../database.ts";
import { StartError } from "../errors.ts";
import { readHead } from "../writer/head.ts";

/** Entries fetched at a time: short statements, bounded memory. */
const PAGE = 1_000;

/**
 * Follows the last `links` entries of a journal up to its head (promises.md P10, P30). An empty journal holds.
 * @throws StartError that names the first entry whose link is broken
 */
export async function verifyTail(database: Database, origin: string, links: number): Promise<void> {
  const { rows } = await database.query<{ last: number | null }>("select max(number) as last from entry");
  const last = rows[0]?.last ?? 0;
  if (last === 0) return;
  let head = await headBefore(database, Math.max(1, last - links + 1));
  while (head.number < last) {
    const page = await readPage(database, head.number);
    const check = verifyChain(origin, page, sha256, head);
    if (!check.holds) throw broken(check.number, check.what);
    head = check.head;
  }
  const stored = await readHead(database, origin);
  if (stored.number !== last || Buffer.compare(stored.hash, head.hash) !== 0) throw broken(last, "head");
}

/** What the first entry of the tail must be chained to: the hash of the entry before it. */
async function headBefore(database: Database, first: number): Promise<Head> {
  const { rows } = await database.query<{ prev: Buffer }>("select prev from entry where number = $1", [first]);
  const prev = rows[0]?.prev;
  if (prev === undefined) throw broken(first, "number");
  return { number: first - 1, hash: new Uint8Array(prev) };
}

async function readPage(database: Database, after: number): Promise<Entry[]> {
  const { rows } = await database.query<Entry>(
    `select number, body, encode(prev, 'hex') as prev, encode(hash, 'hex') as hash
     from entry where number > $1 order by number limit $2`,
    [after, PAGE],
  );
  // NOTE: nothing above a number that is not the last one: the chain has a hole there.
  if (rows.length === 0) throw broken(after + 1, "number");
  return rows;
}

function broken(number: number, what: string): StartError {
  return new StartError(
    "start/chain",
    `Cannot start: the journal is broken at entry ${number} (${what}); someone changed it or the disk did; run "twinline verify" on an exported bundle, and restore a verified backup`,
    { number, what },
  );
}
