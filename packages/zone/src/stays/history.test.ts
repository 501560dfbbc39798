import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { instantMs, instantText } from "../calendar/legal-day.ts";
import type { Body } from "../spine/concept.ts";
import { movementOf, movementsOf } from "./history.ts";
import { daysCounted, overstayOf, unpairedAt } from "./matter.ts";
import type { StayTerms } from "./terms.ts";

const DAY_MS = 86_400_000;
const start = instantMs("2026-01-01T00:00:00Z");
const terms: StayTerms = { side: "cn", clock: "legal_days", perVisit: 30 };
const calendar = {
  side: "cn",
  zone: "UTC",
  runs: [{ firstDay: Math.floor(start / DAY_MS), lastDay: 40_000, startsAt: start, lengthMs: DAY_MS }],
};
const onDay = (day: number) => instantText(start + day * DAY_MS);

function passage(direction: "in" | "out", day: number, more: Partial<Body> = {}): Body {
  return { kind: "passage", at: onDay(day), outcome: "admit", reason: "ok", direction, gate: "CN-1", ...more } as Body;
}

const numbered = (...bodies: readonly Body[]) => bodies.map((body, index) => ({ number: index + 1, body }));

describe("The history of a person", () => {
  test("leaves out what moved nobody: refusals, and late passages that something later had overtaken", () => {
    const bodies = [passage("in", 0), passage("out", 1, { outcome: "refer" }), passage("out", 2)];
    const late = passage("in", 3, { kind: "late_passage", superseded: true });
    assert.deepEqual(
      movementsOf(numbered(...bodies, late)).map(({ entry }) => entry),
      [1, 3],
    );
  });

  test("takes a late passage at the instant of the gate, but never later than it was told", () => {
    const told = passage("in", 5, { kind: "late_passage", captured: onDay(2) });
    const claimed = passage("out", 6, { kind: "late_passage", captured: onDay(9) });
    assert.deepEqual(
      movementsOf(numbered(told, claimed)).map(({ atMs }) => (atMs - start) / DAY_MS),
      [2, 6],
    );
  });

  test("counts one whom two officers let in from the passage itself, and forgets what they undid", () => {
    const offered = { enteredAtMs: start } as unknown as Body["offered"];
    const asked = passage("in", 0, { outcome: "refer" });
    const let_in = passage("in", 1, { kind: "override", passage: 1, counts: "outcomes", offered: offered ?? "" });
    const undone = passage("in", 2, { kind: "override", passage: 1, counts: "undo", outcome: "refuse" });
    assert.deepEqual(movementsOf(numbered(asked, let_in)), [{ entry: 1, direction: "in", gate: "CN-1", atMs: start }]);
    assert.deepEqual(movementsOf(numbered(passage("in", 0), undone)), []);
  });
});

describe("A matter", () => {
  const movements = movementsOf(numbered(passage("in", 0), passage("out", 5), passage("in", 10), passage("out", 50)));

  test("of an overstay is the visit that its entry opened, with the days that its limit counts", () => {
    const found = overstayOf(terms, calendar, movements, 3, start + 60 * DAY_MS);
    assert.deepEqual(found, { kind: "overstay", limit: "per-visit", daysOver: 11, isInside: false, entries: [3, 4] });
    assert.deepEqual(daysCounted(terms, found!), { days: 41, most: 30 });
    assert.equal(overstayOf(terms, calendar, movements, 1, start + 60 * DAY_MS), undefined);
  });

  test("of an overstay that goes on counts to the instant that is asked", () => {
    const open = movements.slice(0, 3);
    assert.equal(overstayOf(terms, calendar, open, 3, start + 39 * DAY_MS), undefined, "the thirtieth day is in time");
    const found = overstayOf(terms, calendar, open, 3, start + 40 * DAY_MS);
    assert.deepEqual([found?.daysOver, found?.isInside, found?.entries], [1, true, [3]]);
  });

  test("of a passage without its pair names what came before it, whether it was let through or not", () => {
    const exit = movementOf(passage("out", 60, { outcome: "refer" }), 5);
    assert.deepEqual(unpairedAt(terms, calendar, movements, exit), { kind: "missing-entry", entries: [4, 5] });
    const entry = movementOf(passage("in", 20, { outcome: "refer" }), 4);
    assert.deepEqual(unpairedAt(terms, calendar, movements.slice(0, 3), entry)?.entries, [3, 4]);
    assert.equal(unpairedAt(terms, calendar, movements, movements[1]!), undefined, "an exit that has its entry");
    assert.deepEqual(unpairedAt(terms, calendar, [], exit)?.entries, [5]);
  });
});
