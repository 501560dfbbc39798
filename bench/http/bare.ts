import pg from "pg";
import { DATABASE, type RecordedRow } from "./recorded.ts";

const TABLES = `
  drop schema if exists bare cascade; create schema bare;
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

/** The limit: bare SQL on one connection, into tables of the same shape beside the node's own. */
export class BareTables implements AsyncDisposable {
  readonly #client: pg.Client;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  static async open(folder: string): Promise<BareTables> {
    const settings = { host: folder, port: 5432, user: "app", database: DATABASE, pipeline: true };
    const client = new pg.Client(settings);
    await client.connect();
    await client.query(TABLES);
    return new BareTables(client);
  }

  /** One batch as the writer writes it: entries, answers, the state they change; one commit, one round trip. */
  async insertBatch(rows: readonly RecordedRow[]): Promise<void> {
    const names = ["number", "kind", "at", "outcome", "reason", "gate", "lane", "body", "prev", "hash"] as const;
    const keys = column(rows, "key");
    const answers = [keys, column(rows, "request"), column(rows, "number"), column(rows, "signature")];
    const client = this.#client;
    await Promise.all([
      client.query("begin"),
      client.query({ name: "entries", text: ENTRIES, values: names.map((name) => column(rows, name)) }),
      client.query({ name: "answers", text: ANSWERS, values: answers }),
      client.query({ name: "stays", text: STAYS, values: [keys, keys, column(rows, "gate")] }),
      client.query({ name: "counters", text: COUNTERS, values: [keys, rows.map(() => 64_000)] }),
      client.query("commit"),
    ]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#client.end();
  }
}

/** Inserts the same rows in batches of the same sizes, one after the other. Returns the seconds it took. */
export async function insertBare(
  bare: BareTables,
  rows: readonly RecordedRow[],
  batches: readonly number[],
): Promise<number> {
  const began = performance.now();
  let from = 0;
  for (const size of batches) {
    await bare.insertBatch(rows.slice(from, from + size));
    from += size;
  }
  return (performance.now() - began) / 1_000;
}
