import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compileClosures } from "../compile/closures/compile-closures.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import { languages } from "../ir/texts.ts";
import { load } from "../load.ts";
import { exampleName, readExampleFiles } from "../testing/example-files.ts";
import { generateInput } from "../testing/generated-inputs.ts";
import { generateRulebook } from "../testing/generated-rulebook.ts";
import { randomOf } from "../testing/random.ts";
import { checkSmall, label } from "../testing/small-rulebook.ts";
import { explain } from "./explain.ts";
import type { ExplanationLine } from "./line.ts";
import { reasonsOf } from "./reasons.ts";
import { renderHtml } from "./render-html.ts";
import { renderText } from "./render-text.ts";
import type { ExplainInput } from "./teller.ts";

const loaded = load(readExampleFiles(), exampleName);
assert.ok("rulebook" in loaded);
const { rulebook } = loaded;

const input: ExplainInput = {
  facts: { residence: "CN", age: 30, category: "tourist", goods_value: 500_000, goods_mass: 8000 },
  counters: { duty_free_today: 600_000, passages_today: 1, mass_this_month: 0 },
  days: { law: 20_148, legal: 20_148 },
  counted: { duty_free_today: { events: 1, last: 41_877 } },
};

function explained(of: CheckedRulebook, given: ExplainInput): ExplanationLine[] {
  return explain(of, given, compileClosures(of)(given.facts, given.counters, given.days));
}

test("the first test of the example is told from its outputs down, with values, rows, figures and provisions", () => {
  const text = renderText(explained(rulebook, input), "en").replaceAll("\u00a0", " ");
  const part = text.slice(text.indexOf("CNY 10,000.00 a day"), text.indexOf("mass passed"));
  assert.equal(
    part.trimEnd().replace(/ {3,}(?=Notice)/g, "  "),
    `CNY 10,000.00 a day, CNY 6,000.00 used before: CNY 4,000.00 is duty-free.  Notice 12/2023, art. 4
  duty free = the least of (5,000.00, the greatest of (0.00, 10,000.00 − 6,000.00)) = CNY 4,000.00
  admission = admitted
  value of the goods: CNY 5,000.00
  limit = CNY 10,000.00: row 3  Notice 12/2023, art. 4
    category = tourist
    allowance = CNY 10,000.00 for country of residence China  Notice 31/2024, art. 2 (since 1 January 2025)
  duty free today = CNY 6,000.00: on 1 March 2025, 1 earlier event, up to entry 41,877  Notice 12/2023, art. 4
taxable = 5,000.00 − 4,000.00 = CNY 1,000.00  Notice 12/2023, art. 6
  admission = admitted
  value of the goods: CNY 5,000.00
To pay: CNY 130.00.  Notice 31/2024, art. 4 (rule since 1 January 2025)
  duty 130.00 > minimum charge 50.00
  duty = round half up (1,000.00 × 13%) = CNY 130.00  Notice 12/2023, art. 6
    duty rate = 13%  Notice 12/2023, art. 6 (since 1 January 2024)
  minimum charge = CNY 50.00  Notice 31/2024, art. 4 (since 1 January 2025)`,
  );
});

test("a first table tells its row, that no earlier row applied, and why each did not", () => {
  const [admission] = explained(rulebook, input);
  assert.deepEqual(
    admission!.children.map(({ text }) => text.en),
    [
      "admission = admitted: row 4, and no earlier row",
      "row 1 does not apply: age 30 ≥ minimum age 14",
      "row 2 does not apply: country of residence China ≠ none recorded",
      "row 3 does not apply: country of residence = China",
    ],
  );
  assert.equal(admission!.children[1]!.cite!.zh, "2023年第12号公告第2条");
});

test("a refusal by a row tells the cells that hit", () => {
  const facts = { ...input.facts, residence: "UZ", category: "trader" };
  const [admission] = explained(rulebook, { ...input, facts });
  assert.equal(admission!.text.ru, "Въезд: нет разрешения торговца.");
  assert.deepEqual(
    admission!.children.slice(0, 4).map(({ text }) => text.ru.replaceAll("\u00a0", " ")),
    [
      "admission = нет разрешения торговца: строка 3, и ни одна из предыдущих",
      "страна проживания Узбекистан ≠ Китай, страна проживания Узбекистан ≠ Казахстан",
      "категория = торговец",
      "разрешение торговца: нет",
    ],
  );
});

test("only the branch that was taken is told", () => {
  const facts = { ...input.facts, age: 13 };
  const free = explained(rulebook, { ...input, facts }).find(({ rule }) => rule === "duty_free")!;
  assert.deepEqual(
    free.children.map(({ text }) => text.en),
    ["admission under age ≠ admitted"],
  );
});

test("a decision without an answer says what stands in the way, in four languages", () => {
  const { residence: _, ...facts } = input.facts;
  const [line, ...more] = explained(rulebook, { ...input, facts });
  assert.deepEqual(more, []);
  assert.deepEqual(line!.text, {
    zh: "无法裁定：缺少“居住国”。",
    kk: "Шешім жоқ: «тұратын елі» берілмеген.",
    ru: "Нет ответа: не указано «страна проживания».",
    en: "No answer: country of residence is missing.",
  });
  const [early] = explained(rulebook, { ...input, days: { law: 19_722, legal: 19_722 } });
  assert.equal(early!.text.kk, "Шешім жоқ: бұл ережелер 2024 ж. 1 қаңтардан бастап қолданылады.");
});

test("a figure of less than high confidence says so, and lowers the confidence of the reason that rests on it", () => {
  const doubtful = checkSmall({
    parameters: "  ten: {type: integer, values: [{from: 2024-01-01, is: 10, source: N/1, confidence: low}]}",
    rules: "  result: {type: integer, is: ten + 1, source: N/2}",
  }).rulebook;
  const given: ExplainInput = { facts: {}, counters: {}, days: { law: 19_723, legal: 19_723 } };
  const decision = compileClosures(doubtful)({}, {}, given.days);
  const [line] = explain(doubtful, given, decision);
  assert.equal(line!.children[0]!.note!.en, "since 1 January 2024; figure uncertain");
  const [reason] = reasonsOf(doubtful, given, decision);
  assert.deepEqual(
    reason!.citations.map(({ provision, confidence }) => `${provision} ${confidence}`),
    ["N/2 high", "N/1 low"],
  );
});

test("the HTML holds every text escaped and nothing else", () => {
  const texts = { zh: "<b>&", kk: "<b>&", ru: "<b>&", en: `<b>"&'` };
  const html = renderHtml([{ text: texts, cite: texts, note: texts, children: [{ text: texts, children: [] }] }], "en");
  const escaped = "&lt;b&gt;&quot;&amp;&#39;";
  assert.equal(
    html,
    `<ul class="explanation" lang="en"><li><span>${escaped}</span> <cite>${escaped}</cite> <small>${escaped}</small> <ul><li><span>${escaped}</span></li></ul></li></ul>`,
  );
});

test("plural forms and choices of a say-text are taken by language", () => {
  const say = `{en: "{n, plural, =0 {none} one {# day} other {# days}}", ru: "{n, plural, =0 {нет} one {# день} few {# дня} many {# дней} other {# дня}}", zh: "{n, plural, =0 {无} other {#天}}", kk: "{n, plural, =0 {жоқ} one {# күн} other {# күн}}"}`;
  const plural = checkSmall({
    facts: `  n: {type: integer, range: 0..2000, ${label}}`,
    rules: `  result: {type: integer, is: n, source: N/1, say: ${say}}`,
  }).rulebook;
  const told = (n: number) =>
    explained(plural, { facts: { n }, counters: {}, days: { law: 19_723, legal: 19_723 } })[0]!.text;
  assert.deepEqual(told(0), { zh: "无", kk: "жоқ", ru: "нет", en: "none" });
  assert.deepEqual(told(1), { zh: "1天", kk: "1 күн", ru: "1 день", en: "1 day" });
  assert.deepEqual([told(3).ru, told(5).ru, told(1001).en], ["3 дня", "5 дней", "1,001 days"]);
});

test("any decision of any rulebook can be told, whole, in all four languages", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = randomOf(seed);
      const generated = generateRulebook(random);
      for (let index = 0; index < 5; index++) {
        const given = generateInput(generated, random);
        for (const language of languages) {
          const text = renderText(explained(generated, given), language);
          assert.ok(text.length > 0);
          assert.doesNotMatch(text, /undefined|NaN|\[object|\{\w+\}/);
        }
      }
    }),
    { numRuns: 40 },
  );
});

const manyRows = (rows: number) =>
  checkSmall({
    facts: `  n: {type: integer, range: 0..99, ${label}}`,
    parameters: Array.from(
      { length: rows },
      (_, at) => `  p${at + 1}: {type: integer, values: [{from: 2024-01-01, is: ${at + 1}, source: N/1}]}`,
    ).join("\n"),
    rules: `  result:\n    type: integer\n    hit: first\n    table: |\n      n | => result | source\n${Array.from(
      { length: rows },
      (_, at) => `      p${at + 1} | p${at + 1} | N/1\n`,
    ).join("")}      - | 0 | N/1`,
  }).rulebook;

test("twelve earlier rows of a first table are told one by one, those before them are counted", () => {
  const told = (rows: number) => {
    const [result] = explained(manyRows(rows), {
      facts: { n: 99 },
      counters: {},
      days: { law: 20_000, legal: 20_000 },
    });
    return result!.children.map(({ text }) => text.en);
  };
  const [atLimit, beyond] = [told(12), told(13)];
  assert.equal(atLimit.filter((text) => /does not apply/.test(text)).length, 12);
  assert.ok(!atLimit.some((text) => /more/.test(text)), atLimit.join("\n"));
  assert.equal(beyond.filter((text) => /^row \d+ does not apply/.test(text)).length, 12);
  assert.equal(beyond.length, atLimit.length + 1);
});

test("rows of an any table agree when there are several, and one is a row", () => {
  const agreed = checkSmall({
    facts: `  flag: {type: boolean, ${label}}\n  other: {type: boolean, ${label}}`,
    rules:
      "  result:\n    type: integer\n    hit: any\n    table: |\n      flag | other | => result | source\n      true | - | 1 | N/1\n      - | true | 1 | N/1\n      false | false | 1 | N/1",
  }).rulebook;
  const told = (flag: boolean, other: boolean) => {
    const given = { facts: { flag, other }, counters: {}, days: { law: 20_000, legal: 20_000 } };
    return renderText(explained(agreed, given), "en");
  };
  assert.match(told(true, true), /rows 1 and 2 agree/);
  assert.match(told(true, false), /row 1\b/);
  assert.doesNotMatch(told(true, false), /agree/);
});

test("a fact that a condition has told already is not told again on a line of its own", () => {
  const chosen = checkSmall({
    facts: `  n: {type: integer, range: 0..9, ${label}}\n  k: {type: integer, range: 0..9, ${label}}`,
    parameters: "  few: {type: integer, values: [{from: 2024-01-01, is: 4, source: N/1}]}",
    rules: "  result: {type: integer, is: if k > few then n + n else 0, source: N/1}",
  }).rulebook;
  const [result] = explained(chosen, { facts: { n: 3, k: 7 }, counters: {}, days: { law: 20_000, legal: 20_000 } });
  const lines = result!.children.map(({ text }) => text.en);
  assert.equal(lines.filter((text) => /\b7\b/.test(text)).length, 1, lines.join("\n"));
});
