import assert from "node:assert/strict";
import { test } from "node:test";
import { verifyChain } from "@twinline/journal";
import { sha256 } from "@twinline/journal/node";
import { accessConcepts } from "@twinline/zone";
import { accessTables } from "../access/state-tables.ts";
import type { ZoneNode } from "../node.ts";
import { memorySecrets } from "../secrets.ts";
import { type FreshDatabase, freshDatabase } from "../testing/template.ts";
import { loadZone } from "../zones/load-zone.ts";
import { foundSpine } from "./found.ts";
import { openSpine } from "./open-spine.ts";

const parts = { concepts: accessConcepts, tables: accessTables };
const DAY_MS = 86_400_000;

function nodeOf(fresh: FreshDatabase, side: "cn" | "kz"): ZoneNode {
  const effects = { now: () => Temporal.Now.instant(), random: (bytes: number) => new Uint8Array(bytes) };
  return { zone: "khorgos", side, database: fresh.database, secrets: memorySecrets(), effects };
}

async function kinds(fresh: FreshDatabase): Promise<string[]> {
  const { rows } = await fresh.database.query<{ kind: string }>("select kind from entry order by number");
  return rows.map(({ kind }) => kind);
}

test("A journal is founded once: its key, its days, its law; a second start adds nothing and goes on", async () => {
  for (const side of ["cn", "kz"] as const) {
    await using fresh = await freshDatabase();
    const node = nodeOf(fresh, side);
    const zone = loadZone("khorgos");
    const first = await openSpine(node, zone, parts);
    assert.deepEqual(await foundSpine(first, node), [
      `khorgos/${side}/arrival`,
      `khorgos/${side}/departure`,
      `khorgos/${side}/road`,
    ]);
    await first.close();
    assert.deepEqual(await kinds(fresh), ["key", "calendar", "publish", "publish", "publish"]);
    const second = await openSpine(node, zone, parts);
    assert.deepEqual(await foundSpine(second, node), []);
    assert.equal((await kinds(fresh)).length, 5);
    assert.equal((await second.checkpoints.newest())?.size, 5);
    const { rows } = await fresh.database.query<{ number: number; prev: string; hash: string; body: string }>(
      "select number, encode(prev, 'hex') as prev, encode(hash, 'hex') as hash, body from entry order by number",
    );
    assert.ok(verifyChain(second.origin, rows, sha256).holds);
    await second.close();
  }
});

test("The legal days of the Kazakh side are signed with their 25-hour day", async () => {
  await using fresh = await freshDatabase();
  const node = nodeOf(fresh, "kz");
  const spine = await openSpine(node, loadZone("khorgos"), parts);
  await foundSpine(spine, node);
  const day = (text: string) => spine.world().legalDay(Temporal.Instant.from(text).epochMilliseconds);
  assert.equal(day("2024-02-29T18:30:00Z"), day("2024-02-28T18:30:00Z"));
  assert.equal(day("2024-02-29T19:00:00Z"), day("2024-02-28T18:30:00Z") + 1);
  const { rows } = await fresh.database.query<{ length: number }>(
    "select max(length_ms) as length from calendar where side = 'kz'",
  );
  assert.equal(rows[0]?.length, DAY_MS + 3_600_000);
  await spine.close();
});
