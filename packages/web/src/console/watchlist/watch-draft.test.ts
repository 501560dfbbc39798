import assert from "node:assert/strict";
import { test } from "node:test";
import { readWatchDraft } from "./watch-draft.ts";

const draft = {
  issuer: "KZ",
  number: "N12345678",
  verdict: "refer",
  code: "stolen_document",
  from: "2026-04-08",
  until: "2026-04-08",
};

test("A watch of one day is a watch", () => {
  assert.deepEqual(readWatchDraft(draft).watch, draft);
});

test("Each field at fault is named, and nothing is sent", () => {
  const empty = { issuer: "K", number: "!!", verdict: "", code: "", from: "", until: "" };
  const { watch, faults } = readWatchDraft(empty);
  assert.equal(watch, undefined);
  assert.deepEqual([...faults], ["issuer", "number", "verdict", "code", "from", "until"]);
  assert.deepEqual([...readWatchDraft({ ...draft, until: "2026-04-07" }).faults], ["until"]);
});
