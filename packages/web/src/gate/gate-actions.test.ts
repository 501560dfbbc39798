import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DocumentInput, PassageAnswer, PassageRequest, Verdict } from "@twinline/api";
import { createActionGuard, QUIET_MS } from "./action-guard.ts";
import { gateActions } from "./gate-actions.ts";
import { freshGate, type GateEvent, type GateState, nextGate } from "./gate-state.ts";

const mrz = { mrz: ["P<"] };
const request: PassageRequest = { direction: "in", gate: "CN-1", lane: "1", document: mrz };
const goods = [{ hs: "6110", category: "c", quantity: 1, massGrams: 1, valueMinor: 1, indivisible: false }];

/** A gate whose effects are written down. */
function gateIn(start: GateState, printer = true) {
  let state = start;
  const deeds: string[] = [];
  const asked: DocumentInput[] = [];
  const guard = createActionGuard();
  const dispatch = (event: GateEvent): void => {
    state = nextGate(state, event);
  };
  const gate = {
    deeds,
    asked,
    guard,
    nowMs: 10_000,
    state: () => state,
    on: () =>
      gateActions({
        state,
        guard,
        printer,
        now: () => gate.nowMs,
        print: () => void deeds.push("print"),
        dispatch,
        leaveWith: (event) => {
          deeds.push(`leave:${event.kind}`);
          dispatch(event);
        },
        askNode: async (_, document) => void asked.push(document),
        override: async (_, verdict, reason) => void deeds.push(`override:${verdict}:${reason}`),
      }),
  };
  return gate;
}
function decided(verdict: Verdict, more: Partial<PassageAnswer> = {}): GateState {
  const answer = { verdict, may: ["override", "print"], ...more } as PassageAnswer;
  return { ...freshGate("in"), phase: { kind: "decided", request, answer } };
}

describe("an action of the officer", () => {
  test("is not heard within the quiet time after a scan, whichever it is", () => {
    const gate = gateIn(decided("admit", { pass: "x" }));
    gate.guard.hold(gate.nowMs);
    gate.nowMs += QUIET_MS - 1;
    for (const verdict of ["admit", "refer", "refuse"] as const) gate.on().act(verdict);
    gate.on().next();
    assert.deepEqual(gate.deeds, []);
    gate.nowMs += 1;
    gate.on().act("admit");
    assert.deepEqual(gate.deeds, ["print", "leave:next"]);
  });

  test("that follows the verdict ends the passage; one against it asks for a second officer", () => {
    const gate = gateIn(decided("refer"));
    gate.on().act("admit");
    assert.equal(gate.state().overriding, "admit");
    gate.on().override("document_checked");
    assert.deepEqual(gate.deeds, ["override:admit:document_checked"]);
    const other = gateIn(decided("refer"));
    other.on().act("refer");
    assert.equal(other.state().phase.kind, "waiting");
  });

  test("shows the pass on the screen where there is no printer", () => {
    const gate = gateIn(decided("admit", { pass: "x" }), false);
    gate.on().act("admit");
    assert.deepEqual(gate.deeds, []);
    assert.ok(gate.state().turned);
  });

  test("cannot turn a screen round that has no verdict", () => {
    const gate = gateIn(freshGate("in"));
    gate.on().setTurned(true);
    assert.equal(gate.state().turned, false);
  });
});

describe("a document", () => {
  test("is decided at once on the way in", () => {
    const gate = gateIn(freshGate("in"));
    gate.on().scanned(["P<"], true);
    assert.deepEqual(gate.asked, [mrz]);
  });

  test("waits for the goods on the way out, and goes with them when they were written before", () => {
    const gate = gateIn(freshGate("out"));
    gate.on().scanned(["P<"], true);
    assert.deepEqual(gate.asked, []);
    assert.equal(gate.state().phase.kind, "declaring");
    gate.on().check();
    assert.deepEqual(gate.asked, [mrz]);
    const ready = gateIn({ ...freshGate("out"), goods });
    ready.on().scanned(["P<"], true);
    assert.deepEqual(ready.asked, [mrz]);
  });

  test("that is typed asks for the goods once, and is sent as it was typed then", () => {
    const typed = { kind: "passport", number: "N1", nationality: "KZ" };
    const gate = gateIn({ ...freshGate("out"), typing: true });
    gate.on().check(typed);
    assert.deepEqual(gate.asked, []);
    assert.ok(gate.state().typing);
    gate.on().check({ ...typed, number: "N2" });
    assert.deepEqual(gate.asked, [{ ...typed, number: "N2" }]);
  });

  test("sends no tick that nobody confirmed: what was bought inside waits for the officer's key", () => {
    const sale = `${"a".repeat(43)}.1`;
    const gate = gateIn({ ...freshGate("out"), goods });
    gate.on().scanned([sale], false);
    gate.on().scanned(["P<"], true);
    gate.on().scanned([sale], false);
    assert.deepEqual(gate.asked, []);
    gate.on().check();
    assert.deepEqual(gate.asked, [mrz]);
    const inward = gateIn(freshGate("in"));
    inward.on().scanned([sale], false);
    assert.equal(inward.state().phase.kind, "nothing", "on the way in a slip says nothing");
  });

  test("that is none is said to be none, and nothing is asked", () => {
    const gate = gateIn(freshGate("in"));
    gate.on().scanned(["6901234567892"], false);
    assert.equal(gate.state().phase.kind, "nothing");
    assert.deepEqual(gate.asked, []);
  });
});
