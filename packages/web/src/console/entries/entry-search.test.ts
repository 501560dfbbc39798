import assert from "node:assert/strict";
import { test } from "node:test";
import { readEntrySearch } from "./entry-search.ts";

test("An address is read as the search it was made from", () => {
  const search = { number: 12, kind: "passage", gate: "CN-1", verdict: "refuse", since: "2026-04-08T06:00", open: 7 };
  assert.deepEqual(readEntrySearch(search), search);
});

test("What an address cannot mean is left out, so a mended link shows the journal and no error", () => {
  const raw = { number: 0, kind: "DROP TABLE", gate: "x", verdict: "maybe", since: "yesterday", after: 1.5, open: "9" };
  assert.deepEqual(readEntrySearch(raw), { open: 9 });
});
