import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { parse } from "yaml";
import { scoreRunner, type TraitValues } from "./runner-score.ts";
import { type GoodsExit, gatherTraits, type PersonLink } from "./runner-traits.ts";
import { type RunnerTrait, readSupervision, runnerTraits, SCORE_MAX } from "./settings.ts";

const file = parse(readFileSync(new URL("../../../../rulebooks/supervision.yaml", import.meta.url), "utf8"));
const { runner } = readSupervision(file);
const values: fc.Arbitrary<TraitValues> = fc.record(
  Object.fromEntries(runnerTraits.map((trait) => [trait, fc.nat(40)])) as Record<RunnerTrait, fc.Arbitrary<number>>,
  { requiredKeys: [] },
);

describe("The score of possible runners", () => {
  test("is the sum of its reasons, between 0 and 100, and 0 for somebody of whom nothing was seen", () => {
    assert.deepEqual(scoreRunner({}, runner.weights), { score: 0, reasons: [] });
    fc.assert(
      fc.property(values, (seen) => {
        const { score, reasons } = scoreRunner(seen, runner.weights);
        assert.equal(
          score,
          reasons.reduce((sum, { points }) => sum + points, 0),
        );
        assert.ok(score >= 0 && score <= SCORE_MAX);
        for (const { value, from, points, most, trait } of reasons) {
          assert.ok(value > from && points > 0 && points <= most, trait);
          assert.equal(value, seen[trait]);
        }
      }),
    );
  });

  test("never falls when more of a trait is seen, and no other trait's points change", () => {
    fc.assert(
      fc.property(values, fc.constantFrom(...runnerTraits), fc.integer({ min: 1, max: 40 }), (seen, trait, more) => {
        const before = scoreRunner(seen, runner.weights);
        const after = scoreRunner({ ...seen, [trait]: (seen[trait] ?? 0) + more }, runner.weights);
        assert.ok(after.score >= before.score);
        const others = (reasons: typeof after.reasons) => reasons.filter((one) => one.trait !== trait);
        assert.deepEqual(
          others(after.reasons).toSorted((a, b) => (a.trait < b.trait ? -1 : 1)),
          others(before.reasons).toSorted((a, b) => (a.trait < b.trait ? -1 : 1)),
        );
      }),
    );
  });

  test("gives nothing at the lower bound, one point's share above it, and all at the upper", () => {
    const weight = runner.weights.find(({ trait }) => trait === "shared_payer")!;
    const points = (value: number) => scoreRunner({ shared_payer: value }, runner.weights).score;
    assert.equal(points(weight.from), 0);
    assert.equal(points(weight.from + 1), Math.floor(weight.points / (weight.full - weight.from)));
    assert.equal(points(weight.full), weight.points);
    assert.equal(points(weight.full + 100), weight.points);
    const all = Object.fromEntries(runner.weights.map(({ trait, full }) => [trait, full]));
    assert.equal(scoreRunner(all, runner.weights).score, SCORE_MAX);
    const light = runner.weights.map((one) => ({ ...one, points: 1 }));
    assert.equal(scoreRunner(all, light).score, light.length, "A single point counts too");
  });

  test("weighs a hundred in all, and a file that does not is refused by its path", () => {
    const traits = { ...file.runner_score.traits, odd_path: { ...file.runner_score.traits.odd_path, points: 11 } };
    const heavier = { ...file, runner_score: { ...file.runner_score, traits } };
    assert.throws(() => readSupervision(heavier), /"runner_score.traits" is not 100 points together, but 101/);
  });
});

describe("What is seen of a person", () => {
  const exit = (entry: number, person: string, more: Partial<GoodsExit> = {}): GoodsExit => ({
    entry,
    person,
    day: entry,
    chapters: new Map([["61", 100]]),
    isFull: false,
    isOdd: false,
    ...more,
  });
  const link = (entry: number, person: string, commitment: string, kind: PersonLink["kind"] = "payer"): PersonLink => ({
    entry,
    person,
    kind,
    commitment,
  });
  const of = (exits: readonly GoodsExit[], links: readonly PersonLink[], person: string) =>
    gatherTraits(exits, links, runner).find((one) => one.person === person);

  test("counts the others behind one payer, and never one kind of commitment for another", () => {
    const links = [link(1, "a", "x"), link(2, "b", "x"), link(3, "c", "x"), link(4, "a", "x", "phone")];
    const seen = of([exit(9, "a")], links, "a");
    assert.equal(seen?.values.shared_payer, 2);
    assert.equal(seen?.values.shared_phone, 0);
    assert.deepEqual(seen?.evidence, [1, 4, 9]);
  });

  test("counts days, short visits, the same goods, full allowances and odd paths", () => {
    const short = runner.shortVisitMinutes.value;
    const mixed = new Map([
      ["61", 50],
      ["22", 50],
    ]);
    const exits = [
      exit(1, "a", { minutesInside: short - 1, isFull: true }),
      exit(2, "a", { minutesInside: short, day: 1 }),
      exit(3, "a", { chapters: mixed, isOdd: true }),
    ];
    assert.deepEqual(of(exits, [], "a")?.values, {
      shared_payer: 0,
      shared_phone: 0,
      shared_receiver: 0,
      goods_days: 2,
      short_visits: 1,
      same_goods: 2,
      full_allowance: 1,
      odd_path: 1,
    });
  });

  test("of somebody alone is nothing shared, whoever else carries goods", () => {
    const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1 });
    fc.assert(
      fc.property(ids, (people) => {
        const links = people.map((person, at) => link(at + 10, person, `own ${person}`));
        for (const { values } of gatherTraits(
          people.map((one, at) => exit(at + 1, one)),
          links,
          runner,
        ))
          assert.equal(values.shared_payer, 0);
      }),
    );
  });
});
