import assert from "node:assert/strict";
import fs from "node:fs";
import net, { type AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { readConfig } from "../config.ts";
import { openDatabase, transaction } from "../database.ts";
import { StartError } from "../errors.ts";
import { layPristineCluster } from "../testing/pristine.ts";
import { type RunningZone, startZone } from "./running-zone.ts";

const withId = (id: string) => (error: unknown) => error instanceof StartError && error.id === id;

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "twinline-zone-"));
  fs.chmodSync(folder, 0o755);
  await layPristineCluster(path.join(folder, "postgres"));
  try {
    await work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function start(folder: string, flags: { side?: string; port?: string } = {}): Promise<RunningZone> {
  return startZone({
    config: readConfig({}, { data: folder, port: "0", ...flags }),
    site: () => new Map(),
    demo: false,
    log: () => {},
    progress: () => {},
  });
}

test("A zone starts in a new folder, answers, stops, and finds its keys and data at the next start", () =>
  withFolder(async (folder) => {
    const zone = await start(folder);
    try {
      const response = await fetch(`${zone.nodes[0]!.url}/api/openapi.json`);
      assert.equal(response.status, 200);
      const secret = zone.nodes[0]!.node.secrets.get("journal");
      await assert.rejects(start(folder), (error) => {
        assert.ok(withId("start/already-running")(error));
        assert.match((error as Error).message, new RegExp(`process ${process.pid} on `));
        return true;
      });
      assert.equal((await fetch(`${zone.nodes[0]!.url}/api/openapi.json`)).status, 200, "the first goes on");
      await zone.stop();
      assert.ok(!fs.existsSync(path.join(zone.databaseFolder!, "postmaster.pid")), "the database is stopped");
      const again = await start(folder);
      assert.deepEqual(again.nodes[0]!.node.secrets.get("journal"), secret);
      await again.stop();
    } finally {
      await zone.stop();
    }
  }));

test("Both sides run on one server, each with its own database and port", () =>
  withFolder(async (folder) => {
    const zone = await start(folder, { side: "both" });
    try {
      const names = await Promise.all(
        zone.nodes.map(
          async ({ node }) =>
            (await node.database.query<{ name: string }>("select current_database() as name")).rows[0]!.name,
        ),
      );
      assert.deepEqual(names, ["twinline_khorgos_cn", "twinline_khorgos_kz"]);
      assert.notEqual(zone.nodes[0]!.url, zone.nodes[1]!.url);
    } finally {
      await zone.stop();
    }
  }));

test("A taken port is named with another to choose, and nothing stays running", () =>
  withFolder(async (folder) => {
    const other = net.createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    try {
      await assert.rejects(start(folder, { port: String(port) }), withId("start/port-taken"));
      assert.ok(!fs.existsSync(path.join(folder, "postgres", "postmaster.pid")));
    } finally {
      other.close();
    }
  }));

test("A database killed under a node comes back with it, and commands wait meanwhile", () =>
  withFolder(async (folder) => {
    const zone = await start(folder);
    try {
      const { node, url } = zone.nodes[0]!;
      const pid = Number.parseInt(fs.readFileSync(path.join(zone.databaseFolder!, "postmaster.pid"), "utf8"), 10);
      process.kill(pid, "SIGKILL");
      const command = async () => (await fetch(`${url}/api/passages`, { method: "POST" })).status;
      while ((await command()) !== 503);
      while ((await command()) === 503);
      assert.equal((await node.database.query("select 1")).count, 1);
    } finally {
      await zone.stop();
    }
  }));

test("A node whose place another one took stops by itself", () =>
  withFolder(async (folder) => {
    const zone = await start(folder);
    try {
      const { node, url } = zone.nodes[0]!;
      const thief = { ...node.database.connection, application_name: "twinline: process 1" };
      await using other = openDatabase(thief, { max: 1, allowExitOnIdle: true });
      await transaction(other, async (tx) => {
        const waiting = tx.query("select pg_advisory_lock(7400003)");
        await node.database.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'twinline: % on %'",
        );
        await waiting;
        await zone.stopped;
      });
      await assert.rejects(fetch(`${url}/api/openapi.json`));
    } finally {
      await zone.stop();
    }
  }));
