import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Right, TillEvent } from "@twinline/api";
import type { JournalItem } from "../link/device-journal.ts";
import { findRight, heldRights } from "./held-rights.ts";

const device = "k".repeat(43);
const right: Right = {
  reservation: 40,
  rulebook: "khorgos/cn/departure",
  hash: "c".repeat(64),
  day: "2026-04-08",
  legal: 20_551,
  subject: { person: "p", gate: "CN-1", passage: "v1" },
  facts: {},
  ceiling: { duty_free_today: 800_000 },
  held: { duty_free_today: 50_000 },
  pass: "a".repeat(64),
};
const pack = { rights: [right], asOf: "2026-04-08T06:00:00Z" };
const event: TillEvent = {
  device,
  boot: "b".repeat(22),
  sequence: 1,
  at: "2026-04-08T06:01:00Z",
  kind: "sale",
  reservation: 40,
  hash: right.hash,
  counters: {},
  goods: [],
};
const sold = (taken: number, more: Partial<JournalItem> = {}): JournalItem => ({
  event,
  signature: "",
  state: "waiting",
  sale: { reservation: 40, taken: { duty_free_today: taken }, outcomes: [], pass: right.pass! },
  ...more,
});
const recordedAt = (at: string): Partial<JournalItem> => ({
  state: "recorded",
  answer: {
    device,
    sequence: 1,
    status: "recorded",
    reason: "sold",
    outcome: "done",
    findings: [],
    receipt: { origin: "o", number: 41, hash: "", at, signature: "" },
  },
});
const held = (journal: readonly JournalItem[]): number | undefined =>
  heldRights(pack, [], journal)[0]?.held.duty_free_today;

describe("what a till still holds", () => {
  test("is less by every sale that the node did not know of when it told of the right", () => {
    assert.equal(held([]), 50_000);
    assert.equal(held([sold(20_000)]), 30_000);
    assert.equal(held([sold(20_000, recordedAt("2026-04-08T06:02:00Z"))]), 30_000);
    assert.equal(held([sold(20_000, recordedAt("2026-04-08T05:59:00Z"))]), 50_000);
    assert.equal(held([sold(50_000)]), undefined, "nothing left is no right");
  });

  test("comes from the later word of the node, and is found by pass and day alone", () => {
    const own = [{ right: { ...right, held: { duty_free_today: 10_000 } }, asOf: "2026-04-08T05:00:00Z" }];
    assert.equal(heldRights(pack, own, [])[0]?.held.duty_free_today, 50_000);
    const newer = [{ ...own[0]!, asOf: "2026-04-08T06:30:00Z" }];
    assert.equal(heldRights(pack, newer, [])[0]?.held.duty_free_today, 10_000);
    assert.equal(findRight([right], right.pass!, "2026-04-09"), undefined);
    assert.equal(findRight([right], right.pass!, "2026-04-08"), right);
  });
});
