import assert from "node:assert/strict";
import { test } from "node:test";
import { CAPTURE, captureId } from "../captures/numbering.ts";
import type { Concept } from "../spine/concept.ts";
import type { World } from "../spine/installed.ts";
import { LoadedState } from "../spine/loaded-state.ts";
import { printSeals } from "./print-seals.ts";
import { SEALS_MAX, sealDevice, sealKeys, sealOf, sealRefusal } from "./seal.ts";
import { voidSeal } from "./void-seal.ts";

const world = { legalDay: () => 1 } as unknown as World;
const by = { officer: "o" };
const run = { kind: "seal_print", by, series: "K7", count: SEALS_MAX, gate: "CN-1", lane: "1" } as const;
const seal = (number: number) => ({ series: "K7", number });
const capture = (number: number) => captureId({ device: sealDevice("K7"), sequence: number });

/** State that every question of these tests may ask. */
function bench() {
  const numbers = [0, 1, 2, 3, SEALS_MAX, SEALS_MAX + 1];
  const rows = numbers.flatMap((number) => [...sealKeys(seal(number)), { table: CAPTURE, key: capture(number) }]);
  const state = new LoadedState(rows, []);
  const does = <C extends { kind: string }>(concept: Concept<C>, command: C): string => {
    const { outcome, reason, details } = concept.decide(command, state, world, { atMs: 0, number: 5 });
    state.apply(concept.apply({ ...details, kind: command.kind, at: "", outcome, reason }, 5), 5);
    return reason;
  };
  const voids = (number: number) => does(voidSeal, { kind: "seal_void", by, code: "lost", ...seal(number) });
  return { state, print: (more: object = {}) => does(printSeals, { ...run, ...more }), voids };
}

test("Only a seal that was printed for this gate, and is not void, takes a passage", () => {
  const { state, print, voids } = bench();
  assert.equal(sealRefusal(state, seal(1), "CN-1"), "seal_not_printed");
  assert.equal(print({ count: SEALS_MAX + 1 }), "too_many");
  assert.equal(print({ count: 0 }), "too_many");
  assert.equal(print(), "printed");
  assert.equal(print(), "series_known");
  assert.equal(sealRefusal(state, seal(0), "CN-1"), "seal_not_printed");
  assert.equal(sealRefusal(state, seal(SEALS_MAX), "CN-1"), undefined);
  assert.equal(sealRefusal(state, seal(SEALS_MAX + 1), "CN-1"), "seal_not_printed");
  assert.equal(sealRefusal(state, seal(1), "CN-2"), "seal_other_gate");
  assert.equal(voids(1), "voided");
  assert.equal(sealRefusal(state, seal(1), "CN-1"), "seal_void");
});

test("A seal is void once, and never after somebody passed under it", () => {
  const { state, print, voids } = bench();
  assert.equal(voids(2), "seal_not_printed");
  print();
  state.apply([{ kind: "put", table: CAPTURE, key: capture(2), row: { entry: 1 } }], 1);
  assert.equal(voids(2), "seal_used");
  assert.deepEqual([voids(3), voids(3)], ["voided", "seal_void"]);
});

test("A capture is a seal's by its name alone", () => {
  assert.deepEqual(sealOf({ device: sealDevice("K7"), sequence: 4 }), seal(4));
  assert.equal(sealOf({ device: "K7", sequence: 4 }), undefined);
});
