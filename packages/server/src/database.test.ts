import assert from "node:assert/strict";
import { test } from "node:test";
import { asVault, transaction } from "./database.ts";
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
