import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { applyReform, type Loaded, load } from "../../load.ts";
import { exampleName, readExampleFiles } from "../../testing/example-files.ts";
import { parseDay } from "../scalar/day.ts";

const files = readExampleFiles();
const base = createHash("sha256")
  .update(files.get(`${exampleName}.yaml`)!)
  .digest("hex");
const words = "{en: w, zh: w, kk: w, ru: w}";

/** Applies a reform of the example with these sections. */
function apply(sections: string, pin = `${exampleName}@sha256:${base}`): Loaded {
  return applyReform(files, "demo/cn/draft", `reform: demo/cn/draft\nbase: ${pin}\n${sections}`);
}

function told(loaded: Loaded, id: string): string[] {
  const found = "findings" in loaded ? loaded.findings : loaded.warnings;
  return found
    .filter((finding) => finding.id === id)
    .map(({ at, sentence }) => `${at.file}:${at.line}:${at.column} ${sentence}`);
}

function day(text: string): number {
  const read = parseDay(text);
  assert.ok(read.ok);
  return read.value;
}

test("the reform of the example is an ordinary rulebook with its base and its own tests", () => {
  const loaded = load(files, "demo/cn/allowance-2027");
  assert.ok("rulebook" in loaded, JSON.stringify(loaded));
  const { name, tests, reform, rules, parameters } = loaded.rulebook;
  assert.equal(name, "demo/cn/allowance-2027");
  assert.equal(tests.length, 7);
  const events = { from: day("2025-01-01"), to: day("2025-12-31") };
  const replay = { law: day("2027-01-01"), events };
  assert.deepEqual(reform, { name, base: exampleName, baseHash: base, replay });
  const limit = rules.find((rule) => rule.name === "limit");
  assert.deepEqual(
    limit?.versions.map(({ from }) => from),
    [day("2024-01-01"), day("2027-01-01")],
  );
  const [, , changed] = parameters.find((parameter) => parameter.name === "allowance")!.versions;
  const figures = changed!.keyed.map(({ key, figure }) => [key, figure.kind === "known" ? figure.value : undefined]);
  assert.deepEqual(Object.fromEntries(figures), { CN: 1_200_000, KZ: 800_000 });
});

test("the figures that a change comes to are told", () => {
  const loaded = apply("change:\n  - {parameter: allowance, from: 2026-01-01, KZ: 9000, source: N31/2}\n");
  assert.deepEqual(told(loaded, "reform/resolved"), [
    'demo/cn/draft.yaml:4:5 See that "allowance" from 2026-01-01 is to be KZ 9000, CN 10000, other 5000',
  ]);
});

test("a change that alters nothing is an error", () => {
  const wording = "if duty <= minimum_charge then 0   else duty";
  const changes = [
    "{parameter: allowance, from: 2026-01-01, CN: 10000.00, source: N31/2}",
    "{parameter: duty_rate, from: 2025-03-01, is: 0.13, source: N31/2}",
    `{rule: duty_due, from: 2026-01-01, is: "${wording}", source: N31/4}`,
  ];
  const loaded = apply(`change:\n${changes.map((change) => `  - ${change}\n`).join("")}`);
  assert.deepEqual(told(loaded, "reform/no-effect"), [
    'demo/cn/draft.yaml:4:5 Cannot change "allowance" from 2026-01-01: its figures are the same already',
    'demo/cn/draft.yaml:5:5 Cannot change "duty_rate" from 2025-03-01: its figures are the same already',
    'demo/cn/draft.yaml:6:5 Cannot change "duty_due" from 2026-01-01: its wording is the same already',
  ]);
});

test("a base that has moved, or is not there, is an error", () => {
  const change = "change:\n  - {parameter: busy_day, from: 2026-01-01, is: 4, source: N31/2}\n";
  const moved = apply(change, `${exampleName}@sha256:${"0".repeat(64)}`);
  assert.deepEqual(told(moved, "reform/base"), [
    `demo/cn/draft.yaml:2:7 Cannot apply to "${exampleName}": its SHA-256 is now ${base}, check the reform against it`,
  ]);
  const absent = apply(change, `demo/cn/nothing@sha256:${base}`);
  assert.deepEqual(told(absent, "reform/base"), [
    'demo/cn/draft.yaml:2:7 Cannot find the base "demo/cn/nothing": there is no such rulebook',
  ]);
});

test("a base test that no longer holds is named by the reform, or fails", () => {
  const change = "change:\n  - {parameter: busy_day, from: 2025-01-01, is: 4, source: N31/2}\n";
  assert.equal(told(apply(change), "test/fails").length, 1);
  const named = `${change}tests_changed: [a fourth passage of the day goes to the desk]\n`;
  assert.ok("rulebook" in apply(named));
  const misnamed = apply(`${change}tests_changed: [a fifth passage of the day goes to the desk]\n`);
  assert.deepEqual(told(misnamed, "name/unknown"), [
    'demo/cn/draft.yaml:5:17 Cannot change the test "a fifth passage of the day goes to the desk": the base has no such test, the nearest is "a fourth passage of the day goes to the desk"',
  ]);
});

test("what the base lacks cannot be changed, what it has cannot be declared again", () => {
  const loaded = apply(`change:
  - {parameter: alowance, from: 2026-01-01, CN: 1, source: N31/2}
  - {rule: dutydue, from: 2026-01-01, is: "0", source: N31/2}
  - {from: 2026-01-01}
parameters:
  busy_day: {type: integer, values: [{from: 2024-01-01, is: 4, source: N12/7}]}
`);
  assert.deepEqual(told(loaded, "name/unknown"), [
    'demo/cn/draft.yaml:4:17 Cannot change "alowance": the base has no such parameter, the nearest is "allowance"',
    'demo/cn/draft.yaml:5:12 Cannot change "dutydue": the base has no such rule, the nearest is "duty_due"',
  ]);
  assert.equal(told(loaded, "file/missing").length, 1);
  assert.deepEqual(told(loaded, "file/duplicate"), [
    'demo/cn/draft.yaml:8:3 Cannot declare "busy_day" in "parameters": the base has it, alter it under "change"',
  ]);
});

test("a reform may bring a counter, a figure and an output of its own", () => {
  const loaded = apply(`instruments:
  D1: {cite: {en: "D {n}", zh: "D {n}", kk: "D {n}", ru: "D {n}"}, in_force: 2026-01-01}
parameters:
  bottles_max: {type: integer, values: [{from: 2026-01-01, is: 3, source: D1/1}]}
facts:
  bottles: {type: integer, range: 0..100, label: ${words}}
counters:
  bottles_this_month: {kind: facts, sum: bottles, per: [person, legal_month], range: 0..1000, source: D1/1}
rules:
  bottles_fit:
    type: boolean
    versions:
      - {from: 2024-01-01, is: "true", source: N12/1}
      - {from: 2026-01-01, is: bottles_this_month + bottles <= bottles_max, source: D1/1}
outputs: [bottles_fit]
tests_changed:
  - a second purchase uses what is left of the day
  - midnight in Shanghai starts a new day
  - goods sent to the desk do not use the month's mass
  - a fourth passage of the day goes to the desk
  - the rate of July 2025 applies from midnight
  - a foreign trader without a permit is not admitted
tests:
  - it: {en: a fourth bottle of the month is too many}
    at: 2026-02-01T10:00+08:00
    facts: {residence: CN, age: 30, category: tourist, goods_value: 1, goods_mass: 0, bottles: 2}
    earlier: [{at: 2026-02-01T09:00+08:00}]
    expect: {admission: admitted, desk: none, duty_free: 1, taxable: 0, duty_due: 0, mass_passed: 0, bottles_fit: false}
`);
  assert.ok("rulebook" in loaded, JSON.stringify("findings" in loaded && loaded.findings));
  assert.equal(loaded.rulebook.outputs.at(-1), "bottles_fit");
});

test("a change says what and from when", () => {
  const loaded = apply(`change:
  - {parameter: busy_day, is: 4, source: N31/2}
  - {parameter: busy_day, from: soon, is: 4, source: N31/2}
  - {parameter: [busy_day], from: 2026-01-01, is: 4, source: N31/2}
`);
  assert.deepEqual(told(loaded, "file/missing"), [
    'demo/cn/draft.yaml:4:5 Cannot read a change: its key "from" is missing',
  ]);
  assert.deepEqual(told(loaded, "file/value"), [
    'demo/cn/draft.yaml:5:33 Cannot read "soon" as a first day: a day such as "2025-06-01" is expected',
  ]);
  assert.deepEqual(told(loaded, "file/shape"), [
    'demo/cn/draft.yaml:6:17 Cannot read "parameter": one value is expected, not a list',
  ]);
});

test("a reform is laid over a law, never over a reform", () => {
  const name = "demo/cn/allowance-2027";
  const hash = createHash("sha256")
    .update(files.get(`${name}.yaml`)!)
    .digest("hex");
  const change = "change:\n  - {parameter: busy_day, from: 2028-01-01, is: 4, source: N31/2}\n";
  assert.deepEqual(told(apply(change, `${name}@sha256:${hash}`), "reform/base"), [
    `demo/cn/draft.yaml:2:7 Cannot apply to "${name}": it is a reform itself`,
  ]);
});

test("a wording that cannot be read is told as such, and not as one that changes nothing", () => {
  const loaded = apply('change:\n  - {rule: duty_due, from: 2026-01-01, is: "duty +", source: N31/4}\n');
  assert.deepEqual(told(loaded, "reform/no-effect"), []);
  assert.deepEqual(told(loaded, "expression/syntax"), [
    "demo/cn/draft.yaml:4:51 Cannot read the expression at its end: a value is expected",
  ]);
});
