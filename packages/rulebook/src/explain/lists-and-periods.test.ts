import assert from "node:assert/strict";
import { test } from "node:test";
import { compileClosures } from "../compile/closures/compile-closures.ts";
import { presentOutputs } from "../facts/present-facts.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import { type Language, languages } from "../ir/texts.ts";
import { checkSmall, label, type SmallParts } from "../testing/small-rulebook.ts";
import { explain } from "./explain.ts";
import { ENTRIES_TOLD_MAX } from "./grounds.ts";
import { renderText } from "./render-text.ts";
import type { ExplainInput } from "./teller.ts";

const days = { law: 20_000, legal: 20_000 };

function compile(parts: SmallParts): CheckedRulebook {
  const { rulebook, errors } = checkSmall(parts);
  assert.deepEqual(errors, []);
  return rulebook;
}

function told(rulebook: CheckedRulebook, given: Omit<ExplainInput, "days">): Readonly<Record<Language, string>> {
  const input = { ...given, days };
  const lines = explain(rulebook, input, compileClosures(rulebook)(input.facts, input.counters, days));
  const texts = languages.map((language) => [language, renderText(lines, language).replaceAll(/[\u00a0\u202f]/g, " ")]);
  return Object.fromEntries(texts) as Readonly<Record<Language, string>>;
}

const yearly = compile({
  facts: `  n: {type: integer, range: 0..9, ${label}}`,
  counters: `  used: {kind: facts, count: all, per: [person, legal_year], range: 0..100, source: N/1, ${label}}`,
  rules: "  result: {type: integer, source: N/1, is: n + used}",
});

function counted(used: number, entries?: readonly number[]): Readonly<Record<Language, string>> {
  const behind = { events: used, last: 40 + used, ...(entries && { entries }) };
  return told(yearly, { facts: { n: 1 }, counters: { used }, counted: { used: behind } });
}

test("a count of the year is told with its events in the words of each language", () => {
  const two = counted(2, [1041, 7]);
  assert.match(two.en, /word = 2: in 2024, 2 earlier events, № 1,041, 7\b/);
  assert.match(two.zh, /word = 2：2024年，此前2次，第1,041、7号记录/);
  assert.match(two.kk, /word = 2: 2024 ж\., бұған дейін 2 рет, № 1 041, 7 жазба/);
  assert.match(two.ru, /word = 2: 2024 г\., ранее: 2 раза, № 1 041, 7/);
  assert.match(counted(1).en, /1 earlier event, /);
  assert.match(counted(1).ru, /ранее: 1 раз,/);
  assert.match(counted(5).ru, /ранее: 5 раз,/);
});

test("of many entries the last are told, and that there are more", () => {
  const entries = Array.from({ length: ENTRIES_TOLD_MAX + 1 }, (_, index) => index + 1);
  assert.match(counted(9, entries.slice(1)).en, /№ 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13\b/);
  assert.match(counted(9, entries).en, /№ …, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13\b/);
});

const listing = compile({
  codes: `  kind: {a: ${label.slice(7)}, b: {en: beta, zh: 乙, kk: бе, ru: бета}}`,
  facts: `  n: {type: integer, range: 0..9, ${label}}\n  kind: {type: code kind, ${label}}`,
  rules: `  result:
    type: code kind
    hit: collect list
    source: N/1
    table: |
      n   | kind | => result
      > 0 | -    | kind
      > 1 | -    | "b"
  word:
    type: integer
    source: N/1
    is: n
    say: {en: "{kind, select, b {it's beta} other {else}}", zh: "{kind, select, b {乙} other {他}}", kk: "{kind, select, b {бе} other {басқа}}", ru: "{kind, select, b {''бета''} other {иное}}"}`,
  outputs: "result, word",
});

test("a list is told item by item, an empty one with a dash, and written with the values' own forms", () => {
  const both = told(listing, { facts: { n: 2, kind: "a" }, counters: {} });
  assert.match(both.en, /word, beta/);
  assert.match(both.zh, /word、乙/);
  assert.match(told(listing, { facts: { n: 0, kind: "a" }, counters: {} }).en, /= —/);
  assert.deepEqual(presentOutputs(listing, { result: ["a", "b"], word: 2 }), { result: ["a", "b"], word: 2 });
});

test("a text chooses its words by a code, and an apostrophe is one", () => {
  const beta = told(listing, { facts: { n: 2, kind: "b" }, counters: {} });
  assert.match(beta.en, /it's beta/);
  assert.match(beta.ru, /'бета'/);
  assert.match(told(listing, { facts: { n: 2, kind: "a" }, counters: {} }).kk, /басқа/);
});
