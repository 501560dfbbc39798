import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { compileSource } from "./compile/source/compile-source.ts";
import type { CheckedRulebook } from "./ir/rulebook.ts";
import { flattenReform, type Loaded, load, type SourceFiles } from "./load.ts";
import { parseDay } from "./read/scalar/day.ts";
import { exampleName, readExampleFiles } from "./testing/example-files.ts";
import { generateInput } from "./testing/generated-inputs.ts";
import { randomOf } from "./testing/random.ts";
import { label, smallText } from "./testing/small-rulebook.ts";

const files = readExampleFiles();
const base = files.get(`${exampleName}.yaml`)!;
const pin = `${exampleName}@sha256:${createHash("sha256").update(base).digest("hex")}`;
const INPUTS = 40;

function withReform(sections: string): SourceFiles {
  return new Map([...files, ["demo/cn/draft.yaml", `reform: demo/cn/draft\nbase: ${pin}\n${sections}`]]);
}

function flat(own: SourceFiles, name = "demo/cn/draft") {
  const flattened = flattenReform(own, name);
  assert.ok("text" in flattened, JSON.stringify(flattened));
  return flattened;
}

function rulebookOf(loaded: Loaded): CheckedRulebook {
  assert.ok("rulebook" in loaded, JSON.stringify(loaded, null, 1));
  return loaded.rulebook;
}

function day(text: string): number {
  const read = parseDay(text);
  assert.ok(read.ok);
  return read.value;
}

/** The reform over its base and the text it was flattened to, decided on the same inputs. */
function assertSameDecisions(own: SourceFiles, name: string, seed: number): void {
  const reform = rulebookOf(load(own, name));
  const { text } = flat(own, name);
  const law = rulebookOf(load(new Map([...files, [`${exampleName}.yaml`, text]]), exampleName));
  assert.equal(law.name, exampleName);
  assert.equal(law.reform, undefined);
  const [decideReform, decideLaw] = [compileSource({ ...reform, name: law.name }), compileSource(law)];
  const random = randomOf(seed);
  for (let n = 0; n < INPUTS; n += 1) {
    const { facts, counters, days } = generateInput(reform, random);
    assert.deepEqual(decideLaw(facts, counters, days), decideReform(facts, counters, days));
  }
}

test("A reform written into its base is the base's own text but for what it changes, and decides as the reform does", () => {
  const { name, text, from } = flat(files, "demo/cn/allowance-2027");
  assert.equal(name, exampleName);
  assert.equal(from, day("2027-01-01"));
  const [before, after] = [base.split("\n"), text.split("\n")];
  const gone = before.filter((line) => !after.includes(line));
  assert.ok(gone.length <= 12, gone.join("\n"));
  assert.match(text, /\{from: 2027-01-01, CN: 12000, source: D7\/1, KZ: 8000, other: 5000\}/);
  assertSameDecisions(files, "demo/cn/allowance-2027", 1);
});

test("Comments stay where they stood, the base's included", () => {
  const commented = base.replace("\nparameters:\n", "\n# Figures of the demonstration.\nparameters: # all of them\n");
  const hash = createHash("sha256").update(commented).digest("hex");
  const reform = `reform: demo/cn/draft\nbase: ${exampleName}@sha256:${hash}\nchange:\n  - {parameter: busy_day, from: 2026-01-01, is: 4, source: N12/7}\n`;
  const own = new Map([...files, [`${exampleName}.yaml`, commented], ["demo/cn/draft.yaml", reform]]);
  const { text } = flat(own);
  const added = text.split("\n").filter((line) => !commented.split("\n").includes(line));
  assert.ok(added.length <= 5 && added.every((line) => line.startsWith("  ")), added.join("\n"));
  assert.match(text, /# Figures of the demonstration\.\nparameters: # all of them\n/);
});

test("What a reform declares, takes out and puts in its place is all in the text", () => {
  const own = withReform(`change:
  - {parameter: busy_day, from: 2025-01-01, is: 4, source: D1/1}
instruments:
  D1: {cite: {en: "D {n}", zh: "D {n}", kk: "D {n}", ru: "D {n}"}, in_force: 2025-01-01}
tests_changed: [a fourth passage of the day goes to the desk]
tests:
  - it: {en: a fifth passage of the day goes to the desk, zh: 当日第五次通行转人工台}
    at: 2025-03-01T18:00+08:00
    facts: {residence: KZ, age: 44, category: resident, goods_value: 0, goods_mass: 0 kg}
    earlier: [{at: 2025-03-01T09:00+08:00}, {at: 2025-03-01T11:00+08:00}, {at: 2025-03-01T13:00+08:00}, {at: 2025-03-01T15:00+08:00}]
    expect: {admission: admitted, desk: frequency}
`);
  const { text, from } = flat(own);
  assert.equal(from, day("2025-01-01"));
  assert.ok(!text.includes("a fourth passage of the day"));
  assert.ok(text.includes("a fifth passage of the day"));
  assertSameDecisions(own, "demo/cn/draft", 2);
});

test("A reform whose base has moved gives its finding and no text", () => {
  const moved = new Map([
    ...files,
    ["demo/cn/draft.yaml", `reform: demo/cn/draft\nbase: ${exampleName}@sha256:${"0".repeat(64)}\nchange: []\n`],
  ]);
  const flattened = flattenReform(moved, "demo/cn/draft");
  assert.ok("findings" in flattened);
  assert.deepEqual(
    flattened.findings.map(({ id }) => id),
    ["reform/base"],
  );
  assert.ok("findings" in flattenReform(files, "demo/cn/nothing"));
});

const figures = fc.constantFrom(
  (n: number, from: string) => `  - {parameter: busy_day, from: ${from}, is: ${4 + n}, source: N12/7}`,
  (n: number, from: string) => `  - {parameter: allowance, from: ${from}, KZ: ${9000 + n}, source: N31/2}`,
  (n: number, from: string) => `  - {parameter: duty_rate, from: ${from}, is: ${20 + n}%, source: N31/3}`,
  (n: number, from: string) => `  - {parameter: minimum_charge, from: ${from}, is: ${60 + n}, source: N31/4}`,
  (n: number, from: string) => `  - {parameter: month_mass, from: ${from}, is: ${51 + n} kg, source: N31/4}`,
  (_: number, from: string) =>
    `  - {rule: taxable, from: ${from}, is: "if admission = \\"admitted\\" then goods_value else 0", source: N31/4}`,
  (_: number, from: string) =>
    `  - rule: limit\n    from: ${from}\n    table: |\n      category | => limit       | source\n      "crew"   | crew_allowance | N31/4\n      not("crew") | allowance | N31/4\n    hit: unique`,
);
const change = fc.tuple(figures, fc.nat(9), fc.constantFrom("2026-01-01", "2026-07-15", "2027-01-01"));

test("Any changes of figures and rules, written into the base, decide as laid over it", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(change, { minLength: 1, maxLength: 4, selector: ([of]) => of }),
      fc.nat(),
      (changes, seed) => {
        const own = withReform(`change:\n${changes.map(([of, n, from]) => of(n, from)).join("\n")}\n`);
        assertSameDecisions(own, "demo/cn/draft", seed);
      },
    ),
    { numRuns: 12 },
  );
});

test("A section that its author wrote on one line is written anew as a whole", () => {
  const parameters = /\nparameters:\n(?: {2}.*\n| {4,}.*\n)*/.exec(base)![0];
  const outputs = /\noutputs: .*\n/.exec(base)![0];
  const flowing = base.replace(
    outputs,
    `\noutputs:\n${outputs
      .match(/\w+/g)!
      .slice(1)
      .map((one) => `  - ${one}\n`)
      .join("")}`,
  );
  assert.ok(parameters.length > 0 && flowing !== base);
  const hash = createHash("sha256").update(flowing).digest("hex");
  const reform = `reform: demo/cn/draft\nbase: ${exampleName}@sha256:${hash}\nchange: []\nrules:\n  twice: {type: integer, is: passages_today + passages_today, source: N12/7}\noutputs: [twice]\ntests:\n  - it: {en: two passages are four, zh: 两次是四}\n    at: 2025-03-01T18:00+08:00\n    facts: {residence: KZ, age: 44, category: resident, goods_value: 0, goods_mass: 0 kg}\n    earlier: [{at: 2025-03-01T09:00+08:00}, {at: 2025-03-01T11:00+08:00}]\n    expect: {twice: 4}\n`;
  const own = new Map([...files, [`${exampleName}.yaml`, flowing], ["demo/cn/draft.yaml", reform]]);
  const { text } = flat(own);
  assert.match(text, /\n {2}- mass_passed\n {2}- twice\n/);
  assertSameDecisions(own, "demo/cn/draft", 3);
  const inFlow = base.replace(
    /\ncounters:\n(?: {2}.*\n)+/,
    (section) =>
      `\ncounters: {${[...section.matchAll(/^ {2}(\w+): +(\{.*\})$/gm)].map(([, name, body]) => `${name}: ${body}`).join(", ")}}\n`,
  );
  assert.notEqual(inFlow, base);
  const flowHash = createHash("sha256").update(inFlow).digest("hex");
  const more = reform
    .replace(hash, flowHash)
    .replace(
      "rules:",
      "counters:\n  passages_ever: {kind: facts, count: all, per: [person], range: 0..100000, source: N12/7}\nrules:",
    )
    .replace("passages_today + passages_today", "passages_ever + passages_today");
  const flowFiles = new Map([...files, [`${exampleName}.yaml`, inFlow], ["demo/cn/draft.yaml", more]]);
  assertSameDecisions(flowFiles, "demo/cn/draft", 4);
});

test("A section that the base lacks is written whole", () => {
  const words = label.slice("label: ".length);
  const small = smallText({
    facts: `  n: {type: integer, range: 0..9, ${label}}`,
    rules: "  result: {type: integer, source: N/1, is: n}",
  });
  const example = `tests:\n  - it: ${words}\n    at: 2024-06-01T10:00+08:00\n    facts: {n: 4}\n    expect: {result: 4}\n`;
  const law = small + example;
  const hash = createHash("sha256").update(law).digest("hex");
  const reform = `reform: draft
base: small@sha256:${hash}
parameters:
  few: {type: integer, values: [{from: 2024-01-01, is: 3, source: N/1}]}
change:
  - {rule: result, from: 2025-01-01, is: "max(n, few)", source: N/1}
tests:
  - it: {en: the least is three}
    at: 2025-06-01T10:00+08:00
    facts: {n: 2}
    expect: {result: 3}
`;
  const { text } = flat(
    new Map([
      ["small.yaml", law],
      ["draft.yaml", reform],
    ]),
    "draft",
  );
  const { parameters, tests } = rulebookOf(load(new Map([["small.yaml", text]]), "small"));
  assert.deepEqual([parameters.map(({ name }) => name), tests.length], [["few"], 2]);
});
