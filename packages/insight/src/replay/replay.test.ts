import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import type { CheckedRulebook } from "@twinline/rulebook";
import fc from "fast-check";
import type { BasketLine } from "../traffic/baskets.ts";
import { writeTraffic } from "../traffic/parquet.ts";
import type { TrafficPassage } from "../traffic/passages.ts";
import { replayApart } from "./apart.ts";
import { ReplayError } from "./error.ts";
import { countSlowly } from "./naive.fixture.ts";
import { exampleReform, goods, loadBase, loadReform } from "./policies.fixture.ts";
import { replay } from "./replay.ts";
import type { Group } from "./result.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "twinline-replay-"));
after(() => rmSync(folder, { recursive: true }));

const base = loadBase();
const reform = loadReform(exampleReform());
const DAY = Temporal.PlainDate.from("1970-01-01").until("2025-03-30").days;
const by = ["residence", "month", "category", "chapter"] as const;

function passage(visit: number, person: number, day: number, second: number, lines: readonly BasketLine[] | "in") {
  const nationality = person % 2 === 0 ? "CN" : "KZ";
  const who = { number: person, nationality, document: "passport", born: 0, expires: 30_000, female: false };
  const one = { visit, person: who, lane: 1, vehicle: false, day, at: day * 86_400 + second };
  const made: TrafficPassage =
    lines === "in" ? { ...one, direction: "in", goods: [] } : { ...one, direction: "out", goods: lines };
  return made;
}

function goodsLine(category: string, valueFen: number, indivisible = false): BasketLine {
  const hs = { food: "1806", bag: "4202", camera: "8525" }[category]!;
  return { hs, category, quantity: 1, massGrams: 500, valueFen, indivisible };
}

async function write(passages: readonly TrafficPassage[]): Promise<string> {
  const file = path.join(folder, "history.parquet");
  const sorted = passages.toSorted((a, b) => a.at - b.at);
  await writeTraffic(file, "CN-1", [sorted]);
  return file;
}

function job(history: string, over: CheckedRulebook = reform) {
  return { history, recorded: false, base, reform: over, goods, by, burden: "tax" };
}

/** Three exits of one person in a day, one of another, and one without an entry. */
const small = [
  passage(1, 2, DAY, 100, "in"),
  passage(1, 2, DAY, 200, [goodsLine("bag", 900_000, true), goodsLine("bag", 500_000)]),
  passage(2, 2, DAY, 300, "in"),
  passage(2, 2, DAY, 400, [goodsLine("food", 400_000)]),
  passage(3, 3, DAY + 1, 100, "in"),
  passage(3, 3, DAY + 2, 100, [goodsLine("camera", 100_000), goodsLine("bag", 1_000_000)]),
  passage(4, 5, DAY + 3, 100, []),
];

test("a refused article uses none of the allowance, under either policy", async () => {
  const result = await replay(job(await write(small)));
  const law = reform.reform!.replay!.law!;
  assert.deepEqual(pick(result.totals, "base"), countSlowly(base, small, law));
  assert.deepEqual(pick(result.totals, "reform"), countSlowly(reform, small, law));
  // Base: the bag of 9,000 is taxed whole (1,800), 5,000 and then 3,000 of the food are free, 1,000 of it at 13 %; the
  // camera of 1,000 is never exempt (130), the bag of 10,000 pays 20 % on 2,000.
  assert.equal(result.totals.amounts.tax!.base, 180_000 + 13_000 + 13_000 + 40_000);
  // Reform: the bag of 9,000 is free, then 3,000 of the 5,000; 2,000 at 20 %, the food whole at 13 %; the camera.
  assert.equal(result.totals.amounts.tax!.reform, 40_000 + 52_000 + 13_000);
  assert.deepEqual(result.people, { less: 2, more: 0, same: 1 });
  assert.equal(result.history.passages, 4);
  assert.equal(result.outcomes.reason!.not_inside!.base, 1);

  function pick({ lines, amounts }: Group, policy: "base" | "reform") {
    const admitted = result.outcomes.verdict!.admit![policy];
    const [duty_free, taxable, tax] = ["duty_free", "taxable", "tax"].map((name) => amounts[name]![policy]);
    return { lines, duty_free, taxable, tax, admitted };
  }
});

test("groups add up to the whole, and say who pays less and more", async () => {
  const result = await replay(job(await write(small)));
  for (const name of by) {
    const groups = result.by[name]!;
    for (const measure of ["lines", "less", "more", "gained", "lost"] as const) {
      const sum = groups.reduce((total, group) => total + group[measure], 0);
      assert.equal(sum, result.totals[measure], `${measure} by ${name}`);
    }
  }
  const { base: before, reform: after } = result.totals.amounts.tax!;
  assert.equal(after - before, result.totals.lost - result.totals.gained);
  assert.deepEqual(
    result.by.month!.map(({ key }) => key),
    ["2025-03", "2025-04"],
  );
  assert.deepEqual(
    result.by.chapter!.map(({ key }) => key),
    ["", "18", "42", "85"],
  );
});

test("a change comes with examples that both policies explain", async () => {
  const result = await replay(job(await write(small)));
  const change = result.changes.find(({ output, to }) => output === "reason" && to === "ok")!;
  const [example] = change.examples;
  assert.equal(change.from, "tax_due");
  assert.equal(example!.facts.goods_value, "9000.00");
  assert.equal(example!.base.outputs.tax, "1800.00");
  assert.equal(example!.reform.outputs.tax, "0.00");
  for (const told of [example!.base, example!.reform]) {
    assert.ok(told.explanation.length > 0);
    for (const language of ["zh", "kk", "ru", "en"] as const) assert.ok(told.explanation[0]!.text[language]);
  }
  assert.ok(result.doubts.some(({ parameter }) => parameter === "general_rates_at_centre"));
  assert.match(result.caveats[0]!.en, /assumed to behave/);
});

const lineOf = fc
  .tuple(fc.constantFrom("food", "bag", "camera"), fc.integer({ min: 0, max: 1_500_000 }), fc.boolean())
  .map(([category, value, single]) => goodsLine(category, value, single));
const exitOf = fc.record({
  person: fc.integer({ min: 0, max: 3 }),
  day: fc.integer({ min: DAY, max: DAY + 33 }),
  stay: fc.integer({ min: -1, max: 32 }),
  lines: fc.array(lineOf, { maxLength: 4 }),
});

test("the fold over sorted columns is the slow loop over events in order, whatever happened", async () => {
  const arbitrary = fc.array(exitOf, { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(arbitrary, async (exits) => {
      const passages = exits.flatMap(({ person, day, stay, lines }, index) => [
        ...(stay < 0 ? [] : [passage(index + 1, person, day - stay, index, "in")]),
        passage(index + 1, person, day, 1_000 + index, lines),
      ]);
      const sorted = passages.toSorted((a, b) => a.at - b.at);
      const result = await replay(job(await write(passages)));
      const law = reform.reform!.replay!.law;
      for (const [policy, rulebook] of [["base", base] as const, ["reform", reform] as const]) {
        const slow = countSlowly(rulebook, sorted, law);
        for (const name of ["duty_free", "taxable", "tax"] as const)
          assert.equal(result.totals.amounts[name]![policy], slow[name], `${name} of the ${policy}`);
        assert.equal(result.outcomes.verdict!.admit?.[policy] ?? 0, slow.admitted);
      }
    }),
    { numRuns: 8 },
  );
});

test("a reform that begins after the replayed days is refused, for it would change nothing", async () => {
  const later = loadReform(exampleReform().replace(/^replay:.*\n/m, ""));
  await refused(replay(job(await write(small), later)), "replay/no-effect", later.name);
  await refused(replay(job(await write(small), base)), "replay/no-effect", base.name);
});

test("a fact that the history lacks is refused by its name", async () => {
  const extra = { ...base.facts[0]!, name: "blood_type" };
  const asking = { ...reform, facts: [...reform.facts, extra] };
  await refused(replay(job(await write(small), asking)), "replay/fact-absent", "blood_type");
});

test("a category that the zone does not know is refused by its name", async () => {
  const { bag: _, ...fewer } = goods;
  await refused(replay({ ...job(await write(small)), goods: fewer }), "replay/category", "bag");
});

test("a counter that one sorted pass cannot keep is refused by its name", async () => {
  const counters = reform.counters.map((counter) => ({ ...counter, per: ["gate"] as const }));
  await refused(replay(job(await write(small), { ...reform, counters })), "replay/counter", "duty_free_today");
});

test("a replay in a process of its own gives the same and tells its errors", async () => {
  const history = await write(small);
  assert.deepEqual(await replayApart(job(history)), await replay(job(history)));
  await refused(replayApart(job(history, base)), "replay/no-effect", base.name);
});

test("an elasticity moves the burden of the reform and says that it is assumed", async () => {
  const history = await write(small);
  const { response, totals } = await replay({ ...job(history), elasticity: -1_000 });
  const { base: before, reform: after } = totals.amounts.tax!;
  const worth = totals.amounts.duty_free!.base + totals.amounts.taxable!.base;
  assert.equal(response!.burden.reform, after + Math.round((after * (before - after)) / (worth + before)));
  assert.match(response!.said.en, /Assumed.*-1 %/);
  const none = await replay({ ...job(history), elasticity: 0 });
  assert.equal(none.response!.burden.reform, after);
});

async function refused(running: Promise<unknown>, id: string, subject: string): Promise<void> {
  await assert.rejects(running, (error: unknown) => {
    assert.ok(error instanceof ReplayError);
    assert.deepEqual([error.id, error.subject], [id, subject]);
    return true;
  });
}

test("a history taken by shares of its people gives the very sums that it gives in one piece", async () => {
  const history = await write(small);
  const inOne = await replay(job(history));
  for (const sortedLines of [1, 2, 4]) {
    const told: number[] = [];
    const shared = await replay(job(history), (lines) => told.push(lines), sortedLines);
    const sums = ({ changes, ...rest }: typeof shared) => ({
      ...rest,
      changes: changes.map(({ examples, ...change }) => ({ ...change, examples: examples.length })),
    });
    assert.deepEqual(sums(shared), sums(inOne), `${sortedLines} lines at once`);
    assert.deepEqual(
      told,
      told.toSorted((a, b) => a - b),
      "Progress goes forward only",
    );
  }
});
