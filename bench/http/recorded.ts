import pg from "pg";

export type RecordedRow = {
  readonly number: string;
  readonly kind: string;
  readonly at: string;
  readonly outcome: string;
  readonly reason: string;
  readonly gate: string;
  readonly lane: string;
  readonly body: string;
  readonly prev: Buffer;
  readonly hash: Buffer;
  readonly key: string;
  readonly request: Buffer;
  readonly signature: string;
};

/** The entries that a measurement left, with the sizes of the transactions that wrote them. */
export type Recorded = { readonly rows: readonly RecordedRow[]; readonly batches: readonly number[] };

export const DATABASE = "twinline_khorgos_cn";

/** Reads entries of these kinds with their answers; rows of one transaction share `xmin`, which tells the batches. */
export async function readRecorded(
  folder: string,
  first: number,
  last: number,
  kinds: readonly string[] = ["passage"],
): Promise<Recorded> {
  const client = new pg.Client({ host: folder, port: 5432, user: "app", database: DATABASE });
  await client.connect();
  try {
    const text = `select e.number::text, e.kind, e.at::text, e.outcome, e.reason, e.gate, e.lane, e.body, e.prev, e.hash,
      a.key::text, a.request, a.signature, e.xmin::text as batch
      from entry e join answer a on a.entry = e.number where e.number between $1 and $2 and e.kind = any($3) order by e.number`;
    const { rows } = await client.query<RecordedRow & { batch: string }>(text, [first, last, kinds]);
    const sizes = Map.groupBy(rows, (row) => row.batch);
    return { rows, batches: [...sizes.values()].map((batch) => batch.length) };
  } finally {
    await client.end();
  }
}
