import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compileClosures } from "../compile/closures/compile-closures.ts";
import { load } from "../load.ts";
import { exampleName, readExampleFiles } from "../testing/example-files.ts";
import { generateInput } from "../testing/generated-inputs.ts";
import { randomOf } from "../testing/random.ts";
import { checkSmall, label } from "../testing/small-rulebook.ts";
import { FACTS_TEXT_MAX, FactsTextError, parseFactsText } from "./facts-text.ts";
import { presentCounters, presentFacts, presentValue } from "./present-facts.ts";
import { readFacts } from "./read-facts.ts";

const loaded = load(readExampleFiles(), exampleName);
assert.ok("rulebook" in loaded);
const { rulebook } = loaded;
const decide = compileClosures(rulebook);
const written = { residence: "CN", age: 30, category: "tourist", goods_value: "5000", goods_mass: "8 kg" };

test("written facts and counters become integers of minor and base units", () => {
  const given = { ...written, duty_free_today: 49.5, passages_today: 2, mass_this_month: "500 g", permit: null };
  assert.deepEqual(readFacts(rulebook, given), {
    facts: { residence: "CN", age: 30, category: "tourist", goods_value: 500_000, goods_mass: 8000 },
    counters: { duty_free_today: 4950, passages_today: 2, mass_this_month: 500 },
  });
});

test("JSON numbers are read by their decimal text and never through a double", () => {
  const text = '{"goods_value": 90071992547409.93, "age": 30}';
  assert.deepEqual(parseFactsText(text), { goods_value: "90071992547409.93", age: "30" });
  assert.deepEqual(readFacts(rulebook, parseFactsText(text)), {
    facts: { goods_value: 9_007_199_254_740_993n, age: 30 },
    counters: {},
  });
  assert.deepEqual(readFacts(rulebook, parseFactsText('{"goods_value": 1.005}')), {
    findings: [
      {
        id: "facts/value",
        name: "goods_value",
        sentence: 'Cannot read "1.005" as "goods_value": at most 2 decimals are possible',
      },
    ],
  });
});

test("a misspelled name gets the nearest name, and every fault is told at once", () => {
  const read = readFacts(rulebook, { ...written, goods_valu: 3, goods_mass: "8 pounds", age: [1] });
  assert.ok("findings" in read);
  assert.deepEqual(
    read.findings.map(({ id, name }) => `${id} ${name}`),
    ["facts/value age", "facts/value goods_mass", "facts/unknown-name goods_valu"],
  );
  assert.match(read.findings[2]!.sentence, /the nearest is "goods_value"/);
});

test("a name that stands twice is refused, however it is written; the same text as a value is none", () => {
  for (const text of ['{"age": 3, "age": 4}', '{"age": 3, "\\u0061ge": 3}']) {
    assert.throws(() => parseFactsText(text), /"age" stands twice/);
  }
  assert.deepEqual(parseFactsText('{"age": "age", "note": "\\"age\\": 3"}'), { age: "age", note: '"age": 3' });
});

test("text that is no object of facts is refused, as is one beyond the longest", () => {
  for (const text of ["", "[]", "3", "null", "{", "x".repeat(FACTS_TEXT_MAX + 1)]) {
    assert.throws(() => parseFactsText(text), FactsTextError, text.slice(0, 10));
  }
  assert.deepEqual(parseFactsText(`{}${" ".repeat(FACTS_TEXT_MAX - 2)}`), {});
});

test("what is presented is read back as the same values", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { facts, counters } = generateInput(rulebook, randomOf(seed));
      const decision = decide(facts, counters, { law: rulebook.covers.from, legal: rulebook.covers.from });
      fc.pre(decision.kind === "decided" && !Object.values(facts).some((value) => Object.is(value, -0)));
      const presented = { ...presentFacts(rulebook, facts), ...presentCounters(rulebook, counters) };
      assert.deepEqual(readFacts(rulebook, presented), { facts, counters });
    }),
  );
});

test("values of every type have a written form", () => {
  assert.equal(presentValue({ kind: "money", currency: "CNY", digits: 2 }, -5), "-0.05");
  assert.equal(presentValue({ kind: "money", currency: "JPY", digits: 0 }, 5), "5");
  assert.equal(presentValue({ kind: "rate", over: 3700 }, 481), "0.13");
  assert.equal(presentValue({ kind: "rate", over: 3700 }, 200), "200/3700");
  assert.equal(presentValue({ kind: "day" }, 20_240), "2025-06-01");
  assert.equal(presentValue({ kind: "moment" }, 0), "1970-01-01T00:00:00Z");
  assert.equal(presentValue({ kind: "exchange", from: "CNY", to: "JPY", over: 100 }, 20), "20");
  assert.deepEqual(presentValue({ kind: "list", of: { kind: "text" } }, ["a", "b"]), ["a", "b"]);
});

test("rates and days are facts too", () => {
  const facts = `  share: {type: rate, range: 0%..100%, ${label}}\n  born: {type: day, ${label}}`;
  const small = checkSmall({ facts, rules: "  result: {type: rate, is: share, source: N/1}" }).rulebook;
  assert.deepEqual(readFacts(small, { share: "12.5%", born: "2011-02-28" }), {
    facts: { share: 125_000, born: 15_033 },
    counters: {},
  });
  assert.ok("findings" in readFacts(small, { share: "1/3" }));
  assert.ok("findings" in readFacts(small, { born: "2011-02-29" }));
});
