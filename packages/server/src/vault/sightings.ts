import { type Queries, together } from "../database.ts";
import type { VaultKeys } from "./keys.ts";
import { indexOf, newDataKey, newToken, seal, unseal } from "./sealing.ts";

/**
 * What identifies a subject (hashed) and what is kept of it (sealed); fields and record never reach the journal. `watched`
 * names the same document as the watch list would: it is looked up in the same round trip, and never recorded.
 */
export type Sighting = {
  readonly fields: readonly string[];
  readonly record: Readonly<Record<string, string>>;
  readonly watched?: readonly string[];
};

/** The kind of subject that the watch list names. */
export const WATCHED = "watched";

/** One kind of subject of one side, and the keys that its names are hashed and its records sealed with. */
export type VaultRoom = { readonly keys: VaultKeys; readonly side: string; readonly kind: string };

/** A sighting at its place in the vault. */
export type Placed = {
  readonly index: Buffer;
  readonly at: string;
  readonly clear: Buffer;
  readonly watched?: Buffer;
};

export function placed({ keys, kind }: VaultRoom, { fields, record, watched }: Sighting): Placed {
  const index = indexOf(keys.index, kind, fields);
  const listed = watched === undefined ? {} : { watched: indexOf(keys.index, WATCHED, watched) };
  return { index, at: index.toString("hex"), clear: Buffer.from(recordText(record)), ...listed };
}

export type Subject = { token: string; wrapped_key: Buffer };
type Known = Subject & { index: Buffer; sealed: Buffer };

/** Tokens of those seen or watched for before, by place; what their documents say now is kept instead of what they said then. */
export async function knownAmong(
  vault: Queries,
  room: VaultRoom,
  sightings: readonly Placed[],
): Promise<Map<string, string>> {
  const { rows } = await vault.query<Known>(
    `select token, wrapped_key, index, sealed from vault.identity join vault.subject using (token)
     where identity.side = $1 and index = any($2::bytea[])`,
    [room.side, sightings.flatMap(({ index, watched }) => (watched === undefined ? [index] : [index, watched]))],
    "vault-known",
  );
  const latest = new Map(sightings.map((one) => [one.at, one]));
  const changes = rows.flatMap((row) => changed(vault, room, row, latest.get(row.index.toString("hex"))));
  await together(changes);
  return new Map(rows.map(({ index, token }) => [index.toString("hex"), token]));
}

function changed(vault: Queries, { keys, side }: VaultRoom, row: Known, seen: Placed | undefined): Promise<unknown>[] {
  if (seen === undefined) return [];
  const key = unseal(keys.wrap, row.wrapped_key, row.token);
  const place = placeOf(row.token, row.index);
  if (unseal(key, row.sealed, place).equals(seen.clear)) return [];
  const update =
    "update vault.identity set sealed = $3, recorded_at = clock_timestamp() where side = $1 and index = $2";
  return [vault.query(update, [side, row.index, seal(key, seen.clear, place)])];
}

/** Somebody never seen before, with a key of their own. */
export type Newcomer = Placed & Subject & { readonly sealed: Buffer };

export function newcomer({ keys, kind }: VaultRoom, seen: Placed): Newcomer {
  const token = newToken(kind);
  const key = newDataKey();
  const sealed = seal(key, seen.clear, placeOf(token, seen.index));
  return { ...seen, token, wrapped_key: seal(keys.wrap, key, token), sealed };
}

/** Records newcomers; places of those whose document was recorded meanwhile under another token are left out of the answer. */
export async function recordNewcomers(
  vault: Queries,
  { keys, side }: VaultRoom,
  newcomers: readonly Newcomer[],
): Promise<Set<string>> {
  if (newcomers.length === 0) return new Set();
  const tokens = newcomers.map(({ token }) => token);
  const [, { rows }] = await together([
    vault.query(
      `insert into vault.subject (token, side, wrapped_key, wrap_key_id)
       select token, $2, wrapped_key, $4 from unnest($1::text[], $3::bytea[]) as new (token, wrapped_key)`,
      [tokens, side, newcomers.map(({ wrapped_key }) => wrapped_key), keys.wrapId],
      "vault-subject-insert",
    ),
    vault.query<{ index: Buffer }>(
      `insert into vault.identity (side, index, token, sealed)
       select $2, index, token, sealed from unnest($1::text[], $3::bytea[], $4::bytea[]) as new (token, index, sealed)
       on conflict do nothing returning index`,
      [tokens, side, newcomers.map(({ index }) => index), newcomers.map(({ sealed }) => sealed)],
      "vault-identity-insert",
    ),
  ]);
  return new Set(rows.map(({ index }) => index.toString("hex")));
}

export function placeOf(token: string, index: Buffer): string {
  return `${token}/${index.toString("hex")}`;
}

function recordText(record: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))));
}
