import type { EntryDetail } from "@twinline/api";
import {
  hashFromHex,
  inclusionPath,
  inclusionRanges,
  type NodeId,
  type NodeReader,
  proofNodes,
  toHex,
  verifyInclusion,
} from "@twinline/journal";
import { sha256 } from "@twinline/journal/node";
import type { Queries } from "../database.ts";
import type { SignedCheckpoint } from "./checkpoints.ts";

/** Proof that entry `number` with this hash stands under a checkpoint (RFC 6962 §2.1.1), checked before it is given away. */
export async function proveEntry(
  queries: Queries,
  number: number,
  hash: string,
  { size, root, note }: SignedCheckpoint,
): Promise<EntryDetail["proof"]> {
  const index = number - 1;
  const reader = await readNodes(queries, proofNodes(inclusionRanges(index, size)));
  const path = inclusionPath(index, size, reader, sha256);
  const holds = verifyInclusion({ index, size, leaf: hashFromHex(hash), path, root }, sha256);
  return { leafIndex: index, treeSize: size, root: toHex(root), path: path.map(toHex), checkpoint: note, holds };
}

/** Reads tree nodes in one query; leaves are the entries' own hashes. */
export async function readNodes(queries: Queries, nodes: readonly NodeId[]): Promise<NodeReader> {
  const { rows } = await queries.query<{ level: number; index: number; hash: Buffer }>(
    `select level, index, hash from tree_node join unnest($1::int[], $2::bigint[]) as n(l, i) on level = l and index = i
     union all select 0, number - 1, hash from entry where number = any($3::bigint[])`,
    [
      nodes.map(({ level }) => level),
      nodes.map(({ index }) => index),
      nodes.filter(({ level }) => level === 0).map(({ index }) => index + 1),
    ],
  );
  const hashes = new Map(rows.map(({ level, index, hash }) => [`${level}/${index}`, new Uint8Array(hash)]));
  return ({ level, index }) => {
    const hash = hashes.get(`${level}/${index}`);
    if (hash === undefined) throw new Error(`Cannot prove the entry: the tree has no node ${level}/${index}`);
    return hash;
  };
}
