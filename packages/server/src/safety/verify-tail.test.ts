import assert from "node:assert/strict";
import { test } from "node:test";
import { together, transaction } from "../database.ts";
import { StartError } from "../errors.ts";
import { type FreshDatabase, freshDatabase } from "../testing/template.ts";
import { appendEntries, draftEntry } from "../writer/append.ts";
import { foundHead, lockHead, saveHead } from "../writer/head.ts";
import { verifyTail } from "./verify-tail.ts";

const ORIGIN = "twinline/khorgos/cn";
const ENTRIES = 30;

async function journal(): Promise<FreshDatabase> {
  const fresh = await freshDatabase();
  await foundHead(fresh.database, ORIGIN);
  await transaction(fresh.database, async (tx) => {
    let head = await lockHead(tx, ORIGIN);
    for (let number = 1; number <= ENTRIES; number += 1) {
      const body = { kind: "test", at: "2025-06-01T00:00:00Z", outcome: "done", reason: "none", n: number };
      const appended = appendEntries(tx, head, [draftEntry(ORIGIN, head, body)]);
      await together(appended.written);
      head = appended.head;
    }
    await saveHead(tx, ORIGIN, head);
  });
  return fresh;
}

/** What no role of the node can do: the owner disarms the triggers first. */
function tamper({ owner }: FreshDatabase, statement: string): Promise<void> {
  return transaction(owner, async (tx) => {
    await tx.query("set local session_replication_role = replica");
    await tx.query(statement);
  });
}

const brokenAt = (number: number, what: string) => (error: unknown) =>
  error instanceof StartError && error.id === "start/chain" && error.data.number === number && error.data.what === what;

test("An empty journal and an untouched one hold, from the beginning or from the middle", async () => {
  await using empty = await freshDatabase();
  await verifyTail(empty.database, ORIGIN, 10);
  await using fresh = await journal();
  for (const links of [1, 10, ENTRIES, ENTRIES + 1]) await verifyTail(fresh.database, ORIGIN, links);
});

test("A changed body, a missing entry and a moved head are found at their place", async () => {
  const cases = [
    ["update entry set body = replace(body, '\"n\":17', '\"n\":71') where number = 17", 17, "hash"],
    ["delete from entry where number = 17", 17, "number"],
    ["delete from entry where number = 30", 29, "head"],
    ["update head set hash = sha256('x')", 30, "head"],
    ["update entry set prev = sha256('x') where number = 25", 25, "prev"],
  ] as const;
  for (const [statement, number, what] of cases) {
    await using fresh = await journal();
    await tamper(fresh, statement);
    await assert.rejects(verifyTail(fresh.database, ORIGIN, ENTRIES), brokenAt(number, what), statement);
  }
});

test("What lies before the tail is not this check's matter", async () => {
  await using fresh = await journal();
  await tamper(fresh, "update entry set body = 'x' where number = 20");
  await verifyTail(fresh.database, ORIGIN, 10);
  await assert.rejects(verifyTail(fresh.database, ORIGIN, 11), brokenAt(20, "hash"));
});
