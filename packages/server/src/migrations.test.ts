import assert from "node:assert/strict";
import { test } from "node:test";
import { StartError } from "./errors.ts";
import { assertMigrated, type Migration, migrate, readMigrations } from "./migrations.ts";
import { freshDatabase } from "./testing/template.ts";

const migration = (name: string, sql: string): Migration => ({ name, sql, checksum: `sha-of-${sql}` });
const withId = (id: string) => (error: unknown) => error instanceof StartError && error.id === id;

test("A migrated database has nothing left to run", async () => {
  await using fresh = await freshDatabase();
  assert.deepEqual(await migrate(fresh.owner.connection), []);
});

test("A new file runs once, also when two nodes start at once", async () => {
  await using fresh = await freshDatabase();
  const all = [...readMigrations(), migration("9000-new.sql", "create table new_table (n int)")];
  const ran = await Promise.all([migrate(fresh.owner.connection, all), migrate(fresh.owner.connection, all)]);
  assert.deepEqual(ran.flat(), ["9000-new.sql"]);
});

test("A file that was changed after it ran is refused by its name", async () => {
  await using fresh = await freshDatabase();
  const [first, ...rest] = readMigrations();
  const changed = [{ ...first!, checksum: "0".repeat(64) }, ...rest];
  await assert.rejects(migrate(fresh.owner.connection, changed), (error) => {
    assert.ok(withId("start/migration-changed")(error));
    assert.match((error as Error).message, /"0001-roles\.sql".*put the file back/);
    return true;
  });
});

test("A database of a newer version is refused", async () => {
  await using fresh = await freshDatabase();
  await assert.rejects(migrate(fresh.owner.connection, readMigrations().slice(1)), withId("start/migration-unknown"));
});

test("A file that fails leaves nothing, files before it stay, and a mended file runs", async () => {
  await using fresh = await freshDatabase();
  const before = migration("9000-good.sql", "create table good (n int)");
  const broken = migration("9001-bad.sql", "create table half (n int); select 1/0");
  const run = (...more: Migration[]) => migrate(fresh.owner.connection, [...readMigrations(), ...more]);
  await assert.rejects(run(before, broken), withId("start/migration-failed"));
  const { rows } = await fresh.owner.query<{ good: boolean; half: boolean }>(
    "select to_regclass('good') is not null as good, to_regclass('half') is not null as half",
  );
  assert.deepEqual(rows, [{ good: true, half: false }]);
  assert.deepEqual(await run(before, migration("9001-bad.sql", "create table whole (n int)")), ["9001-bad.sql"]);
});

test("The node's own role can tell whether its database is of this version", async () => {
  await using fresh = await freshDatabase();
  await assertMigrated(fresh.connection);
  const more = [...readMigrations(), migration("9000-new.sql", "select 1")];
  await assert.rejects(assertMigrated(fresh.connection, more), withId("start/migration-missing"));
});
