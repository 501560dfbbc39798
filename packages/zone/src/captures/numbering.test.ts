import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LoadedState } from "../spine/loaded-state.ts";
import {
  AHEAD_MS_MAX,
  type Capture,
  captureBody,
  captureChanges,
  captureKeys,
  findDeviceLog,
  judgeNumber,
  LATE_DAYS_MAX,
} from "./numbering.ts";

const NOW = 1_900_000_000_000;
const DAY_MS = 86_400_000;

type Told = { readonly boot: string; readonly sequence: number; readonly atMs?: number; readonly what?: string };

/** Tells a device's events to an empty state; the findings of each, and the state after them. */
function tell(...told: readonly Told[]) {
  const captures = told.map(
    ({ boot, sequence, atMs = NOW, what = "" }): Capture => ({
      device: "d",
      boot,
      sequence,
      atMs,
      digest: `${boot}${what}`,
    }),
  );
  const state = new LoadedState(captures.flatMap(captureKeys), []);
  const findings = captures.map((capture, at) => {
    const numbering = judgeNumber(state, capture, NOW);
    state.apply(captureChanges(captureBody(state, capture, numbering), at + 1), at + 1);
    return numbering.findings.join(" ");
  });
  return { findings, log: findDeviceLog(state, "d")! };
}

test("Numbers of one device are counted in whatever order they come, over restarts", () => {
  const events = Array.from({ length: 12 }, (_, at) => ({ boot: String(Math.floor(at / 4)), sequence: at + 1 }));
  fc.assert(
    fc.property(fc.shuffledSubarray(events, { minLength: 12 }), (shuffled) => {
      const { findings, log } = tell(...shuffled);
      assert.deepEqual(
        findings.filter((one) => one !== ""),
        [],
      );
      assert.deepEqual([log.last, log.seen, log.suspended], [12, 12, false]);
    }),
  );
});

test("A gap shows until its number comes", () => {
  assert.deepEqual([tell({ boot: "a", sequence: 3 }).log.last, tell({ boot: "a", sequence: 3 }).log.seen], [3, 1]);
});

test("A number that was used is not taken again, by another content or another start, and suspends its device", () => {
  for (const other of [{ what: "else" }, { boot: "b" }]) {
    const { findings, log } = tell({ boot: "a", sequence: 1 }, { boot: "a", sequence: 1, ...other });
    assert.deepEqual([findings[1], log.suspended, log.seen], ["number_reused", true, 1]);
  }
});

test("Two starts that go on side by side are two devices", () => {
  const after = (...told: readonly Told[]) => tell(...told).findings.at(-1);
  const [a, b] = ["a", "b"];
  assert.equal(
    after({ boot: a, sequence: 1 }, { boot: b, sequence: 2 }, { boot: a, sequence: 3 }),
    "boots_interleaved",
  );
  assert.equal(
    after({ boot: a, sequence: 1 }, { boot: b, sequence: 2 }, { boot: b, sequence: 4 }, { boot: a, sequence: 3 }),
    "boots_interleaved",
  );
  assert.equal(after({ boot: b, sequence: 3 }, { boot: a, sequence: 1 }, { boot: a, sequence: 2 }), "");
});

test("An event is taken up to the limit of lateness and not one millisecond beyond", () => {
  const at = (atMs: number) => tell({ boot: "a", sequence: 1, atMs }).findings[0];
  const oldest = NOW - LATE_DAYS_MAX * DAY_MS;
  assert.deepEqual([at(oldest), at(oldest - 1)], ["", "too_late"]);
  assert.deepEqual([at(NOW + AHEAD_MS_MAX), at(NOW + AHEAD_MS_MAX + 1)], ["", "clock_ahead"]);
});
