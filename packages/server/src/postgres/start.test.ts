import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import pg from "pg";
import { openDatabase } from "../database.ts";
import { assertSafeServer } from "../safety/server-settings.ts";
import { layPristineCluster } from "../testing/pristine.ts";
import { PostgresError } from "./error.ts";
import { placeOf, SOCKET_PATH_MAX } from "./folders.ts";
import { serverIdentity } from "./identity.ts";
import { OPEN_PLACE } from "./open-place.ts";
import { readPid } from "./remains.ts";
import { type EmbeddedPostgres, startPostgres, stopPostgres } from "./start.ts";

/** A folder of its own for one test; its server is stopped and its files are removed whatever happens. */
async function withFolder(work: (folder: string) => Promise<void>, name = "pg"): Promise<void> {
  const base = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "twinline-start-")));
  fs.chmodSync(base, 0o755);
  const folder = path.join(base, name);
  try {
    await work(folder);
  } finally {
    await stopPostgres(folder).catch(() => {});
    fs.rmSync(base, { recursive: true, force: true });
  }
}

async function query(at: EmbeddedPostgres, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client(at.connection);
  client.on("error", () => {});
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}

const start = (folder: string) => startPostgres(folder, () => {}, false);
const withId = (id: string) => (error: unknown) => error instanceof PostgresError && error.id === id;

test("A new folder becomes a safe server, a second start attaches, a third finds the data", () =>
  withFolder(async (folder) => {
    const first = await start(folder);
    assert.equal(first.attached, false);
    assert.equal((await query(first, "show listen_addresses")).rows[0].listen_addresses, "");
    assert.equal(fs.statSync(first.dataDir).mode & 0o077, 0, "its socket and data are closed to others");
    await query(first, "create table kept as select 7 as n");
    assert.equal((await start(folder)).attached, true);
    await using database = openDatabase(first.connection, { allowExitOnIdle: true });
    await assertSafeServer(database);
    await query(first, "alter system set fsync = off");
    await query(first, "select pg_reload_conf()");
    const settled = async () => (await query(first, "show fsync")).rows[0].fsync === "off";
    while (!(await settled()));
    await assert.rejects(assertSafeServer(database), /fsync "off"/);
    await database.close();
    await stopPostgres(folder);
    await stopPostgres(folder);
    const again = await start(folder);
    assert.deepEqual((await query(again, "select n from kept")).rows, [{ n: 7 }]);
  }));

test("After kill -9 of the postmaster and under a busy orphan the next start serves the acknowledged rows", () =>
  withFolder(async (folder) => {
    await layPristineCluster(folder);
    const server = await start(folder);
    await query(server, "create table kept as select 7 as n");
    query(server, "do $$ begin loop end loop; end $$").catch(() => {});
    while ((await query(server, "select 1 from pg_stat_activity where query like 'do %'")).rowCount === 0);
    process.kill(readPid(path.join(server.dataDir, "postmaster.pid"))!, "SIGKILL");
    const again = await start(folder);
    assert.equal(again.attached, false);
    assert.deepEqual((await query(again, "select n from kept")).rows, [{ n: 7 }]);
  }));

test("Lock files of another program's number and a half-made cluster do not stop a start", () =>
  withFolder(async (folder) => {
    await layPristineCluster(folder);
    fs.writeFileSync(path.join(folder, "postmaster.pid"), `${process.pid}\n`);
    fs.writeFileSync(path.join(folder, ".s.PGSQL.5432.lock"), `${process.pid}\n`);
    assert.equal((await start(folder)).attached, false);
    const dead = `${folder}2.new-4194305-0a1b2c3d`;
    fs.mkdirSync(dead);
    fs.writeFileSync(path.join(dead, "PG_VERSION"), "18\n");
    const second = await start(`${folder}2`);
    assert.ok(!fs.existsSync(dead));
    await stopPostgres(second.dataDir);
  }));

test("A server that is alive and does not answer yet is waited for, not doubled", () =>
  withFolder(async (folder) => {
    await layPristineCluster(folder);
    const server = await start(folder);
    const pid = readPid(path.join(server.dataDir, "postmaster.pid"))!;
    process.kill(pid, "SIGSTOP");
    const starting = start(folder);
    setTimeout(() => process.kill(pid, "SIGCONT"), 3_000);
    await starting;
    assert.equal(readPid(path.join(server.dataDir, "postmaster.pid")), pid);
  }));

test("Two first starts at once end on one server", () =>
  withFolder(async (folder) => {
    const [one, two] = await Promise.all([start(folder), start(folder)]);
    await query(one, "create table kept as select 7 as n");
    assert.deepEqual((await query(two, "select n from kept")).rows, [{ n: 7 }]);
  }));

test("A damaged data folder is refused with PostgreSQL's own reason and a way out", () =>
  withFolder(async (folder) => {
    await layPristineCluster(folder);
    fs.truncateSync(path.join(folder, "global", "pg_control"), 0);
    await assert.rejects(start(folder), (error) => {
      assert.ok(withId("postgres/start")(error));
      assert.match((error as Error).message, /pg_control.*restore a backup/s);
      return true;
    });
  }));

test("A folder with other files is not made into a database", () =>
  withFolder(async (folder) => {
    fs.mkdirSync(folder);
    if (serverIdentity().uid !== undefined) fs.chownSync(folder, serverIdentity().uid!, serverIdentity().gid!);
    fs.writeFileSync(path.join(folder, "letters.txt"), "");
    await assert.rejects(start(folder), withId("postgres/foreign-folder"));
    assert.deepEqual(fs.readdirSync(folder), ["letters.txt"]);
  }));

test("A folder of another owner is refused with the command that mends it", (t) =>
  withFolder(async (folder) => {
    if (process.getuid?.() !== 0) return t.diagnostic("only root can make a folder of another owner");
    fs.mkdirSync(folder);
    fs.chownSync(folder, 54321, 54321);
    await assert.rejects(start(folder), (error) => {
      assert.ok(withId("postgres/other-owner")(error));
      assert.match((error as Error).message, /sudo chown -R 65534 /);
      return true;
    });
  }));

test("A path too long for a socket gets a short one elsewhere, a path at the limit does not", () => {
  const room = SOCKET_PATH_MAX - "/.s.PGSQL.5432".length;
  const fits = `/tmp/${"a".repeat(room - "/tmp/".length)}`;
  assert.equal(placeOf(fits).socket, fits);
  const long = placeOf(`${fits}a`);
  assert.equal(long.dataDir, `${fits}a`);
  assert.ok(Buffer.byteLength(`${long.socket}/.s.PGSQL.5432`) <= SOCKET_PATH_MAX);
});

test("A server whose folder path is long starts on its short socket", () =>
  withFolder(async (folder) => {
    await layPristineCluster(folder);
    const server = await start(folder);
    assert.notEqual(server.socket, server.dataDir);
    assert.equal((await query(server, "select 7 as n")).rows[0].n, 7);
    await stopPostgres(folder);
    fs.rmSync(server.socket, { recursive: true });
  }, "a".repeat(100)));

test("Under a folder that the database's user cannot pass the data go to the open place", (t) =>
  withFolder(async (folder) => {
    if (process.getuid?.() !== 0) return t.diagnostic("an ordinary user passes all folders of its own");
    fs.mkdirSync(folder, { mode: 0o700 });
    assert.equal(path.dirname(placeOf(path.join(folder, "data")).dataDir), OPEN_PLACE);
    fs.chmodSync(folder, 0o711);
    assert.equal(placeOf(path.join(folder, "data")).dataDir, path.join(folder, "data"));
  }));
