import { parseCanonical } from "@twinline/journal";
import { type AnyConcept, type Body, entryChanges, PendingChanges, type World } from "@twinline/zone";
import { type Connection, openDatabase, type Queries, queriesOf, together } from "../database.ts";
import { type StateTable, saveTouched } from "../writer/state-table.ts";

/** Entries folded at a time. */
export const REBUILD_ENTRIES = 2_000;

/** What is compared: the concepts that fold entries, the tables they fold into, and the rulebooks whose counters are kept. */
export type Rebuilding = {
  readonly concepts: ReadonlyMap<string, AnyConcept>;
  readonly tables: readonly StateTable[];
  readonly rulebooks: World["rulebooks"];
  /** Called now and then with the number of entries folded. */
  readonly progress?: (entries: number) => void;
};

/** One table: its rows in the node, those the journal gives, and how many are on one side only. */
export type TableComparison = {
  readonly table: string;
  readonly rows: number;
  readonly rebuilt: number;
  readonly onlyStored: number;
  readonly onlyRebuilt: number;
};

export type RebuildReport = {
  readonly entries: number;
  readonly tables: readonly TableComparison[];
  readonly same: boolean;
};

/**
 * Makes all state anew from the journal and compares it with what the node keeps, in one snapshot: a node may go on deciding
 * meanwhile. Nothing is changed; the rebuilt rows live in temporary tables of a connection of its own.
 */
export async function rebuildState(connection: Connection, rebuilding: Rebuilding): Promise<RebuildReport> {
  await using database = openDatabase(connection, { max: 1, allowExitOnIdle: true });
  const client = await database.pool.connect();
  try {
    const tx = queriesOf(client);
    await tx.query("begin isolation level repeatable read");
    await tx.query("set local statement_timeout = 0");
    for (const { name } of rebuilding.tables) {
      // The temporary schema is searched first, so every statement of the writer now writes here.
      await tx.query(`create temp table "${name}" (like public."${name}" including all) on commit drop`);
    }
    const entries = await foldJournal(tx, rebuilding);
    const tables: TableComparison[] = [];
    for (const { name } of rebuilding.tables) tables.push(await compareTable(tx, name));
    const same = tables.every(({ onlyStored, onlyRebuilt }) => onlyStored === 0 && onlyRebuilt === 0);
    return { entries, tables, same };
  } finally {
    await client.query("rollback").catch(() => {});
    client.release(true);
  }
}

async function foldJournal(tx: Queries, { concepts, tables, rulebooks, progress }: Rebuilding): Promise<number> {
  for (let after = 0; ; after += REBUILD_ENTRIES) {
    const { rows } = await tx.query<{ number: number; body: string }>(
      "select number, body from entry where number > $1 and number <= $2 order by number",
      [after, after + REBUILD_ENTRIES],
    );
    const last = rows.at(-1);
    if (last === undefined) return after === 0 ? 0 : await lastNumber(tx);
    const pending = new PendingChanges();
    for (const { number, body: text } of rows) {
      const body = parseCanonical(text) as Body;
      const concept = concepts.get(body.kind);
      if (concept === undefined)
        throw new Error(`Cannot rebuild: no concept of the kind "${body.kind}" (entry ${number})`);
      pending.add(entryChanges(concept, body, number, rulebooks), number);
    }
    await together(saveTouched(tx, tables, pending.touched()));
    progress?.(last.number);
  }
}

async function lastNumber(tx: Queries): Promise<number> {
  const { rows } = await tx.query<{ last: number }>("select max(number) as last from entry");
  return rows[0]!.last;
}

async function compareTable(tx: Queries, table: string): Promise<TableComparison> {
  const { rows } = await tx.query<Omit<TableComparison, "table">>(
    `select (select count(*) from public."${table}") as rows,
       (select count(*) from pg_temp."${table}") as rebuilt,
       (select count(*) from (table public."${table}" except table pg_temp."${table}") as s) as "onlyStored",
       (select count(*) from (table pg_temp."${table}" except table public."${table}") as r) as "onlyRebuilt"`,
  );
  return { table, ...rows[0]! };
}
