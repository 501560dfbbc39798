import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Amounts, isWithin, minus, plus } from "./amounts.ts";
import { giveBack } from "./give-back.ts";
import { grant } from "./grant.ts";
import { comingPassage, countersOf, countersWithoutRight, type Right } from "./right.ts";
import { countedBy, sellFrom } from "./sell.ts";
import { toyVector, vectorLaw } from "./toy-vector.fixture.ts";

const subject = { person: "p1", gate: "CN-1", passage: comingPassage("1") };
const day = 20_000;
const nothing: Amounts = { value: 0, mass: 0, lines: 0, excess: 0, row: 0 };
const caps = { value: vectorLaw.value, mass: vectorLaw.mass };

const line = fc.record({ goods_value: fc.integer({ min: 0, max: 60 }), goods_mass: fc.integer({ min: 0, max: 12 }) });
const lines = fc.array(line, { minLength: 1, maxLength: 4 });

function rightOf(held: Amounts, ceiling: Amounts): Right {
  return { reservation: 1, rulebook: toyVector.rulebook.name, hash: "toy", day, subject, facts: {}, held, ceiling };
}

function envelope(value: number, mass: number, before: Amounts): Right | undefined {
  const asked = { lines: [{ goods_value: value, goods_mass: mass }], isEnvelope: true, subject, day };
  const given = grant(toyVector, asked, before);
  return given.kind === "granted" ? rightOf(given.held, given.ceiling) : undefined;
}

test("A right holds on every limit what the rules would let out, and no more than is left of any", () => {
  fc.assert(
    fc.property(lines, fc.nat(120), fc.nat(25), fc.boolean(), (asked, value, mass, isEnvelope) => {
      const before = { ...nothing, value, mass };
      const given = grant(toyVector, { lines: asked, isEnvelope, subject, day }, before);
      if (given.kind === "refused") return;
      const after = plus(before, given.held);
      for (const limit of ["value", "mass"] as const)
        assert.ok(after[limit]! <= Math.max(caps[limit], before[limit]), `${limit} ${after[limit]}`);
    }),
  );
});

test("An envelope's ceiling is found by asking the rules: what is left below it is exactly what is held", () => {
  const right = envelope(30, 4, { ...nothing, value: 10 })!;
  assert.deepEqual(
    [right.held, right.ceiling.value, right.ceiling.mass],
    [{ value: 30, mass: 4, lines: 1, row: 1 }, 100, 20],
  );
  assert.equal(countersOf(right).value, 70);
  const sold = sellFrom(toyVector, right, [{ goods_value: 50, goods_mass: 1 }]);
  assert.equal(sold.kind, "sold");
  assert.deepEqual([sold.lines[0]!.record.outputs.free, sold.lines[0]!.record.outputs.excess], [30, 20]);
});

test("Whatever is sold, in whatever order, the parts and the rest are what was held, to the unit", () => {
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 5 }), fc.nat(100), fc.nat(20), (sales, value, mass) => {
      let right = envelope(Math.max(1, value), mass, nothing);
      if (right === undefined) return;
      const minted = right.held;
      let spent: Amounts = {};
      for (const goods of sales) {
        const sold = sellFrom(toyVector, right, goods);
        if (sold.kind === "refused") continue;
        assert.deepEqual(plus(sold.taken, sold.beside), plus(nothingOf(sold), countedBy(sold.lines)));
        spent = plus(spent, sold.taken);
        right = { ...right, held: sold.rest };
        assert.ok(isWithin({}, minus(minted, spent)) && Object.values(right.held).every((one) => one >= 0));
        assert.deepEqual(strip(plus(spent, right.held)), strip(minted));
      }
    }),
  );
});

test("Counters that a till claims take nothing above what it holds", () => {
  const right = envelope(30, 4, nothing)!;
  const claimed = { ...nothing };
  const sold = sellFrom(toyVector, right, [{ goods_value: 50, goods_mass: 1 }], { counters: claimed });
  assert.deepEqual([sold.kind, sold.kind === "refused" && sold.reason], ["refused", "over_reservation"]);
});

test("All limits or none: a sale that fits by value and not by mass takes nothing", () => {
  const right = envelope(30, 4, nothing)!;
  const sold = sellFrom(toyVector, right, [{ goods_value: 10, goods_mass: 9 }], { counters: { ...nothing } });
  assert.equal(sold.kind, "refused");
});

test("An excess is held by no envelope, what counts whatever is left is; an envelope that gets nothing more is refused", () => {
  const asked = { lines: [{ goods_value: 130, goods_mass: 4 }], isEnvelope: true, subject, day };
  const given = grant(toyVector, asked, { ...nothing, excess: 7, row: 2 });
  assert.equal(given.kind, "granted");
  assert.deepEqual([given.held.excess, given.ceiling.excess], [undefined, 7]);
  assert.deepEqual([given.held.row, given.ceiling.row], [1, 3]);
  const none = grant(toyVector, asked, { ...nothing, value: 100, mass: 20, lines: 0 });
  assert.deepEqual([none.kind, none.kind === "refused" && none.reason], ["refused", "nothing_left"]);
});

test("What a sale takes is told by the counters it was decided with, not by what a return has left meanwhile", () => {
  const right = envelope(30, 4, nothing)!;
  const counters = countersOf(right);
  const before = sellFrom(toyVector, right, [{ goods_value: 10, goods_mass: 1 }], { counters });
  const returned = { ...right, held: minus(right.held, { value: 20, row: 0 }) };
  const after = sellFrom(toyVector, returned, [{ goods_value: 10, goods_mass: 1 }], { counters });
  assert.ok(before.kind === "sold" && after.kind === "sold");
  assert.deepEqual([after.taken, after.beside], [before.taken, before.beside]);
});

test("A place without a right decides as if everything were used up", () => {
  const right = rightOf({}, countersWithoutRight(toyVector));
  const sold = sellFrom(toyVector, right, [{ goods_value: 10, goods_mass: 1 }], {
    counters: countersWithoutRight(toyVector),
  });
  assert.equal(sold.lines[0]!.record.outputs.free, 0);
});

test("Goods that come back give back what they used and no more, in one piece or in many", () => {
  fc.assert(
    fc.property(line, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 90 }), (facts, stays, used) => {
      const counters = { ...nothing, value: used };
      const asked = { lines: [facts], isEnvelope: false, subject, day };
      const given = grant(toyVector, asked, counters);
      if (given.kind === "refused") return;
      const sold = { facts, counters, amounts: given.held };
      const value = Math.min(stays, facts.goods_value);
      const rest = { goods_value: value, goods_mass: Math.min(facts.goods_mass, 1) };
      const first = giveBack(toyVector, toyVector, sold, rest, { subject, day });
      assert.ok(Object.values(first.back).every((one) => one >= 0));
      const kept = { facts: rest, counters, amounts: first.amounts };
      const second = giveBack(toyVector, toyVector, kept, undefined, { subject, day });
      assert.deepEqual(strip(plus(first.back, second.back)), strip(given.held));
      assert.deepEqual(second.amounts, {});
    }),
  );
});

function strip(amounts: Amounts): Amounts {
  return Object.fromEntries(
    Object.entries(amounts)
      .filter(([, one]) => one !== 0)
      .toSorted(),
  );
}

function nothingOf(sold: { taken: Amounts; beside: Amounts }): Amounts {
  return Object.fromEntries(Object.keys(plus(sold.taken, sold.beside)).map((name) => [name, 0]));
}
