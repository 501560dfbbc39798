import pg from "pg";
import { DATABASE, type Recorded, type RecordedRow } from "./recorded.ts";

const TABLES = `
  create table bare.entry (like public.entry including all);
  create table bare.answer (like public.answer including all);
  create table bare.stay (key text primary key, visit text not null, gate text not null) with (fillfactor = 70);
  create table bare.counter (key text primary key, value bigint not null) with (fillfactor = 70);`;

const ENTRIES = `insert into bare.entry (number, kind, at, outcome, reason, gate, lane, body, prev, hash)
  select * from unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bytea[], $10::bytea[])`;
const ANSWERS =
  "insert into bare.answer (key, request, entry, signature) select * from unnest($1::uuid[], $2::bytea[], $3::bigint[], $4::text[])";
const STAYS =
  "insert into bare.stay select * from unnest($1::text[], $2::text[], $3::text[]) on conflict (key) do update set visit = excluded.visit";
const COUNTERS =
  "insert into bare.counter select * from unnest($1::text[], $2::bigint[]) on conflict (key) do update set value = bare.counter.value + excluded.value";

function column<Name extends keyof RecordedRow>(rows: readonly RecordedRow[], name: Name): RecordedRow[Name][] {
  return rows.map((row) => row[name]);
}

/** One batch as the writer writes it: entries, answers, the state they change; one commit. */
async function insertBatch(client: pg.Client, rows: readonly RecordedRow[]): Promise<void> {
  const names = ["number", "kind", "at", "outcome", "reason", "gate", "lane", "body", "prev", "hash"] as const;
  const keys = column(rows, "key");
  await client.query("begin");
  await client.query({ name: "entries", text: ENTRIES, values: names.map((name) => column(rows, name)) });
  await client.query({
    name: "answers",
    text: ANSWERS,
    values: [keys, column(rows, "request"), column(rows, "number"), column(rows, "signature")],
  });
  await client.query({ name: "stays", text: STAYS, values: [keys, keys, column(rows, "gate")] });
  await client.query({ name: "counters", text: COUNTERS, values: [keys, rows.map(() => 64_000)] });
  await client.query("commit");
}

/** Inserts the same rows in batches of the same sizes, one after the other, durably, with nothing decided or hashed. */
export async function insertBare(
  folder: string,
  { rows, batches }: Recorded,
): Promise<{ readonly rowsPerSecond: number }> {
  const client = new pg.Client({ host: folder, port: 5432, user: "app", database: DATABASE });
  await client.connect();
  try {
    await client.query(`create schema bare; ${TABLES}`);
    const began = performance.now();
    let from = 0;
    for (const size of batches) {
      await insertBatch(client, rows.slice(from, from + size));
      from += size;
    }
    return { rowsPerSecond: (1_000 * rows.length) / (performance.now() - began) };
  } finally {
    await client.end();
  }
}
