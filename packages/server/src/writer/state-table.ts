import { COUNTER, type Row, type StateKey, type Touched } from "@twinline/zone";
import { type Queries, together } from "../database.ts";

/** SQL type of a column of state; an absent value is NULL. */
export type ColumnType = "text" | "bigint" | "boolean";

/** A table of state: `key text primary key` and these columns, named in camel case here and in snake case in SQL. */
export type StateTable = { readonly name: string; readonly columns: { readonly [column: string]: ColumnType } };

/** The rows of one table that exist among the keys, locked, in the order of the keys. */
export async function loadRows(
  tx: Queries,
  table: StateTable,
  keys: readonly string[],
): Promise<(StateKey & { readonly row: Row })[]> {
  const columns = Object.keys(table.columns).map((column) => `${sqlName(column)} as "${column}"`);
  const { rows } = await tx.query<{ key: string } & Record<string, Row[string] | null>>(
    `select key, ${columns.join(", ")} from "${table.name}" where key = any($1) order by key for update`,
    [keys],
    `load-${table.name}`,
  );
  return rows.map(({ key, ...row }) => ({ table: table.name, key, row: present(row) }));
}

/** The rows that exist among the keys, locked, table by table and in the order of the keys. */
export async function loadTables(tx: Queries, tables: readonly StateTable[], keys: readonly StateKey[]) {
  const loads = tables.flatMap((table) => {
    const wanted = [...new Set(keys.filter((key) => key.table === table.name).map(({ key }) => key))].sort();
    return wanted.length === 0 ? [] : [loadRows(tx, table, wanted)];
  });
  return (await together(loads)).flat();
}

/** Sends what a batch left: one statement a table for rows put, one for rows dropped, one for all counters. */
export function saveTouched(tx: Queries, tables: readonly StateTable[], touched: Touched): readonly Promise<void>[] {
  const writes = tables.flatMap((table) => {
    const put = touched.put.filter((one) => one.table === table.name);
    const dropped = touched.dropped.filter((one) => one.table === table.name);
    return [
      ...(put.length > 0 ? [putRows(tx, table, put)] : []),
      ...(dropped.length > 0 ? [dropRows(tx, table, dropped)] : []),
    ];
  });
  return touched.added.length > 0 ? [...writes, addToCounters(tx, touched.added)] : writes;
}

async function putRows(tx: Queries, table: StateTable, put: Touched["put"]): Promise<void> {
  const columns = Object.entries(table.columns);
  const names = columns.map(([column]) => sqlName(column));
  const arrays = columns.map(([, type], at) => `$${at + 2}::${type}[]`);
  await tx.query(
    `insert into "${table.name}" (key, ${names.join(", ")})
     select * from unnest($1::text[], ${arrays.join(", ")})
     on conflict (key) do update set ${names.map((name) => `${name} = excluded.${name}`).join(", ")}`,
    [put.map(({ key }) => key), ...columns.map(([column]) => put.map(({ row }) => row[column] ?? null))],
    `put-${table.name}`,
  );
}

async function dropRows(tx: Queries, { name }: StateTable, dropped: Touched["dropped"]): Promise<void> {
  await tx.query(`delete from "${name}" where key = any($1)`, [dropped.map(({ key }) => key)], `drop-${name}`);
}

/**
 * `value = value + x` and the table's CHECK: a computed total could hide a lost update (promises.md §8). Rows that are there
 * are updated and not inserted over: PostgreSQL checks a row that is about to conflict too, and what is given back is below 0.
 */
async function addToCounters(tx: Queries, added: Touched["added"]): Promise<void> {
  await tx.query(
    `with added as (
       select * from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[])
         as a (key, value, least, most, last)
     ), updated as (
       update "${COUNTER}" c set value = c.value + a.value, last = a.last from added a where c.key = a.key returning c.key
     )
     insert into "${COUNTER}" (key, value, least, most, last)
     select * from added a where not exists (select from updated u where u.key = a.key)`,
    [
      added.map(({ key }) => key),
      added.map(({ amount }) => amount),
      added.map(({ least }) => least),
      added.map(({ most }) => most),
      added.map(({ last }) => last),
    ],
    "add-counter",
  );
}

function present(row: Readonly<Record<string, Row[string] | null>>): Row {
  const kept: Record<string, Row[string]> = {};
  for (const [column, value] of Object.entries(row)) if (value !== null) kept[column] = value;
  return kept;
}

function sqlName(column: string): string {
  return column.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
