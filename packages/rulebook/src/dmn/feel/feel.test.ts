import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, askFeel } from "../testing/ask.ts";
import { nestingMax } from "./cursor.ts";
import { tokensMax } from "./tokens.ts";

test("expressions of the profile have FEEL's values", () => {
  const rows: readonly (readonly [string, string])[] = [
    ["1 + 2 * 3", "7"],
    ["10 + 20 / -5 - 3", "3"],
    ["2 ** 3 * 2", "16"],
    ["10 - 2 - 3", "5"],
    ["-10--5", "-5"],
    ["1.1 + 1.3", "2.4"],
    ["0.1 + 0.2 = 0.3", "true"],
    ["10 / 0", "null"],
    ["1 + null", "null"],
    ['"a" + "b"', '"ab"'],
    ['"a" + null', "null"],
    ["null = null", "true"],
    ["null = 1", "false"],
    ["null != 1", "true"],
    ["null < 1", "null"],
    ["false and null", "false"],
    ["true and null", "null"],
    ["true or null", "true"],
    ["not(null)", "null"],
    ["if null then 1 else 2", "2"],
    ["if 1 > 2 then 1 else if 2 > 1 then 3 else 4", "3"],
    ["5 between 1 and 5", "true"],
    ["1 in [2, 1]", "true"],
    ["1 in (2, > 0)", "true"],
    ["1 in ]1..3]", "false"],
    ["3 in (1..3]", "true"],
    ["1 in []", "false"],
    ["min(3, 1, 2)", "1"],
    ["max([3, 1, 2])", "3"],
    ["round half up(1.005, 2)", "1.01"],
    ["decimal(2.5, 0)", "2"],
    ["floor(-3.5)", "-4"],
    ["abs(-3)", "3"],
    ['date("2024-02-29").month', "2"],
    ['@"2024-02-29" < date("2024-03-01")', "true"],
    ["1 + /* two */ 2 // three", "3"],
    ['"\\u6A2A\\"\\U01F40E"', JSON.stringify('横"🐎')],
    ["[1, 2]", "[1, 2]"],
  ];
  for (const [text, value] of rows) assert.equal(askFeel(text), value, text);
});

test("what is not of the profile is refused at load, with its name", () => {
  const rows: readonly (readonly [string, string])[] = [
    ["for x in [1] return x", "for-loops"],
    ["some x in [1] satisfies x = 1", "quantified expressions"],
    ["every x in [1] satisfies x = 1", "quantified expressions"],
    ["function(x) x", "function definitions"],
    ["1 instance of number", "instance of"],
    ["{a: 1}", "contexts"],
    ["[1, 2][1]", "filters"],
    ["min(a: 1)", 'the name "a", which is not declared'],
    ["[1..3]", "ranges as values"],
    ['string length("a")', 'the function "string length"'],
    ['date and time("2020-01-01T00:00:00")', 'the function "date and time"'],
    ["years and months duration(1, 2)", 'the function "years and months duration"'],
    ['@"PT1H"', 'the literal @"PT1H"'],
    ['date("2023-02-29")', '"date" of anything but a day such as "2025-06-01"'],
    ['"a" < "b"', "the order of string with string"],
    ['1 = "1"', "comparing number with string"],
    ["[1] = [1]", "comparing list of number with list of number"],
    ['1 + "a"', '"+" of number and string'],
    ["if 1 then 2 else 3", '"if" on number'],
    ['if true then 1 else "a"', "branches of different types: number and string"],
    ['[1, "a"]', "list items of different types: number and string"],
    ["[[1]]", "lists of lists"],
    ["-2 ** 2", "a power of a negation without brackets"],
    ["2 ** 3 ** 2", "a power of a power without brackets"],
    ["4 ** 0.5", "powers with a fraction as exponent"],
    ["decimal(1, 0.5)", '"decimal" without a whole number as its scale'],
    ["decimal(1, 35)", '"decimal" without a whole number as its scale'],
    ["abs()", '"abs" of nothing'],
    ["not(null, null)", '"not" of null and null'],
    ["null between 1 and 2", '"between" over null'],
    ["1 in null", '"in" over null'],
    ["1 in < null", '"in" over null'],
    ["min([])", '"min" of null'],
    ["unknown + 1", 'the name "unknown", which is not declared'],
    ["1 < 2 < 3", '"<" where FEEL has none'],
    ["1 2", '"2" where FEEL has none'],
    ["", "an expression that ends too early"],
    ['"open', "a string without its closing quote"],
    ['"\\q"', 'the escape "\\q" in a string'],
    ["1 # 2", 'the character "#"'],
    [`${"9".repeat(35)}`, `the number ${"9".repeat(35)}`],
  ];
  for (const [text, reason] of rows) assert.equal(askFeel(text), `outside the profile: ${reason}`, text);
});

test("over a null or a number of the wrong kind at run time there is no answer where engines differ", () => {
  const number = { n: "number" };
  assert.equal(askFeel("n between 1 and 2", { n: null }, number), 'no answer: "between" over null');
  assert.equal(askFeel("n in [1..2]", { n: null }, number), 'no answer: "in" over null');
  assert.equal(askFeel("1 in (2, < n)", { n: null }, number), 'no answer: "in" over null');
  assert.equal(askFeel("1 in (1, < n)", { n: null }, number), "true");
  assert.equal(askFeel("min(n, 1)", { n: null }, number), 'no answer: "min" of nothing or of null');
  assert.equal(askFeel("2 ** n", { n: 0.5 }), "no answer: a power with a fraction as exponent");
  assert.equal(askFeel("1 in [n..0]", { n: 2 }), "no answer: a range from high to low");
  assert.equal(askFeel("n + 1", { n: null }, number), "null");
  assert.equal(askFeel("n", { n: "text" }, number), 'no answer: the input "n" is no number');
  assert.equal(askFeel("n", {}, number), 'no answer: the input "n" is not given');
});

test("three-valued logic is Kleene's in all nine cases", () => {
  for (const a of [true, false, null]) {
    for (const b of [true, false, null]) {
      const both = a === false || b === false ? false : a === null || b === null ? null : true;
      const either = a === true || b === true ? true : a === null || b === null ? null : false;
      const types = { a: "boolean", b: "boolean" };
      assert.equal(askFeel("a and b", { a, b }, types), String(both));
      assert.equal(askFeel("a or b", { a, b }, types), String(either));
    }
  }
});

test("names with spaces and signs are read by their longest match", () => {
  const inputs = { "Full Name": "J", "Full Name 2": "K", "pre-tax sum": 5, "terms and conditions": true };
  assert.equal(askFeel("Full   Name + Full Name 2", inputs), '"JK"');
  assert.equal(askFeel("pre-tax sum - 1", inputs), "4");
  assert.equal(askFeel("terms and conditions and true", inputs), "true");
  assert.equal(askFeel("Full Names", inputs), 'outside the profile: the name "Full Names", which is not declared');
});

test("a name that can be read in two ways is refused", () => {
  assert.match(askFeel("a-b", { a: 3, b: 1, "a-b": 9 }), /^outside the profile: "a-b", which is also "a" and more$/);
  assert.match(askFeel("a and b", { a: true, b: true, "a and b": false }), /which is also "a" and more$/);
  assert.match(askFeel("date", { date: 1 }), /the name "date", which is a word of FEEL$/);
  assert.match(askFeel("1", { "if so": 1 }), /the name "if so", which is a word of FEEL$/);
  assert.match(askFeel("1", { "👍": 1 }), /the name "👍"$/);
});

test("a name of another part of the graph is not in scope", () => {
  const model = { inputs: { n: "number" }, decisions: { one: { is: "n" }, two: { is: "one + n" } } };
  assert.equal(ask(model, { n: 2 }), "4");
  assert.match(ask({ decisions: { a: { is: "1" }, b: { is: "c" } } }), /"c", which is not declared/);
});

test("long and deep texts are read up to their bounds and refused one beyond", () => {
  const sum = (terms: number) => Array.from({ length: terms }, () => "1").join("+");
  assert.equal(askFeel(sum(tokensMax / 2)), String(tokensMax / 2));
  assert.match(askFeel(sum(tokensMax / 2 + 1)), /more than 2000 tokens/);
  const nested = (depth: number) => `${"(".repeat(depth)}1${")".repeat(depth)}`;
  assert.equal(askFeel(nested(nestingMax - 1)), "1");
  assert.match(askFeel(nested(nestingMax)), /brackets or branches within one another/);
});
