import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { law, toyNode } from "./toy-node.fixture.ts";

const DAY = 86_400_000;

describe("A passage", () => {
  test("in opens a stay whose first day is the day of entry", () => {
    const node = toyNode();
    const entry = node.passage({ direction: "in" });
    assert.equal(entry.outcome, "admit");
    assert.deepEqual(node.stay("p1"), {
      visit: "1",
      gate: "CN-1",
      enteredDay: law.day,
      lastDay: law.day + law.stayDays - 1,
      enteredAtMs: law.day * DAY,
      document: "passport",
      nationality: "KZ",
    });
  });

  test("that is referred or refused opens no stay, and is recorded", () => {
    const node = toyNode();
    assert.equal(node.passage({ direction: "in", watch: "refer" }).outcome, "refer");
    assert.equal(node.passage({ direction: "in", watch: "refuse" }).outcome, "refuse");
    assert.equal(node.stay("p1"), undefined);
    assert.equal(node.entries.length, 2);
  });

  test("out closes the stay, and once more is an exit without an entry", () => {
    const node = toyNode();
    node.passage({ direction: "in" });
    assert.equal(node.passage({ direction: "out" }).outcome, "admit");
    assert.equal(node.stay("p1"), undefined);
    const again = node.passage({ direction: "out" });
    assert.equal(again.outcome, "refer");
    assert.equal(again.mismatch, "exit-without-entry");
    assert.ok(node.mismatches().includes("exit-without-entry/p1"));
  });

  test("in while inside, and out through another gate, are noted and left to the rules", () => {
    const node = toyNode();
    node.passage({ direction: "in" });
    const again = node.passage({ direction: "in" });
    assert.deepEqual([again.outcome, again.mismatch], ["refer", "entry-without-exit"]);
    const other = node.passage({ direction: "out", gate: "CN-2" });
    assert.deepEqual([other.outcome, other.mismatch], ["refer", "other-gate"]);
    assert.notEqual(node.stay("p1"), undefined);
  });

  test("decides each line of goods with the counters after the one before", () => {
    const node = toyNode();
    node.passage({ direction: "in" });
    const entry = node.passage({ direction: "out", values: [60, 30, 30] });
    const lines = entry.decisions as unknown as { counters: { used: number }; outputs: { free: number } }[];
    assert.deepEqual(
      lines.map(({ counters, outputs }) => [counters.used, outputs.free]),
      [
        [0, 60],
        [60, 30],
        [90, 10],
      ],
    );
    assert.equal(node.used("p1"), law.cap);
  });

  test("that is sent back uses nothing of the allowance, though its first line would have been let through", () => {
    const node = toyNode();
    node.passage({ direction: "in" });
    const entry = node.passage({ direction: "out", values: [60, law.suspicious] });
    assert.equal(entry.outcome, "refer");
    assert.equal(node.used("p1"), 0);
  });

  test("without a needed fact is referred, because the rules have no answer", () => {
    const node = toyNode();
    const entry = node.passage({ direction: "in", born: null });
    assert.deepEqual([entry.outcome, entry.reason], ["refer", "unanswerable"]);
  });

  test("of a minor needs a guardian who is inside or would be let in, and is somebody else", () => {
    const node = toyNode();
    const minor = { direction: "in", born: law.day - 3_650 } as const;
    assert.equal(node.passage(minor).outcome, "refer");
    assert.equal(node.passage({ ...minor, guardian: { person: "p1" } }).outcome, "refer");
    assert.equal(node.passage({ ...minor, guardian: { person: "p2", watch: "refuse" } }).outcome, "refer");
    assert.equal(node.passage({ ...minor, guardian: { person: "p2" } }).outcome, "admit");
  });

  test("moves a vehicle with its driver", () => {
    const node = toyNode();
    node.passage({ direction: "in", vehicle: "v1" });
    assert.ok(node.isVehicleInside("v1"));
    node.passage({ direction: "out", vehicle: "v1" });
    assert.ok(!node.isVehicleInside("v1"));
  });
});

describe("An override", () => {
  test("by two officers lets a referred person in, once, and counts what the passage used", () => {
    const node = toyNode();
    node.passage({ direction: "in" });
    const referred = node.passage({ direction: "out", values: [60, law.suspicious] });
    const done = node.override(referred.number, "admit");
    assert.equal(done.outcome, "admit");
    assert.equal(node.stay("p1"), undefined);
    assert.equal(node.used("p1"), 60 + law.cap - 60);
    assert.equal(node.override(referred.number, "admit").reason, "already_overridden");
  });

  test("by one person twice, or without a second, is refused", () => {
    const node = toyNode();
    const { number } = node.passage({ direction: "in", watch: "refer" });
    assert.equal(node.override(number, "admit", { officer: "o1", second: "o1" }).reason, "same_officer");
    assert.equal(node.override(number, "admit", { officer: "o1" }).reason, "same_officer");
    assert.equal(node.stay("p1"), undefined);
  });

  test("is refused when something moved since", () => {
    const node = toyNode();
    const { number } = node.passage({ direction: "in", watch: "refer" });
    node.passage({ direction: "in" });
    assert.equal(node.override(number, "admit").reason, "superseded");
  });

  test("that sends an admitted person back undoes the stay and gives the allowance back once", () => {
    const node = toyNode();
    node.passage({ direction: "in" });
    const before = node.stay("p1");
    const out = node.passage({ direction: "out", values: [60] });
    assert.equal(node.used("p1"), 60);
    assert.equal(node.override(out.number, "refuse").outcome, "refuse");
    assert.equal(node.used("p1"), 0);
    assert.deepEqual(node.stay("p1"), before);
  });

  test("names a reason of the zone's list", () => {
    const node = toyNode();
    const { number } = node.passage({ direction: "in", watch: "refer" });
    assert.equal(node.override(number, "admit", undefined, "because").reason, "unknown_reason");
  });
});
