import assert from "node:assert/strict";
import { test } from "node:test";
import {
  asVault,
  IDLE_TRANSACTION_TIMEOUT_MS,
  LOCK_TIMEOUT_MS,
  openDatabase,
  STATEMENT_TIMEOUT_MS,
  together,
  transaction,
} from "./database.ts";
import { freshDatabase } from "./testing/template.ts";

test("Dates, instants and bigints come back as they went in", async () => {
  await using fresh = await freshDatabase();
  const at = Temporal.Instant.from("2025-03-01T16:00:00.123Z");
  const day = Temporal.PlainDate.from("2024-02-29");
  const { rows } = await fresh.database.query<{
    at: Temporal.Instant;
    day: Temporal.PlainDate;
    n: number;
    ns: number[];
  }>("select $1::timestamptz as at, $2::date as day, $3::bigint as n, $4::bigint[] as ns", [
    at,
    day,
    Number.MAX_SAFE_INTEGER,
    [1, 2],
  ]);
  assert.ok(rows[0]!.at.equals(at));
  assert.ok(rows[0]!.day.equals(day));
  assert.equal(rows[0]!.n, Number.MAX_SAFE_INTEGER);
  assert.deepEqual(rows[0]!.ns, [1, 2]);
});

test("A bigint above 2^53 is refused instead of rounded", async () => {
  await using fresh = await freshDatabase();
  await assert.rejects(fresh.database.query("select 9007199254740992::bigint"), /"9007199254740992"/);
});

test("A transaction that throws leaves nothing", async () => {
  await using fresh = await freshDatabase();
  await fresh.owner.query("create table mark (n int)");
  await fresh.owner.query("grant insert, select on mark to twinline_app");
  const work = transaction(fresh.database, async (tx) => {
    await tx.query("insert into mark values (1)");
    throw new Error("planned");
  });
  await assert.rejects(work, /planned/);
  assert.deepEqual((await fresh.database.query("select * from mark")).rows, []);
});

test("The node's role reads the vault only inside asVault", async () => {
  await using fresh = await freshDatabase();
  await fresh.owner.query("create table vault.secret (n int)");
  await fresh.owner.query("grant insert, select on vault.secret to twinline_vault");
  await assert.rejects(fresh.database.query("select * from vault.secret"), /permission denied/);
  const user = await transaction(fresh.database, async (tx) => {
    await asVault(tx, (vault) => vault.query("insert into vault.secret values (1)"));
    return (await tx.query<{ name: string }>("select current_user::text as name")).rows[0]!.name;
  });
  assert.equal(user, "twinline_app");
});

test("The node's role can make no table", async () => {
  await using fresh = await freshDatabase();
  await assert.rejects(fresh.database.query("create table mine (n int)"), /permission denied/);
});

test("Every connection of the node carries its bounds", async () => {
  await using fresh = await freshDatabase();
  const { rows } = await fresh.database.query<{ name: string; ms: number }>(
    `select name::text, setting::int as ms from pg_settings
     where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by name`,
  );
  assert.deepEqual(rows, [
    { name: "idle_in_transaction_session_timeout", ms: IDLE_TRANSACTION_TIMEOUT_MS },
    { name: "lock_timeout", ms: LOCK_TIMEOUT_MS },
    { name: "statement_timeout", ms: STATEMENT_TIMEOUT_MS },
  ]);
});

test("The last free connection is given, one more waits its time and fails", async () => {
  await using fresh = await freshDatabase();
  await using narrow = openDatabase(fresh.connection, { max: 2, connectionTimeoutMillis: 50, allowExitOnIdle: true });
  await transaction(narrow, async () => {
    assert.equal((await narrow.query("select 1")).count, 1);
    await transaction(narrow, () => assert.rejects(narrow.query("select 1"), /timeout exceeded/));
  });
});

test("A connection that dies in the middle is not handed to the next caller", async () => {
  await using fresh = await freshDatabase();
  await using narrow = openDatabase(fresh.connection, { max: 1, allowExitOnIdle: true });
  const dying = transaction(narrow, async (tx) => {
    const { rows } = await tx.query<{ pid: number }>("select pg_backend_pid() as pid");
    await fresh.owner.query("select pg_terminate_backend($1)", [rows[0]!.pid]);
    await tx.query("select 1");
  });
  await assert.rejects(dying);
  assert.equal((await narrow.query("select 1")).count, 1);
});

test("Arrays of instants and days are written element by element", async () => {
  await using fresh = await freshDatabase();
  const days = [Temporal.PlainDate.from("2025-01-01"), Temporal.PlainDate.from("2025-12-31")];
  const { rows } = await fresh.database.query<{ day: Temporal.PlainDate }>(
    "select day from unnest($1::date[]) as day order by day",
    [days],
  );
  assert.deepEqual(
    rows.map(({ day }) => day.toString()),
    ["2025-01-01", "2025-12-31"],
  );
});

test("Of statements sent together the cause is thrown, not what the abort dragged along", async () => {
  const aborted = Object.assign(new Error("aborted"), { code: "25P02" });
  const cause = Object.assign(new Error("no space"), { code: "53100" });
  await assert.rejects(together([Promise.reject(aborted), Promise.resolve(1), Promise.reject(cause)]), cause);
});
