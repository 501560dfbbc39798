import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import { languages } from "../ir/texts.ts";
import { load } from "../load.ts";
import { exampleName, readExampleFiles } from "../testing/example-files.ts";
import { checkSmall, label } from "../testing/small-rulebook.ts";
import { compareRulebooks } from "./compare-rulebooks.ts";
import { inForceOn } from "./in-force.ts";

function loaded(name: string): CheckedRulebook {
  const result = load(readExampleFiles(), name);
  assert.ok("rulebook" in result);
  return result.rulebook;
}

const dayOf = (text: string) => Temporal.PlainDate.from("1970-01-01").until(Temporal.PlainDate.from(text)).days;

test("what a reform changes is told in sentences of every language, and nothing is told of what is the same", () => {
  const [base, reform] = [loaded(exampleName), loaded("demo/cn/allowance-2027")];
  assert.deepEqual(compareRulebooks(base, base), []);
  const changes = compareRulebooks(base, reform);
  for (const language of languages) for (const { text } of changes) assert.ok(text[language].length > 0);
  const english = changes.map(({ text }) => text.en).join("\n");
  for (const part of ["12,000.00", "100.00", "limit"]) assert.ok(english.includes(part), `${part} in:\n${english}`);
  assert.ok(!english.includes("duty_rate"), english);
});

test("figures and rules in force on a day are told, figures by key", () => {
  const lines = inForceOn(loaded(exampleName), dayOf("2024-06-01"));
  const texts = lines.map(({ text }) => text.en.replaceAll(/\s/g, " "));
  assert.deepEqual(texts.slice(0, 3), [
    "minimum age = 14",
    "allowance = China: CNY 8,000.00; Kazakhstan: CNY 5,000.00; others: CNY 3,000.00",
    "crew allowance = CNY 1,000.00",
  ]);
  assert.ok(texts.includes("admission") && !texts.some((text) => text.startsWith("minimum charge")), texts.join("\n"));
});

test("a figure that others had no more, or have now, is told as not set", () => {
  const words = label.slice("label: ".length);
  const law = (values: string, from = "2024-01-01") =>
    checkSmall({
      codes: `  kind: {a: ${words}, b: ${words}}`,
      facts: `  kind: {type: code kind, ${label}}`,
      parameters: `  figure: {type: integer, by: kind, ${label}, values: [{from: ${from}, ${values}, source: N/1}]}`,
      rules: "  result: {type: integer, source: N/1, is: figure}",
    }).rulebook;
  const told = (before: CheckedRulebook, after: CheckedRulebook) =>
    compareRulebooks(before, after).map(({ text }) => text.en);
  const both = law("a: 1, b: 3");
  assert.match(told(law("a: 1, other: 3"), both).join("\n"), /: 3 becomes not set\./);
  assert.match(told(both, law("a: 1, other: 3")).join("\n"), /: not set becomes 3\./);
  assert.match(told(law("a: 1, b: unknown"), both).join("\n"), /not known becomes 3\./);
});

const countries = `  home: {type: country, ${label}}\n  n: {type: integer, range: 0..9, ${label}}`;
const lawOf = (values: string, more: Partial<Parameters<typeof checkSmall>[0]> = {}) => {
  const parameters = `  figure: {type: rate, by: home, values: [${values}]}`;
  const rules = '  result: {type: boolean, source: N/1, is: "n / (n + 1) < figure"}';
  const { rulebook, errors } = checkSmall({ facts: countries, parameters, rules, ...more });
  assert.deepEqual(errors, []);
  return rulebook;
};
const english = (before: CheckedRulebook, after: CheckedRulebook) =>
  compareRulebooks(before, after).map(({ kind, name, text }) => `${kind} ${name}: ${text.en}`);

test("a figure is told for each key and date from which it differs, not again while it differs alike", () => {
  const before = lawOf(
    "{from: 2024-01-01, KZ: 13%, other: 12.5%, source: N/1}, {from: 2025-01-01, KZ: 13%, other: 1/4, source: N/1}",
  );
  const after = lawOf(
    "{from: 2024-01-01, KZ: 0.13, other: 12.5%, source: N/1}, {from: 2025-06-01, KZ: 20%, other: 1/2, source: N/1}, {from: 2026-01-01, KZ: 20%, other: 1/2, source: N/2}",
  );
  assert.deepEqual(english(before, after), [
    "figure figure: figure, since 1 January 2025: 25% becomes 12.5%.",
    "figure figure: figure (Kazakhstan), since 1 June 2025: 13% becomes 20%.",
    "figure figure: figure, since 1 June 2025: 25% becomes 50%.",
  ]);
  assert.deepEqual(english(before, before), []);
});

test("what comes, goes and is declared anew is told by its section's order, then figures and wordings", () => {
  const values = "{from: 2024-01-01, other: 50%, source: N/1}";
  const before = lawOf(values, { facts: `${countries}\n  gone: {type: boolean, ${label}}` });
  const after = lawOf(values, {
    facts: `${countries.replace("0..9", "0..8")}\n  come: {type: boolean, ${label}}`,
    rules: `  result:
    type: boolean
    versions:
      - {from: 2024-01-01, is: "n / (n + 1) < figure", source: N/1}
      - {from: 2025-01-01, is: "n / (n + 1) <= figure", source: N/1}
  second: {type: integer, source: N/1, is: n}`,
    outputs: "result, second",
  });
  assert.deepEqual(english(before, after), [
    "added come: Added: word.",
    "removed gone: Removed: word.",
    "added second: Added: second.",
    'wording result: The rule "result" is changed since 1 January 2025.',
    'declaration n: The definition of "word" is changed.',
    "declaration outputs: The results that are recorded are changed.",
  ]);
});
