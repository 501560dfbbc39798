import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { CountedEvent } from "../../counters/contribution.ts";
import { compileCount } from "../../counters/count.ts";
import type { CheckedRulebook } from "../../ir/rulebook.ts";
import { randomOf } from "../../testing/random.ts";
import { checkSmall, label } from "../../testing/small-rulebook.ts";
import type { Decision, Facts } from "../decision.ts";
import { compileSource } from "../source/compile-source.ts";
import { compileFold } from "./compile-fold.ts";
import { type FoldBatch, FoldError } from "./fold.ts";

const words = label.slice("label: ".length);
const { rulebook, errors } = checkSmall({
  codes: `  kind: {a: ${words}, b: ${words}}`,
  facts: `  n: {type: money CNY, range: 0..100, ${label}}
  kind: {type: code kind, ${label}}
  flag: {type: boolean, ${label}}
  extra: {type: integer, range: 1..9, optional: true, ${label}}`,
  parameters: `  limit: {type: money CNY, values: [{from: 2024-01-01, is: 120, source: N/1}]}
  dark: {type: integer, by: kind, values: [{from: 2024-01-01, a: 1, b: unknown, source: N/1}, {from: 2024-08-01, a: 2, b: 3, source: N/1}]}`,
  counters: `  of_day: {kind: feedback, sum: taken, per: [person, legal_day], range: 0..1000000, source: N/1}
  of_month: {kind: feedback, count: all, per: [person, legal_month], where: 'kind = "a" and flag', range: 0..1000, source: N/1}
  visit_sum: {kind: feedback, sum: taken, per: [person, visit, legal_week], range: 0..1000000, source: N/1}
  ever: {kind: facts, sum: extra, per: [person], range: 0..100000, source: N/1}
  recent: {kind: facts, count: all, per: [person], within: 5 days, range: 0..1000, source: N/1}`,
  rules: `  taken: {type: money CNY, is: if of_day + n <= limit then n else 0, source: N/1}
  seen: {type: integer, is: of_month + ever + recent + dark, source: N/1}
  spent: {type: money CNY, is: visit_sum, source: N/1}
  wide: {type: boolean, is: present(extra) and extra > 0, source: N/1}
  like: {type: code kind, is: kind, source: N/1}`,
  outputs: "taken, seen, spent, wide, like",
});

type Row = { person: number; visit: number; legal: number; facts: Facts };

/** Rows of a few people in order; some come back to an earlier day, as events noted late do. */
function generateRows(seed: number): Row[] {
  const random = randomOf(seed);
  return Array.from({ length: 4 }, (_, person) => {
    let legal = 19_900;
    return Array.from({ length: random.below(40) }, (): Row => {
      legal += random.pick([0, 0, 1, 3, 40, -1, -2]);
      const facts = { n: random.below(10_001), kind: random.pick(["a", "b"]), flag: random.chance(0.6) };
      const extra = random.chance(0.5) ? {} : { extra: 1 + random.below(9) };
      return { person, visit: random.below(3), legal, facts: { ...facts, ...extra } };
    });
  }).flat();
}

function oneByOne(of: CheckedRulebook, rows: readonly Row[]): Decision[] {
  const [decide, count] = [compileSource(of), compileCount(of)];
  const past: (CountedEvent & { readonly row: Row })[] = [];
  return rows.map((row) => {
    const sameVisit = past.filter((event) => event.row.person === row.person && event.row.visit === row.visit);
    const same = past.filter((event) => event.row.person === row.person);
    const counters = { ...count(same, row.legal), visit_sum: count(sameVisit, row.legal).visit_sum };
    const days = { law: row.legal, legal: row.legal };
    const decision = decide(row.facts, counters, days);
    if (decision.kind === "decided") past.push({ row, facts: row.facts, days, trace: decision.trace });
    return decision;
  });
}

function batchOf(rows: readonly Row[]): FoldBatch {
  const legal = Int32Array.from(rows, (row) => row.legal);
  const numbers = (read: (row: Row) => unknown) => ({
    values: Float64Array.from(rows, (row) => Number(read(row) ?? 0)),
  });
  return {
    rows: rows.length,
    law: legal,
    legal,
    subjects: {
      person: Int32Array.from(rows, ({ person }) => person),
      visit: Int32Array.from(rows, ({ visit }) => visit),
    },
    facts: {
      n: numbers(({ facts }) => facts.n),
      kind: { values: Uint8Array.from(rows, ({ facts }) => (facts.kind === "a" ? 0 : 1)), words: ["a", "b"] },
      flag: numbers(({ facts }) => facts.flag),
      extra: {
        ...numbers(({ facts }) => facts.extra),
        missing: Uint8Array.from(rows, ({ facts }) => (facts.extra === undefined ? 1 : 0)),
      },
    },
  };
}

test("the fold decides every row as the gate did, counting only what was decided, over any cut into batches", () => {
  assert.deepEqual(errors, []);
  const create = compileFold(rulebook);
  let refusals = 0;
  fc.assert(
    fc.property(fc.integer(), fc.nat(60), (seed, cut) => {
      const rows = generateRows(seed);
      const fold = create();
      const told: unknown[] = [];
      for (const part of [rows.slice(0, cut), rows.slice(cut)]) {
        const { refused, outputs } = fold(batchOf(part));
        for (let index = 0; index < part.length; index++) {
          const values = Object.entries(outputs).map(([name, column]) => [
            name,
            name === "wide" ? column[index] === 1 : column[index],
          ]);
          told.push(refused[index] === 1 ? "refused" : Object.fromEntries(values));
        }
      }
      const expected = oneByOne(rulebook, rows).map((decision) =>
        decision.kind === "decided" ? decision.outputs : "refused",
      );
      refusals += expected.filter((each) => each === "refused").length;
      assert.deepEqual(told, expected);
    }),
    { numRuns: 60 },
  );
  assert.ok(refusals > 0);
});

test("a counter beyond its range refuses the row and is not wrapped", () => {
  const { rulebook: tight } = checkSmall({
    facts: `  n: {type: integer, range: 0..2000000000, ${label}}`,
    counters: "  added: {kind: facts, sum: n, per: [person], range: 0..2000000000, source: N/1}",
    rules: "  result: {type: integer, is: 'min(added, n)', source: N/1}",
    outputs: "result",
  });
  const same = Int32Array.of(20_000, 20_000, 20_000);
  const batch = {
    rows: 3,
    law: same,
    legal: same,
    subjects: { person: same },
    facts: { n: { values: Int32Array.of(2_000_000_000, 1_999_999_999, 1) } },
  };
  const { refused, outputs } = compileFold(tight)()(batch);
  assert.deepEqual([...refused], [0, 0, 1]);
  assert.deepEqual([...(outputs.result as Float64Array)].slice(0, 2), [0, 1_999_999_999]);
});

test("counters without a subject in common, and values beyond 2^53, are refused", () => {
  const rules = "  result: {type: integer, is: one + two, source: N/1}";
  const apart = `  one: {kind: facts, count: all, per: [person], range: 0..9, source: N/1}
  two: {kind: facts, count: all, per: [gate], range: 0..9, source: N/1}`;
  assert.throws(() => compileFold(checkSmall({ counters: apart, rules }).rulebook), FoldError);
  assert.doesNotThrow(() => compileFold(checkSmall({ counters: apart, rules }).rulebook, ["one"]));
  const huge = checkSmall({
    facts: `  big: {type: integer, range: 0..9007199254740993, ${label}}`,
    rules: "  result: {type: boolean, is: big > 0, source: N/1}",
  }).rulebook;
  assert.throws(() => compileFold(huge), FoldError);
});
