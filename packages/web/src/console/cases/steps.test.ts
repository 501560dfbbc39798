import assert from "node:assert/strict";
import { test } from "node:test";
import { localMinute, readBoardSearch } from "../supervision/board-search.ts";
import { readCaseSearch } from "./case-search.ts";
import { readStep, stepsOf } from "./steps.ts";

test("A step is offered when it fits the case's state and the officer's role", () => {
  const may = ["list", "step", "find", "judge"];
  assert.deepEqual(stepsOf("open", may), ["notice", "evidence", "finding"]);
  assert.deepEqual(stepsOf("appealed", ["list", "step", "find"]), ["evidence"]);
  assert.deepEqual(stepsOf("expired", may), []);
  assert.deepEqual(stepsOf("closed", may), []);
});

test("A step is sent when it is whole, and evidence is numbers only", () => {
  assert.deepEqual(readStep("evidence", { choice: "12, 15", code: "" }), { step: "evidence", entries: [12, 15] });
  assert.equal(readStep("evidence", { choice: "12 Mr Li", code: "" }), undefined);
  assert.equal(readStep("finding", { choice: "restricted", code: "" }), undefined);
  assert.deepEqual(readStep("finding", { choice: "restricted", code: "overstay" }, "token"), {
    step: "finding",
    finding: "restricted",
    code: "overstay",
    second: "token",
  });
  assert.equal(readStep("decision", { choice: "restricted", code: "x" }), undefined);
});

test("An address that means nothing is left out", () => {
  assert.deepEqual(readCaseSearch({ tab: "cases", open: "overstay-12" }), { tab: "cases", open: "overstay-12" });
  assert.deepEqual(readCaseSearch({ tab: "x", open: "../12", root: -1 }), {});
  assert.deepEqual(readBoardSearch({ minutes: 240, view: "table" }), { minutes: 240, view: "table" });
  assert.deepEqual(readBoardSearch({ minutes: 7, view: "plan" }), {});
});

test("An instant becomes the minute of the side's clock, rounded down so that nothing is left out", () => {
  assert.equal(localMinute("2026-11-22T02:38:59.900Z", "Asia/Shanghai"), "2026-11-22T10:38");
});
