import assert from "node:assert/strict";
import { test } from "node:test";
import { type Database, openDatabase } from "../database.ts";
import { StartError } from "../errors.ts";
import { freshDatabase } from "../testing/template.ts";
import { assertSafe, TAIL_LINKS } from "./assert-safe.ts";
import { assertClock, CLOCK_REFUSED_SECONDS } from "./clock.ts";
import { assertLeastRole } from "./role.ts";
import { assertSafeServer, POSTGRES_VERSION_MIN } from "./server-settings.ts";
import { NODE_NAME, takeWriterLock } from "./writer-lock.ts";

const now = () => Temporal.Now.instant();
const ahead = (seconds: number) => () => now().add({ seconds });
const withId = (id: string) => (error: unknown) => error instanceof StartError && error.id === id;

test("A fresh database is safe, and the last 10,000 links are asked for", async () => {
  await using fresh = await freshDatabase();
  const asked: number[] = [];
  const { clockAheadSeconds } = await assertSafe(fresh.database, now, async (_, links) => void asked.push(links));
  assert.equal(clockAheadSeconds, 0);
  assert.deepEqual(asked, [TAIL_LINKS]);
});

test("A broken tail stops the start", async () => {
  await using fresh = await freshDatabase();
  const verifyTail = () => Promise.reject(new StartError("start/chain", "Cannot start: link 7 is broken"));
  await assert.rejects(assertSafe(fresh.database, now, verifyTail), withId("start/chain"));
});

test("synchronous_commit off stops the start", async () => {
  await using fresh = await freshDatabase();
  await fresh.owner.query(`alter database ${fresh.name} set synchronous_commit = off`);
  await using reopened = openDatabase(fresh.connection, { allowExitOnIdle: true });
  await assert.rejects(assertSafeServer(reopened), withId("start/synchronous-commit-off"));
});

test("The owner, a superuser, may not be the node", async () => {
  await using fresh = await freshDatabase();
  await assert.rejects(assertLeastRole(fresh.owner), withId("start/role"));
});

test("A clock 30 s off starts, one second more does not, ahead or behind", async () => {
  await using fresh = await freshDatabase();
  for (const sign of [1, -1]) {
    assert.equal(await assertClock(fresh.database, ahead(sign * CLOCK_REFUSED_SECONDS)), sign * CLOCK_REFUSED_SECONDS);
    await assert.rejects(assertClock(fresh.database, ahead(sign * (CLOCK_REFUSED_SECONDS + 1))), withId("start/clock"));
  }
});

test("A second writer is refused with the first one's name, and comes in when the first has gone", async () => {
  await using fresh = await freshDatabase();
  const first = await takeWriterLock(fresh.connection, "process 4711 on gate-server");
  await assert.rejects(takeWriterLock(fresh.connection, "process 4712"), /process 4711 on gate-server/);
  await first.release();
  await first.lost;
  await (await takeWriterLock(fresh.connection, "process 4713")).release();
});

test("The writer learns that its lock is lost", async () => {
  await using fresh = await freshDatabase();
  const lock = await takeWriterLock(fresh.connection, "process 4711");
  await fresh.owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name like $1 and datname = $2",
    [`${NODE_NAME}%`, fresh.name],
  );
  await lock.lost;
});

test("Each unsafe setting is refused by its own name", async () => {
  const safe = {
    version: POSTGRES_VERSION_MIN * 10_000,
    fsync: "on",
    full_page_writes: "on",
    synchronous_commit: "on",
    data_checksums: "on",
  };
  const server = (settings: object) =>
    ({ query: async () => ({ rows: [{ ...safe, ...settings }], count: 1 }) }) as unknown as Database;
  await assertSafeServer(server({}));
  const refused = (settings: object, id: string) => assert.rejects(assertSafeServer(server(settings)), withId(id));
  await refused({ fsync: "off" }, "start/fsync-off");
  await refused({ full_page_writes: "off" }, "start/full-page-writes-off");
  await refused({ synchronous_commit: "off" }, "start/synchronous-commit-off");
  await refused({ data_checksums: "off" }, "start/data-checksums-off");
  await refused({ version: POSTGRES_VERSION_MIN * 10_000 - 1 }, "start/postgres-version");
});
