import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { DmnModdle } from "dmn-moddle";
import { planOf } from "../../compile/plan.ts";
import { compileSource } from "../../compile/source/compile-source.ts";
import type { CheckedRulebook } from "../../ir/rulebook.ts";
import { load } from "../../load.ts";
import { exampleName, readExampleFiles } from "../../testing/example-files.ts";
import { generateInput } from "../../testing/generated-inputs.ts";
import { generateRulebook } from "../../testing/generated-rulebook.ts";
import { randomOf } from "../../testing/random.ts";
import { checkSmall, label } from "../../testing/small-rulebook.ts";
import { loadDmn } from "../model/load.ts";
import { DmnError } from "../problem.ts";
import { compareDecisions } from "../testing/round-trip.ts";
import { dmnEditions, exportDmn } from "./export-dmn.ts";

const law = 20_240;

function loaded(files: Parameters<typeof load>[0], name: string): CheckedRulebook {
  const result = load(files, name);
  assert.ok("rulebook" in result);
  return result.rulebook;
}

const example = () => loaded(readExampleFiles(), exampleName);

/** The shipped law of departure, with its instruments beside it. */
function departure(): CheckedRulebook {
  const folder = path.resolve(import.meta.dirname, "../../../../../rulebooks");
  const name = "khorgos/cn/departure";
  const text = readFileSync(path.join(folder, `${name}.yaml`), "utf8");
  const wordings = [...text.matchAll(/text: (instruments\/\S+)/g)].map(([, file]) => `khorgos/cn/${file}`);
  const files = wordings.map((file) => [file, readFileSync(path.join(folder, file), "utf8")] as const);
  return loaded(new Map([[`${name}.yaml`, text], ...files]), name);
}

/** Differences, "same" and "no answer" over generated facts on a law date, counted. */
function roundTrip(rulebook: CheckedRulebook, law: number, inputs: number, seed: number): Map<string, number> {
  const counts = new Map<string, number>();
  const random = randomOf(seed);
  const decide = compileSource(rulebook);
  const model = loadDmn(exportDmn(rulebook, law));
  assert.equal(model.kind, "model");
  for (let count = 0; count < inputs; count++) {
    const input = generateInput(rulebook, random);
    const compared = compareDecisions(rulebook, decide, model, { ...input, days: { ...input.days, law } });
    for (const each of compared) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  return counts;
}

test("the complete example and the law of departure decide the same after export and import", () => {
  for (const rulebook of [example(), departure()]) {
    for (const day of planOf(rulebook).spans) {
      const counts = roundTrip(rulebook, day, 80, day);
      assert.deepEqual([...counts.keys()], ["same"], rulebook.name);
      assert.ok(counts.get("same")! > 200);
    }
  }
});

test("generated rulebooks decide the same after export and import, or say what DMN cannot", () => {
  let same = 0;
  for (let seed = 0; seed < 20; seed++) {
    const rulebook = generateRulebook(randomOf(seed));
    for (const day of planOf(rulebook).spans) same += compareOn(rulebook, day, seed);
  }
  assert.ok(same > 200, `only ${same} were compared`);
});

/** How many decisions were the same; any other outcome must be one of those that DMN or the profile cannot say. */
function compareOn(rulebook: CheckedRulebook, law: number, seed: number): number {
  const known = /^no answer$|the function "(?:duration|years and months duration)"$|the property "days"$/;
  try {
    const counts = roundTrip(rulebook, law, 10, seed);
    for (const outcome of counts.keys()) if (outcome !== "same") assert.match(outcome, known, `seed ${seed}`);
    return counts.get("same") ?? 0;
  } catch (error) {
    if (!(error instanceof DmnError)) throw error;
    assert.match(error.reason, /^the fraction |^end_of_month: /, `seed ${seed}`);
    return 0;
  }
}

test("dmn-js's reader takes the export without a warning, picture and all", async () => {
  for (const rulebook of [example(), departure()]) {
    const { warnings, rootElement } = await new DmnModdle().fromXML(exportDmn(rulebook, law, "1.3"));
    assert.deepEqual(warnings, []);
    const shapes = rootElement.dmnDI.diagrams[0].diagramElements.filter(({ $type }) => $type === "dmndi:DMNShape");
    assert.equal(shapes.length, rootElement.drgElement.length);
    assert.ok(shapes.every(({ bounds }) => Number.isFinite(bounds.x) && Number.isFinite(bounds.y)));
  }
});

test("the editions differ in their namespaces alone", () => {
  const [older, newer] = [exportDmn(example(), law, "1.3"), exportDmn(example(), law, "1.5")];
  assert.ok(newer.includes('xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/"'));
  assert.equal(older.replaceAll(dmnEditions["1.3"], dmnEditions["1.5"]), newer);
});

test("the export says codes, ranges, sources, missing facts and rounding in DMN's words", () => {
  const xml = exportDmn(example(), law);
  for (const piece of [
    '<text>"tourist", "resident", "trader", "crew"</text>',
    "<text>[0..1000000]</text>",
    "<text>round half up(taxable * duty_rate, 2)</text>",
    "<text>round down(allowance * trader_share, 2)</text>",
    "<text>null</text>",
    '<text>not("CN", "KZ")</text>',
    "<text>&lt; minimum_age</text>",
    "<text>N12/3</text>",
    "<text>0.13</text>",
    'hitPolicy="FIRST"',
  ]) {
    assert.ok(xml.includes(piece), piece);
  }
});

test("figures are those of the date", () => {
  const at = (day: number) => /decision_duty_rate_logic">\s*<text>([^<]+)</.exec(exportDmn(example(), day))![1];
  assert.equal(at(20_268), "0.13");
  assert.equal(at(20_270), "0.15");
  assert.throws(() => exportDmn(example(), 19_000), /Cannot export: "demo\/cn\/personal-goods" before 2024-01-01/);
});

test("operations are bracketed where FEEL would bind them otherwise", () => {
  const facts = ["a", "b", "c"].map((name) => `  ${name}: {type: integer, range: 0..9, ${label}}`).join("\n");
  const { rulebook, errors } = checkSmall({
    facts: `${facts}\n  flag: {type: boolean, ${label}}`,
    rules: `  less: {type: integer, is: a - (b - c), source: N/1}
  more: {type: integer, is: "(a - b) * (c + 1)", source: N/1}
  is_so: {type: boolean, is: "(a > b) = flag", source: N/1}
  either: {type: boolean, is: "flag and (a > b or b > c)", source: N/1}
  part: {type: integer, is: "1 + (if flag then a else b)", source: N/1}`,
    outputs: "less, more, is_so, either, part",
  });
  assert.deepEqual(errors, []);
  const xml = exportDmn(rulebook, law);
  for (const text of [
    "a - (b - c)",
    "(a - b) * (c + 1)",
    "(a &gt; b) = flag",
    "flag and (a &gt; b or b &gt; c)",
    "1 + (if flag then a else b)",
  ]) {
    assert.ok(xml.includes(`<text>${text}</text>`), text);
  }
  assert.deepEqual([...roundTrip(rulebook, law, 50, 1).keys()], ["same"]);
});

test("what FEEL says otherwise is refused", () => {
  const small = (rules: string, clock?: string) => {
    const { rulebook, errors } = checkSmall({
      facts: `  born: {type: day, ${label}}\n  price: {type: money CNY, range: 0..100, ${label}}`,
      parameters: rules.includes("third")
        ? "  third: {type: rate, values: [{from: 2024-01-01, is: 1/3, source: N/1}]}"
        : "  one: {type: integer, values: [{from: 2024-01-01, is: 1, source: N/1}]}",
      rules,
      ...(clock && { clock }),
    });
    assert.deepEqual(errors, []);
    return () => exportDmn(rulebook, law);
  };
  assert.throws(
    small("  result: {type: money CNY, is: round_half_up(price * third), source: N/1}"),
    /the fraction 1\/3, which has no decimal form/,
  );
  const up = "{zone: Asia/Shanghai, law: event, end_of_month: up}";
  assert.throws(small('  result: {type: day, is: "add_months(born, 1)", source: N/1}', up), /end_of_month: up/);
  assert.throws(
    small('  result: {type: integer, is: "years_between(born, legal_day)", source: N/1}'),
    /end_of_month: down/,
  );
});
