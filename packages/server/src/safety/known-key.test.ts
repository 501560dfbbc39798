import assert from "node:assert/strict";
import { test } from "node:test";
import { formatKey } from "@twinline/journal";
import { together, transaction } from "../database.ts";
import { journalSigner } from "../entries/journal-key.ts";
import { StartError } from "../errors.ts";
import { memorySecrets } from "../secrets.ts";
import { freshDatabase } from "../testing/template.ts";
import { appendEntries, draftEntry } from "../writer/append.ts";
import { foundHead, lockHead } from "../writer/head.ts";
import { assertKnownKey } from "./known-key.ts";

test("The announced key starts, another one does not, and an empty journal takes any", async () => {
  await using fresh = await freshDatabase();
  const node = { zone: "khorgos", side: "cn", secrets: memorySecrets(), database: fresh.database } as const;
  await assertKnownKey(node);
  const origin = "twinline/khorgos/cn";
  await foundHead(fresh.database, origin);
  await transaction(fresh.database, async (tx) => {
    const key = formatKey(journalSigner(node).key);
    const body = { kind: "key", at: "2025-06-01T00:00:00Z", outcome: "done", reason: "announced", key };
    const head = await lockHead(tx, origin);
    await together(appendEntries(tx, head, [draftEntry(origin, head, body)]).written);
  });
  await assertKnownKey(node);
  await assert.rejects(
    assertKnownKey({ ...node, secrets: memorySecrets() }),
    (error) => error instanceof StartError && error.id === "start/unknown-key",
  );
});
