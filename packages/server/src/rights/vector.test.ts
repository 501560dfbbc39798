import assert from "node:assert/strict";
import { test } from "node:test";
import { type PassageAnswer, routes } from "@twinline/api";
import { countersOf } from "@twinline/zone";
import { rebuildState } from "../entries/rebuild.ts";
import { openGate, type TestGate } from "../passages/test-gate.ts";
import { openTill, type TestTill } from "./test-till.ts";

/** Goods of 100 euro and five kilograms; the Kazakh side counts value, mass and lines, by the day and by the month. */
const coat = {
  hs: "6110",
  category: "textile",
  quantity: 1,
  massGrams: 5_000,
  valueMinor: 1_600_00,
  valueEurMinor: 100_00,
  indivisible: false,
};

type Held = NonNullable<Awaited<ReturnType<TestTill["reserve"]>>["right"]>;

/** Sells off line: each sale with the counters that the till's own book leaves. */
async function sellTwice(till: TestTill, right: Held) {
  const first = await till.sale(right, [coat]);
  const [answer] = (await till.report(first)).answers;
  assert.deepEqual([answer?.reason, answer?.findings], ["sold", []]);
  const pack = (await till.browser.get(routes.pack.path)).json();
  const left: Held = pack.rights[0];
  assert.deepEqual(left.ceiling, right.ceiling);
  const second = await till.sale(left, [coat], countersOf(left));
  assert.deepEqual((await till.report(second)).answers[0]?.reason, "sold");
}

async function counted(gate: TestGate): Promise<{ [counter: string]: number }> {
  const { rows } = await gate.fresh.owner.query<{ name: string; value: number }>(
    "select substring(key from '#([a-z_]+)@') as name, sum(value)::int as value from counter group by 1",
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

test("A vector of limits on the Kazakh side: two shops in one visit, value, mass and lines held and spent together", async () => {
  await using gate = await openGate("kz");
  const [one, two] = [await openTill(gate, "KZ-S1"), await openTill(gate, "KZ-S2")];
  const { pass } = await gate.pass({ gate: "KZ-1" });
  const envelope = { valueMinor: 3_200_00, valueEurMinor: 200_00, massGrams: 12_000, lines: 2 };
  const first = await one.reserve({ pass, envelope });
  assert.equal(first.outcome, "done", JSON.stringify(first));
  const held = first.right!.held;
  assert.deepEqual([held.mass_month, held.mass_today, held.lines_today], [12_000, 12_000, 2]);
  assert.ok(held.value_month! > 0 && held.value_month === held.value_today);
  assert.equal(held.excess_value_before, undefined, "An envelope holds no excess");

  const second = await two.reserve({ pass, envelope });
  assert.equal(second.outcome, "done", "Another shop in the same visit is the same exit, not a second one");
  await sellTwice(one, first.right!);
  await sellTwice(two, second.right!);
  const sales = [one, two].flatMap((till) => [1, 2].map((number) => `${till.signer.keyId}.${number}`));
  const spent = await counted(gate);
  const out: PassageAnswer = await gate.pass({ gate: "KZ-1", direction: "out", covers: sales });
  assert.equal(out.verdict, "admit", JSON.stringify(out));
  assert.deepEqual(
    out.covered?.map(({ outcome, tax }) => [outcome, tax?.minor]),
    sales.map(() => ["carried_out", 0]),
  );
  assert.deepEqual(await counted(gate), spent, "What was sold is not counted again");
  const rebuilt = await rebuildState(gate.fresh.connection, { ...gate.spine, rulebooks: gate.spine.world().rulebooks });
  assert.equal(rebuilt.same, true);
});

test("Mass is a limit of its own: what fits by value and not by mass is taxed at the till as at the gate", async () => {
  await using gate = await openGate("kz");
  const till = await openTill(gate, "KZ-S1");
  const { pass } = await gate.pass({ gate: "KZ-1" });
  const heavy = { ...coat, massGrams: 40_000 };
  const asked = await till.reserve({ pass, goods: [heavy] });
  assert.equal(asked.outcome, "done");
  assert.ok((asked.right?.held.mass_month ?? 0) < heavy.massGrams);
  assert.ok(asked.goods[0]!.tax.minor > 0);
  const { reason } = (await till.report(await till.sale(asked.right!, [heavy]))).answers[0]!;
  assert.equal(reason, "sold");
});

test("The daily allowance of one side, mutual trade and the port's shops are three counters: one is not spent by another", async () => {
  await using gate = await openGate("cn");
  const till = await openTill(gate);
  const { pass } = await gate.pass({});
  await till.reserve({ pass, envelope: { valueMinor: 8_000_00 } });
  const { rows } = await gate.fresh.owner.query<{ key: string }>("select key from counter where value <> 0");
  assert.equal(rows.length, 1);
  assert.match(rows[0]!.key, /^khorgos\/cn\/departure#duty_free_today@/, "The rulebook's name stands in the key");
  const books = [...gate.spine.world().rulebooks.values()];
  const prefixes = books.flatMap(({ rulebook }) => rulebook.counters.map(({ name }) => `${rulebook.name}#${name}`));
  assert.equal(new Set(prefixes).size, prefixes.length);
});
