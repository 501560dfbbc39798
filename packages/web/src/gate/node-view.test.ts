import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Status } from "@twinline/api";
import { CUT_AFTER_MS, changedRulebooks, viewNode } from "./node-view.ts";

const texts = { zh: "区", kk: "аймақ", ru: "зона", en: "zone" };
const status: Status = {
  zone: "khorgos",
  title: texts,
  side: "KZ",
  now: "2026-04-08T18:59:50Z",
  legalDay: "2026-04-08",
  timeZone: "Asia/Almaty",
  ladder: "peer-cut",
  entries: 7,
  listsAsOf: "2026-04-08T18:58:00Z",
  listsGraceSeconds: 120,
  rulebooks: [{ name: "khorgos/kz/arrival", title: texts, hash: "a", law: "2026-04-08" }],
  gates: [],
};
const item = {
  key: "k",
  request: { direction: "in", gate: "KZ-1", lane: "1", document: {} },
  madeAt: "2026-04-08T18:59:20Z",
  state: "paper",
} as const;

describe("the node as the gate sees it", () => {
  test("tells the node's own step, clock and age of lists, counted on from its last word", () => {
    const view = viewNode({ status, atMs: 1_000 }, 6_000, []);
    assert.equal(view.step, "peer-cut");
    assert.equal(view.clock, "23:59");
    assert.equal(view.listsAge, 115);
    assert.equal(view.listsStale, false);
    assert.equal(viewNode({ status, atMs: 1_000 }, 11_000, []).clock, "00:00");
    assert.equal(viewNode({ status, atMs: 1_000 }, 11_000, []).listsStale, true);
  });

  test("is cut after a silence, with its age and the open outcomes", () => {
    assert.equal(viewNode({ status, atMs: 0 }, CUT_AFTER_MS, []).step, "peer-cut");
    const view = viewNode({ status, atMs: 0 }, CUT_AFTER_MS + 1_000, [item]);
    assert.equal(view.step, "node-cut");
    assert.equal(view.cutAge, 13);
    assert.equal(view.openCount, 1);
    assert.equal(view.openAge, 43);
  });

  test("is not guessed before its first word", () => {
    assert.deepEqual(viewNode(undefined, 5, [item]), {
      step: "node-cut",
      listsStale: false,
      openCount: 1,
      waitingCount: 0,
    });
  });

  test("has changed its rulebook when a known name bears another hash", () => {
    const next = [
      { ...status.rulebooks[0]!, hash: "b" },
      { ...status.rulebooks[0]!, name: "new", hash: "c" },
    ];
    assert.deepEqual(changedRulebooks(status.rulebooks, next), [next[0]]);
    assert.deepEqual(changedRulebooks(status.rulebooks, status.rulebooks), []);
  });
});
