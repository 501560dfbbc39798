import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { routes } from "@twinline/api";
import { openGate, passport, type TestGate } from "../passages/test-gate.ts";
import { foundSpine } from "../spine/found.ts";
import { publishRulebook } from "./publish.ts";
import { type RuleFiles, readRuleFiles } from "./rule-files.ts";

const NAME = "khorgos/cn/departure";
const by = { officer: "o_test", second: "o_other" };

/** The law of departures with some words replaced; its own tests are left out, for they speak of the law as it is. */
function reworded(...changes: readonly (readonly [string, string])[]): RuleFiles {
  const files = readRuleFiles(NAME);
  let text = files.get(`${NAME}.yaml`)!;
  for (const [from, to] of changes) {
    assert.ok(text.includes(from), from);
    text = text.replace(from, to);
  }
  return new Map([...files, [`${NAME}.yaml`, text]]);
}

const withVisits = reworded([
  "counters:\n",
  "counters:\n  exits_today: {kind: facts, count: all, per: [person, legal_day], range: 0..1000, source: E7_GH15/1}\n",
]);

async function walkOut(gate: TestGate, number: string, valueMinor: number) {
  const document = { ...passport, number };
  const goods = [{ hs: "6109", category: "textile", quantity: 1, massGrams: 1, valueMinor, indivisible: false }];
  await gate.pass({ document });
  return await gate.pass({ document, direction: "out", goods });
}

async function counters(gate: TestGate) {
  const { rows } = await gate.fresh.database.query<{ key: string; value: number }>(
    "select key, value from counter order by key",
  );
  return rows.map(({ key, value }) => [key.replace(/@.*/, ""), value]);
}

describe("A published rulebook", () => {
  test("with a new counter fills it from the journal, and keeps what the old ones say", async () => {
    await using gate = await openGate();
    await walkOut(gate, "N00000001", 1_000_00);
    await walkOut(gate, "N00000001", 2_000_00);
    await walkOut(gate, "N00000002", 500_00);
    const before = await counters(gate);
    assert.deepEqual(before.map(([, value]) => value).toSorted(), [3_000_00, 500_00].toSorted());
    const { body } = await publishRulebook(gate.spine, NAME, withVisits, by);
    assert.equal(body.outcome, "done");
    const after = await counters(gate);
    assert.deepEqual(
      after
        .filter(([key]) => key === `${NAME}#exits_today`)
        .map(([, value]) => value)
        .toSorted(),
      [1, 2],
    );
    assert.deepEqual(
      after.filter(([key]) => key === `${NAME}#duty_free_today`),
      before,
    );
    const next = await walkOut(gate, "N00000001", 0);
    assert.equal(next.decisions[0]?.counters.exits_today, 2);
    assert.equal(next.decisions[0]?.counters.duty_free_today, 3_000_00);
    assert.notEqual(next.rulebook.hash, gate.spine.shelf.find(String(body.replaces))?.rulebook.hash);
  });

  test("forgets a counter that it no longer declares, and fills it again when it comes back", async () => {
    await using gate = await openGate();
    await walkOut(gate, "N00000001", 1_000_00);
    await publishRulebook(gate.spine, NAME, withVisits, by);
    const full = await counters(gate);
    await publishRulebook(gate.spine, NAME, readRuleFiles(NAME), by);
    assert.ok((await counters(gate)).every(([key]) => key !== `${NAME}#exits_today`));
    await publishRulebook(gate.spine, NAME, withVisits, by);
    assert.deepEqual(await counters(gate), full);
  });

  test("decides from the next command on, while old decisions are told by the text they were taken under", async () => {
    await using gate = await openGate();
    const old = await walkOut(gate, "N00000001", 9_000_00);
    assert.equal(old.goods[0]?.dutyFree.minor, 8_000_00);
    const generous = reworded(
      ["values: [{from: 2012-04-18, is: 8000,", "values: [{from: 2012-04-18, is: 8500,"],
      ...testsRemoved(),
    );
    await publishRulebook(gate.spine, NAME, generous, by);
    const fresh = await walkOut(gate, "N00000002", 9_000_00);
    assert.equal(fresh.goods[0]?.dutyFree.minor, 8_500_00);
    const { replayEntry } = await import("../entries/replay.ts");
    for (const number of [old.receipt.number, fresh.receipt.number]) {
      const { rows } = await gate.fresh.database.query<{ body: string }>("select body from entry where number = $1", [
        number,
      ]);
      assert.equal(await replayEntry(gate.spine.shelf, rows[0]!.body), true);
    }
  });

  test("is adopted by two officers, and then no longer follows the product's file", async () => {
    await using gate = await openGate();
    const generous = reworded(
      ["values: [{from: 2012-04-18, is: 8000,", "values: [{from: 2012-04-18, is: 8500,"],
      ...testsRemoved(),
    );
    const text = generous.get(`${NAME}.yaml`)!;
    const administrator = await gate.enter("administrator");
    const alone = await administrator.post(routes.rulebookAdopt.path, { name: NAME, text });
    assert.equal(alone.json().type, "access/needs-second");
    const second = (words: string) =>
      gate.second(administrator, `rulebook.adopt/${createHash("sha256").update(words).digest("hex")}`, {
        name: NAME,
        text: words,
      });
    const signed = await second(text);
    const other = await administrator.post(routes.rulebookAdopt.path, { name: NAME, text: `${text}#`, second: signed });
    assert.equal(other.json().type, "access/second-invalid", "The second officer signed other words");
    const broken = text.replace("outputs: [verdict,", "outputs: [verdikt,");
    const faulty = { name: NAME, text: broken, second: await second(broken) };
    const refused = await administrator.post(routes.rulebookAdopt.path, faulty);
    assert.deepEqual([refused.statusCode, refused.json().type], [422, "rulebook/faults"]);
    const adopted = await administrator.post(routes.rulebookAdopt.path, {
      name: NAME,
      text,
      second: await second(text),
    });
    assert.equal(adopted.json().outcome, "done", adopted.body);
    assert.deepEqual(await foundSpine(gate.spine, gate.node), []);
    const exit = await walkOut(gate, "N00000001", 9_000_00);
    assert.equal(exit.goods[0]?.dutyFree.minor, 8_500_00);
  });

  test("that the node published itself follows its file at the next start", async () => {
    await using gate = await openGate();
    await publishRulebook(gate.spine, NAME, withVisits, {});
    assert.deepEqual(await foundSpine(gate.spine, gate.node), [NAME]);
    assert.deepEqual(await foundSpine(gate.spine, gate.node), []);
  });

  test("of the same text changes nothing, and says so", async () => {
    await using gate = await openGate();
    const { body } = await publishRulebook(gate.spine, NAME, readRuleFiles(NAME), by);
    assert.deepEqual([body.outcome, body.reason], ["refused", "same_text"]);
  });

  test("is refused when its text does not hold, or needs a fact that no gate can give", async () => {
    await using gate = await openGate();
    const broken = reworded(["outputs: [verdict,", "outputs: [verdikt,"]);
    await assert.rejects(publishRulebook(gate.spine, NAME, broken, by), { id: "rulebook/faults" });
    const strange = reworded([
      "facts:\n",
      "facts:\n  shoe_size: {type: integer, range: 0..60, optional: true, label: {en: shoe size, zh: 鞋码, kk: аяқкиім өлшемі, ru: размер обуви}}\n",
    ]);
    await assert.rejects(publishRulebook(gate.spine, NAME, strange, by), /a gate cannot provide the fact "shoe_size"/);
  });
});

/** The law's own examples name its figures; a changed figure needs changed examples, here one. */
function testsRemoved(): (readonly [string, string])[] {
  const text = readRuleFiles(NAME).get(`${NAME}.yaml`)!;
  const all = text.slice(text.indexOf("\ntests:\n"));
  const one = `\ntests:\n  - it: {en: "goods worth 8,500 are free", zh: "价值8500元的物品免税"}
    at: 2025-06-10T15:00+08:00
    facts: {inside: true, same_gate: true, stay_days: 1, watch: none, goods_value: 8500, goods_class: class_20, indivisible: false, goods_mass: 6 kg, never_exempt: false}
    expect: {verdict: admit, duty_free: 8500, tax: 0}\n`;
  return [[all, one]];
}
