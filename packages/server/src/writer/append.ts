import { appendLeaves, chainEntry, hashFromHex, type StoredNode, writeCanonical } from "@twinline/journal";
import { sha256 } from "@twinline/journal/node";
import type { Body } from "@twinline/zone";
import type { Queries } from "../database.ts";
import type { JournalHead } from "./head.ts";

/** An entry about to be written, with its chain and its place in the tree. */
export type Draft = {
  readonly number: number;
  readonly body: Body;
  readonly text: string;
  readonly prev: string;
  readonly hash: string;
};

/** Chains a body to the head; the head moves on by one. */
export function draftEntry(origin: string, head: Pick<JournalHead, "number" | "hash">, body: Body): Draft {
  const text = writeCanonical(body);
  const { number, prev, hash } = chainEntry(
    { chain: origin, number: head.number + 1, prev: head.hash, body: text },
    sha256,
  );
  return { number, body, text, prev, hash };
}

/** Sends entries in their order and the tree's nodes that they complete: the head after them, and what is to be awaited. */
export function appendEntries(
  tx: Queries,
  head: JournalHead,
  drafts: readonly Draft[],
): { readonly head: JournalHead; readonly written: readonly Promise<void>[] } {
  const last = drafts.at(-1);
  if (last === undefined) return { head, written: [] };
  const leaves = drafts.map(({ hash }) => hashFromHex(hash));
  const { frontier, completed } = appendLeaves(head.frontier, leaves, sha256);
  const nodes = completed.length > 0 ? [insertNodes(tx, completed)] : [];
  return {
    head: { number: last.number, hash: hashFromHex(last.hash), frontier },
    written: [insertEntries(tx, drafts), ...nodes],
  };
}

async function insertEntries(tx: Queries, drafts: readonly Draft[]): Promise<void> {
  await tx.query(
    `insert into entry (number, kind, at, outcome, reason, gate, lane, body, prev, hash)
     select * from unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[],
       $8::text[], $9::bytea[], $10::bytea[])`,
    [
      drafts.map(({ number }) => number),
      drafts.map(({ body }) => body.kind),
      drafts.map(({ body }) => body.at),
      drafts.map(({ body }) => body.outcome),
      drafts.map(({ body }) => body.reason),
      drafts.map(({ body }) => textOrNull(body.gate)),
      drafts.map(({ body }) => textOrNull(body.lane)),
      drafts.map(({ text }) => text),
      drafts.map(({ prev }) => Buffer.from(prev, "hex")),
      drafts.map(({ hash }) => Buffer.from(hash, "hex")),
    ],
    "append-entries",
  );
}

async function insertNodes(tx: Queries, nodes: readonly StoredNode[]): Promise<void> {
  await tx.query(
    "insert into tree_node (level, index, hash) select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])",
    [nodes.map(({ level }) => level), nodes.map(({ index }) => index), nodes.map(({ hash }) => Buffer.from(hash))],
    "append-nodes",
  );
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
