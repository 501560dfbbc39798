import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfig } from "../config.ts";
import { StartError } from "../errors.ts";
import { freshDatabase } from "../testing/template.ts";
import { openZoneDatabase } from "./zone-database.ts";

const at = (url: string, ownerUrl?: string) =>
  openZoneDatabase(readConfig({ DATABASE_URL: url, ...(ownerUrl ? { MIGRATION_URL: ownerUrl } : {}) }), () => {});

test("A database that does not answer is named without its password", async () => {
  const database = await at("postgresql://twinline_app:Tiger7@127.0.0.1:1/zone");
  await assert.rejects(database.prepare("cn"), (error) => {
    assert.ok(error instanceof StartError && error.id === "start/database");
    assert.match(error.message, /Cannot reach the database of DATABASE_URL/);
    assert.ok(!error.message.includes("Tiger7"));
    return true;
  });
});

test("An operator's server is used as it is when it is of this version, and migrated by its owner alone", async () => {
  await using fresh = await freshDatabase();
  const { host } = fresh.connection as { host: string };
  const url = (role: string) => `postgresql:///${fresh.name}?host=${encodeURIComponent(host)}&user=${role}`;
  const own = await at(url("twinline_app"));
  assert.deepEqual(await own.prepare("cn"), { connectionString: url("twinline_app") });
  assert.equal(own.folder, undefined);
  await fresh.owner.query("delete from migration where name like '0001%'");
  await assert.rejects(
    own.prepare("cn"),
    (error) => error instanceof StartError && /MIGRATION_URL/.test(error.message),
  );
  await assert.rejects(
    (await at(url("twinline_app"), url("app"))).prepare("cn"),
    (error) => error instanceof StartError && error.id === "start/migration-failed",
    "a record that was removed by hand is not guessed at",
  );
});
