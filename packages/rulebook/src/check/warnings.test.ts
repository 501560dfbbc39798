import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSmall, label, type SmallParts } from "../testing/small-rulebook.ts";

const words = label.slice("label: ".length);

function warned(parts: SmallParts): string[] {
  const { errors, warnings } = checkSmall(parts);
  assert.deepEqual(errors, []);
  const told = warnings.filter(({ id }) => id !== "instrument/text");
  return told.map(({ id, at, sentence }) => `${id} ${at.line}:${at.column} ${sentence}`);
}

const n = `  n: {type: integer, range: 0..9, ${label}}`;
const result = "  result: {type: integer, source: N/1, is: n}";

test("what nothing reads is warned of, by its section and name", () => {
  const told = warned({
    codes: `  kind: {a: ${words}}`,
    facts: `${n}\n  m: {type: integer, range: 0..9, ${label}}`,
    parameters: "  few: {type: integer, values: [{from: 2024-01-01, is: 3, source: N/1}]}",
    counters: "  used: {kind: facts, count: all, per: [person], range: 0..100, source: N/1}",
    rules: `${result}\n  spare: {type: integer, source: N/1, is: n}`,
  });
  assert.deepEqual(told, [
    'name/unused 11:3 Remove the code list "kind", or use it: nothing is of its type',
    'name/unused 14:3 Remove the fact "m", or use it: nothing reads it',
    'name/unused 16:3 Remove the parameter "few", or use it: nothing reads it',
    'name/unused 18:3 Remove the counter "used", or use it: nothing reads it',
    'rule/dead 21:3 Remove the rule "spare", or use it: no output needs it',
  ]);
});

test("a rule that only a dead rule reads is dead, and what only a dead rule reads is read", () => {
  const told = warned({
    facts: `${n}\n  m: {type: integer, range: 0..9, ${label}}`,
    rules: `${result}\n  below: {type: integer, source: N/1, is: m}\n  spare: {type: integer, source: N/1, is: below}`,
  });
  assert.deepEqual(
    told.map((text) => /"(\w+)"/.exec(text)![1]),
    ["below", "spare"],
  );
});

test("what a text, a key or a counter reads is read", () => {
  const say = ["en", "zh", "kk", "ru"].map((language) => `${language}: "{said}"`).join(", ");
  const told = warned({
    codes: `  kind: {a: ${words}}`,
    facts: ["said", "summed", "asked"]
      .map((name) => `  ${name}: {type: integer, range: 0..9, ${label}}`)
      .concat(`  key: {type: code kind, ${label}}`)
      .join("\n"),
    parameters: "  few: {type: integer, by: key, values: [{from: 2024-01-01, a: 3, source: N/1}]}",
    counters: "  used: {kind: facts, sum: summed, where: asked > 0, per: [person], range: 0..100, source: N/1}",
    rules: `  result: {type: integer, source: N/1, is: few + used, say: {${say}}}`,
  });
  assert.deepEqual(told, []);
});

test("a code list is used by a fact, a parameter or a rule of its type", () => {
  const codes = `  kind: {a: ${words}}`;
  const rule = "  result: {type: code kind, source: N/1, is: '\"a\"'}";
  assert.deepEqual(warned({ codes, rules: rule }), []);
  const parameter = "  which: {type: code kind, values: [{from: 2024-01-01, is: a, source: N/1}]}";
  const asked = "  result: {type: boolean, source: N/1, is: 'which = \"a\"'}";
  assert.deepEqual(warned({ codes, parameters: parameter, rules: asked }), []);
  const fact = `  which: {type: code kind, ${label}}`;
  assert.deepEqual(warned({ codes, facts: fact, rules: asked }), []);
});

test("figures that are unknown or less than certain are warned of, each version by its date and keys", () => {
  const told = warned({
    codes: `  kind: {a: ${words}, b: ${words}, c: ${words}}`,
    facts: `  key: {type: code kind, ${label}}`,
    parameters: `  few:
    type: integer
    by: key
    values:
      - {from: 2024-01-01, a: unknown, b: 2, other: unknown, source: N/1, confidence: high}
      - {from: 2025-01-01, a: unknown, b: unknown, c: 1, source: N/1, confidence: low}
      - {from: 2026-01-01, a: 1, other: 2, source: N/1, confidence: medium}
  more: {type: integer, values: [{from: 2024-01-01, is: unknown, source: N/1, confidence: unverified}]}`,
    rules: "  result: {type: integer, source: N/1, is: few + more}",
  });
  assert.deepEqual(told, [
    'figure/unknown 19:9 Find the figure of "few" from 2024-01-01 for "a", "other": it is unknown',
    'figure/unknown 20:9 Find the figure of "few" from 2025-01-01 for "a", "b": it is unknown',
    'figure/unverified 20:9 Verify the figure of "few" from 2025-01-01: its confidence is low',
    'figure/unverified 21:9 Verify the figure of "few" from 2026-01-01: its confidence is medium',
    'figure/unknown 22:34 Find the figure of "more" from 2024-01-01 for every case: it is unknown',
    'figure/unverified 22:34 Verify the figure of "more" from 2024-01-01: its confidence is unverified',
  ]);
});

test("a rounding inside a rounding, and one of what is whole, are warned of where they stand", () => {
  const facts = `  m: {type: money CNY, range: 0..100, ${label}}\n  share: {type: rate, range: 0..1, ${label}}`;
  const parameters = "  tax: {type: rate, values: [{from: 2024-01-01, is: 13%, source: N/1}]}";
  const said = (type: string, text: string) =>
    warned({ facts, parameters, rules: `  result: {type: ${type}, source: N/1, is: '${text}'}` }).filter((told) =>
      told.startsWith("round/order"),
    );
  const twice = "Check that the law rounds twice here: this rounding stands inside another";
  const one = "round_half_up(m * tax)";
  const column = 3 + "result: {type: money CNY, source: N/1, is: 'round_up(".length;
  assert.deepEqual(said("money CNY", one), []);
  assert.deepEqual(said("money CNY", `round_up(${one} * tax)`), [`round/order 16:${column} ${twice}`]);
  assert.deepEqual(said("money CNY", `round_up(min(${one}, m) * tax)`), []);
  assert.deepEqual(said("money CNY", "round_up(m)"), [
    `round/order 16:${column - "round_up(".length} Check this rounding: money CNY is whole already`,
  ]);
  assert.deepEqual(said("integer", "round_up(share)"), []);
  assert.deepEqual(said("money CNY", "round_up(m * tax - m)"), []);
});
