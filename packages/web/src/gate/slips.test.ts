import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { COVERS_MAX, type SaleRow } from "@twinline/api";
import { freshGate, type GateEvent, type GateState, nextGate } from "./gate-state.ts";
import { slipOutcome } from "./slip-words.ts";
import { slipOf, tickedOf, withRows, withScanned, withTick } from "./slips.ts";

const idOf = (number: number): string => `${"a".repeat(43)}.${number}`;
const rowOf = (number: number, state: SaleRow["state"] = "open"): SaleRow => ({
  id: idOf(number),
  entry: number,
  at: "2026-04-08T06:00:00Z",
  day: "2026-04-08",
  till: "CN-1",
  state,
  goods: [],
  outcomes: [],
});
const document = { mrz: ["P<"] };
function after(events: readonly GateEvent[], start: GateState = freshGate("out")): GateState {
  return events.reduce(nextGate, start);
}
const read: readonly GateEvent[] = [{ kind: "scan-began" }, { kind: "scan-read", lines: ["P<"], document }];
const paper = (number: number): readonly GateEvent[] => [
  { kind: "scan-began" },
  { kind: "slip-read", sale: idOf(number) },
];

describe("a slip", () => {
  test("is told from a pass and from a document by its form", () => {
    assert.equal(slipOf([` ${idOf(7)}`]), idOf(7));
    for (const lines of [["q7Zk3mVb9TfA2xLpW0cR5g"], [idOf(0)], [idOf(7), "x"], ["P<"]])
      assert.equal(slipOf(lines), undefined);
  });

  test("that is scanned twice is one, and a scan unticks nothing", () => {
    const once = withScanned([], idOf(1));
    assert.deepEqual(withScanned(once, idOf(1)), once);
  });

  test("that is listed comes ready-ticked, unless its goods are out or back", () => {
    const slips = withRows([], [rowOf(1), rowOf(2, "carried_out"), rowOf(3, "returned")]);
    assert.deepEqual(tickedOf(slips), [idOf(1)]);
    assert.deepEqual(tickedOf(withTick(slips, idOf(2), true)), [idOf(1)]);
    assert.deepEqual(tickedOf(withTick(slips, idOf(1), false)), []);
  });

  test("that was unticked by hand stays so when the list comes again", () => {
    const slips = withTick(withRows([], [rowOf(1)]), idOf(1), false);
    assert.deepEqual(tickedOf(withRows(slips, [rowOf(1)])), []);
  });

  test("beyond the limit of one passage is not ticked", () => {
    const rows = Array.from({ length: COVERS_MAX + 1 }, (_, at) => rowOf(at + 1));
    const slips = withRows([], rows);
    assert.equal(tickedOf(slips).length, COVERS_MAX);
    assert.equal(tickedOf(withTick(slips, idOf(COVERS_MAX + 1), true)).length, COVERS_MAX);
    assert.equal(withScanned(slips, idOf(99)).length, COVERS_MAX + 1);
  });
});

describe("a gate that reads slips", () => {
  test("keeps the document that stands here, and the slips that came before it", () => {
    const state = after([...paper(1), ...read, ...paper(2)]);
    assert.equal(state.phase.kind, "declaring");
    assert.deepEqual(tickedOf(state.slips), [idOf(1), idOf(2)]);
  });

  test("forgets them with the next traveller, and what was listed with another pass", () => {
    assert.deepEqual(after([...read, ...paper(1), ...read]).slips, []);
    const listed: GateState = after([
      { kind: "pass-read", pass: "first" },
      { kind: "sales-found", pass: "first", rows: [rowOf(1)] },
      ...paper(2),
    ]);
    assert.deepEqual(tickedOf(after([{ kind: "pass-read", pass: "other" }], listed).slips), [idOf(2)]);
    const late = after([{ kind: "sales-found", pass: "other", rows: [rowOf(3)] }], listed);
    assert.deepEqual(tickedOf(late.slips), [idOf(1), idOf(2)]);
  });
});

describe("what became of a slip", () => {
  const told = (outcome: string, verdict: "admit" | "refer") =>
    slipOutcome(idOf(1), { verdict, covered: [{ sale: idOf(1), outcome }] }, "en", (key) => key);
  test("is a stop for all but one outcome, an unknown code included", () => {
    assert.deepEqual(told("carried_out", "admit"), { mark: "ok", text: "gate.slips.carried-out" });
    for (const outcome of ["sale_unknown", "another_person", "another_visit", "already_out", "returned", "new_code"])
      assert.equal(told(outcome, "admit").mark, "stop");
    assert.equal(told("toString", "admit").text, "gate.slips.not-taken");
  });

  test("is open until the traveller may leave, and until the node is heard", () => {
    assert.deepEqual(told("carried_out", "refer"), { mark: "note", text: "gate.slips.inside" });
    assert.equal(slipOutcome(idOf(1), { verdict: "admit" }, "en", (key) => key).text, "gate.slips.kept");
  });
});
