import assert from "node:assert/strict";
import { test } from "node:test";
import { LoadedState } from "../spine/loaded-state.ts";
import type { Stay } from "../stays/stay.ts";
import { type CoverOutcome, coverKeys, coversBack, coversOut, judgeCovers, refusedSlip } from "./covers.ts";
import { putSale, type Sale, saleBody } from "./sale.ts";

const stay: Stay = {
  visit: "7",
  gate: "CN-1",
  enteredDay: 1,
  lastDay: 30,
  enteredAtMs: 0,
  document: "passport",
  nationality: "KZ",
};
const goods = { hs: "6109", category: "x", quantity: 1, massGrams: 1, valueMinor: 5, indivisible: false, facts: {} };

function sale(more: Partial<Sale> = {}, quantity: number = 1): Sale {
  const line = { goods: { ...goods, quantity }, counters: {}, amounts: {}, outputs: { tax: 3 } };
  return { person: "p", device: "d", reservation: 1, visit: "7", entry: 2, hash: "h", lines: [line], ...more };
}

function judged(sold: Sale | undefined, isOut: boolean = false): CoverOutcome | undefined {
  const covers = { visit: "7", sales: ["d.1", "d.1"] };
  const state = new LoadedState(coverKeys(covers), []);
  if (sold !== undefined) state.apply(putSale({ sale: saleBody("d.1", sold) }), 1);
  if (isOut) state.apply(coversOut({ covers: [{ sale: "d.1", outcome: "carried_out" }] }, 2), 2);
  const found = judgeCovers(state, covers, "p", stay);
  assert.equal(found.length, 1, "A sale that is named twice goes out once");
  if (found[0]?.outcome === "carried_out") assert.deepEqual([found[0].hash, found[0].lines], ["h", [{ tax: 3 }]]);
  return found[0]?.outcome;
}

test("Goods of a sale go out once, with the one who bought them, in the visit of the sale", () => {
  assert.equal(judged(sale()), "carried_out");
  assert.equal(judged(sale(), true), "already_out");
  assert.equal(judged(undefined), "sale_unknown");
  assert.equal(judged(sale({ person: "q" })), "another_person");
  assert.equal(judged(sale({ visit: "6" })), "another_visit");
  assert.equal(judged(sale({}, 0)), "returned");
});

test("What an override sends back is inside again", () => {
  const covers = [
    { sale: "d.1", outcome: "carried_out" },
    { sale: "d.2", outcome: "carried_out_unseen" },
    { sale: "d.3", outcome: "another_person" },
  ];
  assert.deepEqual(
    coversOut({ covers }, 5).map((one) => one.key),
    ["d.1", "d.2"],
  );
  assert.deepEqual(
    coversBack({ covers }).map((one) => [one.kind, one.key]),
    [
      ["drop", "d.1"],
      ["drop", "d.2"],
    ],
  );
});

test("The rules are told of the first slip that clears nothing; a sale not reported yet is one only where the node is", () => {
  const told = (...outcomes: readonly CoverOutcome[]) =>
    refusedSlip(outcomes.map((outcome, at) => ({ sale: `d.${at}`, outcome })));
  assert.equal(told("carried_out", "already_out", "another_person"), "already_out");
  assert.equal(told("carried_out", "carried_out_unseen"), undefined);
  const covers = { visit: "7", sales: ["d.1"], unseen: true } as const;
  const [away] = judgeCovers(new LoadedState(coverKeys(covers), []), covers, "p", stay);
  assert.equal(away?.outcome, "carried_out_unseen");
});
