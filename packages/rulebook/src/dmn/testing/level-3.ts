import assert from "node:assert/strict";
import { loadDmn } from "../model/load.ts";
import { type Outcome, runDmnTests } from "../suite/run-tests.ts";
import { readTestFile } from "../suite/test-cases.ts";
import { smallModel } from "./small-model.ts";

/** Values as a test file of the conformance kit writes them. */
export const nil = '<value xsi:nil="true"/>';
export const n = (text: string | number) => `<value xsi:type="xsd:decimal">${text}</value>`;
export const s = (text: string) => `<value xsi:type="xsd:string">${text}</value>`;
export const b = (text: boolean) => `<value xsi:type="xsd:boolean">${text}</value>`;
export const d = (text: string) => `<value xsi:type="xsd:date">${text}</value>`;
export const list = (...items: readonly string[]) =>
  `<list>${items.map((item) => `<item>${item}</item>`).join("")}</list>`;
export const context = (entries: { readonly [name: string]: string }) =>
  Object.entries(entries)
    .map(([name, value]) => `<component name="${name}">${value}</component>`)
    .join("");

/** What every model here may read: a number `x` of 5, a text `t` and a null `u`. */
export const given = { x: "number", t: "string", u: "number" };

/** The verdict on one expression over what is given. */
export function judge(feel: string, expected: string): Outcome {
  return outcomeOf(smallModel({ inputs: given, decisions: { r: { is: feel } } }), expected);
}

/** The verdict on the decision `r` of a model; `more` are further input nodes. */
export function outcomeOf(model: string, expected: string, more = ""): Outcome {
  const inputs = { x: n(5), t: s("text"), u: nil };
  const nodes = Object.entries(inputs).map(([name, value]) => `<inputNode name="${name}">${value}</inputNode>`);
  const text = `<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><modelName>m.dmn</modelName><testCase id="1">${nodes.join("")}${more}<resultNode name="r"><expected>${expected}</expected></resultNode></testCase></testCases>`;
  return runDmnTests(loadDmn(model), readTestFile(text))[0]!;
}

/** Every outcome is right or refused for a reason, and at least so many are right. */
export function assertNoneFails(
  outcomes: readonly { readonly kind: string; readonly detail: string }[],
  passedMin: number,
): void {
  const failed = outcomes.filter(({ kind, detail }) => kind === "failed" || (kind === "refused" && detail === ""));
  assert.deepEqual(failed, []);
  const passed = outcomes.filter(({ kind }) => kind === "passed");
  assert.ok(passed.length >= passedMin, `${passed.length} of ${outcomes.length} pass`);
}
