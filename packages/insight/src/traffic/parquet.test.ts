import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { generateTraffic } from "./generate.ts";
import { readTraffic, writeTraffic } from "./parquet.ts";
import { rowsOf } from "./rows.ts";

test("what was written to Parquet is read back row for row", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "twinline-traffic-"));
  try {
    const file = path.join(folder, "it's.parquet");
    const days = [...generateTraffic({ passages: 5_000, from: new Temporal.PlainDate(2025, 3, 1), seed: 11 })];
    const written = await writeTraffic(file, "CN-1", days);
    const expected = days.flat().flatMap((passage, index) => rowsOf(index + 1, passage, "CN-1"));
    const read = (await Array.fromAsync(readTraffic(file, 5_000))).flat();
    assert.equal(written.passages, 5_000);
    assert.deepEqual(read, expected);
  } finally {
    await rm(folder, { recursive: true });
  }
});
