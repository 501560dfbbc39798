import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { type Config, readConfig } from "../config.ts";
import { startZone } from "../start/running-zone.ts";
import { layPristineCluster } from "../testing/pristine.ts";
import { BackupError } from "./backup-error.ts";
import { restoreBackup } from "./restore-backup.ts";
import { takeBackup } from "./take-backup.ts";

const now = () => Temporal.Now.instant();
const withId = (id: string) => (error: unknown) => error instanceof BackupError && error.id === id;

async function withFolder(work: (folder: string, at: (name: string) => Config) => Promise<void>): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "twinline-backup-"));
  fs.chmodSync(folder, 0o755);
  await layPristineCluster(path.join(folder, "zone", "postgres"));
  try {
    await work(folder, (name) => readConfig({}, { data: path.join(folder, name), port: "0" }));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const start = (config: Config) =>
  startZone({ config, site: () => new Map(), demo: false, log: () => {}, progress: () => {} });

test("a copy taken beside a running node is restored, proved, and starts with the same journal and keys", () =>
  withFolder(async (folder, at) => {
    const zone = await start(at("zone"));
    const secret = zone.nodes[0]!.node.secrets.get("journal");
    const to = path.join(folder, "copy");
    const { journals } = await takeBackup({ config: at("zone"), to, now });
    await zone.stop();
    assert.ok(journals[0]!.number > 0, "a fresh zone has entries: its rulebooks were published");
    const [side] = await restoreBackup({ from: to, config: at("again"), progress: () => {} });
    assert.deepEqual([side?.entries, side?.hash], [journals[0]!.number, journals[0]!.hash]);
    const again = await start(at("again"));
    assert.deepEqual(again.nodes[0]!.node.secrets.get("journal"), secret);
    await again.stop();
    await assert.rejects(
      restoreBackup({ from: to, config: at("again"), progress: () => {} }),
      withId("backup/not-empty"),
    );
    await assert.rejects(takeBackup({ config: at("zone"), to, now }), withId("backup/not-empty"));
  }));

test("a copy with one byte changed is not believed, and a broken-off one is no backup", () =>
  withFolder(async (folder, at) => {
    await (await start(at("zone"))).stop();
    const to = path.join(folder, "copy");
    const { files } = await takeBackup({ config: at("zone"), to, now });
    const largest = files.toSorted((a, b) => b.bytes - a.bytes)[0]!;
    const file = path.join(to, largest.path);
    const bytes = fs.readFileSync(file);
    bytes[bytes.length >> 1]! ^= 1;
    fs.writeFileSync(file, bytes);
    await assert.rejects(
      restoreBackup({ from: to, config: at("a"), progress: () => {} }),
      withId("backup/changed-file"),
    );
    fs.rmSync(path.join(to, "manifest.json"));
    await assert.rejects(
      restoreBackup({ from: to, config: at("b"), progress: () => {} }),
      withId("backup/not-a-backup"),
    );
  }));

test("a folder that holds no zone, and a server of the operator's own, are not backed up", () =>
  withFolder(async (folder, at) => {
    const to = path.join(folder, "copy");
    await assert.rejects(takeBackup({ config: at("nowhere"), to, now }), withId("backup/no-zone"));
    const config = readConfig({ DATABASE_URL: "postgresql://app@localhost/zone" }, { data: path.join(folder, "zone") });
    await assert.rejects(takeBackup({ config, to, now }), withId("backup/external"));
    assert.ok(!fs.existsSync(to));
  }));
