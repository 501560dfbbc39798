import assert from "node:assert/strict";
import { test } from "node:test";
import type { Queries } from "../database.ts";
import { CameSince, CHECK_ENTRIES_MAX } from "./came-since.ts";

const LAW = { rulebook: "khorgos/cn/departure", entry: 5, burden: "tax" };

function body(rulebook: string, verdict: string, tax: number): string {
  const decision = { counters: {}, facts: {}, hash: "", law: 0, legal: 0, outputs: { tax, verdict }, rulebook };
  return JSON.stringify({ decisions: [decision] });
}

/** A journal in memory that counts what is read of it. */
function journal() {
  const entries: string[] = [];
  let read = 0;
  const query = async (_: string, [after, limit]: readonly number[]) => {
    const rows = entries.flatMap((text, at) => (at + 1 > after! ? [{ number: at + 1, body: text }] : []));
    const page = rows.slice(0, limit);
    read += page.length;
    return { rows: page, count: page.length };
  };
  return { entries, queries: { query } as unknown as Queries, read: () => read };
}

test("what came is counted from the change of law on, of that law alone", async () => {
  const { entries, queries } = journal();
  for (let at = 0; at < 5; at += 1) entries.push(body(LAW.rulebook, "refuse", 900));
  entries.push(body(LAW.rulebook, "admit", 10), body("another", "admit", 70), body(LAW.rulebook, "refer", 30));
  const came = await new CameSince().rates(queries, LAW);
  assert.deepEqual(came, { lines: 2, perThousand: { admit: 500, refer: 500, tax: 20_000 } });
});

test("an entry is read once, however often is asked, and what is new is added", async () => {
  const { entries, queries, read } = journal();
  const since = new CameSince();
  for (let at = 0; at < 4_505; at += 1) entries.push(body(LAW.rulebook, "admit", 1));
  const first = await since.rates(queries, LAW);
  assert.deepEqual(await since.rates(queries, LAW), first);
  assert.equal(read(), 4_500);
  entries.push(body(LAW.rulebook, "refer", 1));
  assert.equal((await since.rates(queries, LAW)).lines, 4_501);
  assert.equal(read(), 4_501);
  const [one, other] = await Promise.all([since.rates(queries, LAW), since.rates(queries, LAW)]);
  assert.deepEqual([one.lines, other.lines], [4_501, 4_501]);
});

test("no more entries are read than the bound, and none beyond it", async () => {
  const { entries, queries, read } = journal();
  const since = new CameSince();
  for (let at = 0; at < CHECK_ENTRIES_MAX + LAW.entry + 1; at += 1) entries.push(body(LAW.rulebook, "admit", 0));
  assert.equal((await since.rates(queries, LAW)).lines, CHECK_ENTRIES_MAX);
  assert.equal((await since.rates(queries, LAW)).lines, CHECK_ENTRIES_MAX);
  assert.equal(read(), CHECK_ENTRIES_MAX);
});
