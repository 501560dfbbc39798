import type { EntryDetail } from "@twinline/api";
import { chainEntry, hashFromHex } from "@twinline/journal";
import { sha256 } from "@twinline/journal/node";
import { explainEntry, presentRow } from "./present.ts";
import { findStored } from "./queries.ts";
import type { RecordRoom } from "./record-room.ts";
import { replayEntry } from "./replay.ts";

/** An entry read from the record: told, its decisions taken again, its hash computed again. */
export type ReadEntry = Pick<EntryDetail, "row" | "body" | "replayed" | "explanation"> & { readonly intact: boolean };

/** The entry of a number, or undefined when the journal has none. */
export async function readEntry(room: RecordRoom, number: number): Promise<ReadEntry | undefined> {
  const found = await findStored(room.database, number);
  if (found === undefined) return undefined;
  const { body, prev, hash } = found;
  const again = chainEntry({ chain: room.origin, number, prev: hashFromHex(prev), body }, sha256);
  return {
    row: presentRow(found),
    body,
    intact: again.hash === hash,
    replayed: await replayEntry(room.shelf, body),
    explanation: await explainEntry(room, number, body),
  };
}
