import assert from "node:assert/strict";
import { test } from "node:test";
import { loadDmn } from "../model/load.ts";
import { smallModel } from "../testing/small-model.ts";
import { runDmnTests } from "./run-tests.ts";
import { readTestFile } from "./test-cases.ts";

const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

function testFile(cases: string): string {
  return `<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" ${xsi}><modelName>m.dmn</modelName>${cases}</testCases>`;
}

/** The verdict on one expected value of one FEEL expression over input "x". */
function judge(is: string, expected: string, given = "", node = ""): string {
  const model = loadDmn(smallModel({ inputs: { x: "number" }, decisions: { r: { is } } }));
  const inputs = given === "" ? "" : `<inputNode name="x">${given}</inputNode>`;
  const text = testFile(`<testCase id="1">${inputs}<resultNode name="r" ${node}>${expected}</resultNode></testCase>`);
  const [outcome] = runDmnTests(model, readTestFile(text));
  return outcome!.detail === "" ? outcome!.kind : `${outcome!.kind}: ${outcome!.detail}`;
}

const value = (type: string, text: string) => `<value xsi:type="xsd:${type}">${text}</value>`;
const expect = (content: string) => `<expected>${content}</expected>`;
const nil = '<value xsi:nil="true"/>';

test("right expectations pass, of each type", () => {
  assert.equal(judge("1 + 1", expect(value("decimal", "2.0"))), "passed");
  assert.equal(judge("1 + 1", expect(value("double", "2E0"))), "passed");
  assert.equal(judge('"a" + " "', expect(value("string", "a "))), "passed");
  assert.equal(judge("true", expect(value("boolean", "true"))), "passed");
  assert.equal(judge('date("2025-06-01")', expect(value("date", "2025-06-01"))), "passed");
  assert.equal(judge("1 / 0", expect(nil)), "passed");
  assert.equal(judge("1 / 0", "", "", 'errorResult="true"'), "passed");
  const item = (n: string) => `<item>${value("decimal", n)}</item>`;
  assert.equal(judge("[1, 2]", expect(`<list>${item("1")}${item("2")}</list>`)), "passed");
  assert.equal(judge("x + 1", expect(value("decimal", "3")), value("decimal", "2")), "passed");
  assert.equal(judge("x + 1", expect(nil), nil), "passed");
});

test("planted wrong expectations fail with both values", () => {
  const rows: readonly (readonly [string, string])[] = [
    ["1 + 1", value("decimal", "3")],
    ["1 + 1", value("string", "2")],
    ["1 + 1", nil],
    ["1 / 0", value("decimal", "0")],
    ['"a"', value("string", "a ")],
    ["true", value("boolean", "false")],
    ['date("2025-06-01")', value("date", "2025-06-02")],
    ["[1, 2]", `<list><item>${value("decimal", "2")}</item><item>${value("decimal", "1")}</item></list>`],
    ["[1, 2]", `<list><item>${value("decimal", "1")}</item></list>`],
    ["1", `<component name="a">${value("decimal", "1")}</component>`],
    ["1", value("time", "12:00:00")],
  ];
  for (const [is, expected] of rows)
    assert.match(judge(is, expect(expected)), /^failed: expected .+, got .+/, is + expected);
});

test("a written number is exact, and rounded only from eight decimal places on", () => {
  const third = (written: string) => judge("1 / 3", expect(value("decimal", written))).replace(/:.*/, "");
  assert.equal(third("0.33333333"), "passed");
  assert.equal(third("0.3333333333333333333333333333333333"), "passed");
  assert.equal(third("0.33333335"), "failed");
  assert.equal(third("0.3333333"), "failed");
  assert.equal(third("0.33"), "failed");
  assert.match(judge("2.000000001", expect(value("decimal", "2"))), /^failed/);
});

test("what cannot be judged is refused with its reason", () => {
  assert.equal(judge("for i in [1] return i", expect(nil)), "refused: outside the profile: for-loops");
  assert.equal(judge("x + 1", expect(nil)), 'refused: no answer: the input "x" is not given');
  assert.equal(judge("1", expect("<value>1</value>")), "refused: the test does not say what it expects, or its type");
  assert.equal(judge("1", ""), "refused: the test does not say what it expects, or its type");
  assert.equal(
    judge("1", expect(nil), "", 'type="decisionService"'),
    "refused: outside the profile: tests of a decisionService",
  );
});

test("every result of a refused model is refused", () => {
  const file = readTestFile(testFile('<testCase><resultNode name="a"/><resultNode name="b"/></testCase>'));
  const outcomes = runDmnTests(loadDmn("<broken"), file);
  assert.deepEqual(
    outcomes.map(({ kind }) => kind),
    ["refused", "refused"],
  );
  assert.match(outcomes[0]!.detail, /not well-formed/);
});

test("a value that a decision does not need may be of any type", () => {
  const model = loadDmn(smallModel({ decisions: { r: { is: "1" } } }));
  const text = testFile(`<testCase><inputNode name="t">${value("time", "12:00:00")}</inputNode>
    <resultNode name="r">${expect(value("decimal", "1"))}</resultNode></testCase>`);
  assert.deepEqual(
    runDmnTests(model, readTestFile(text)).map(({ kind }) => kind),
    ["passed"],
  );
});
