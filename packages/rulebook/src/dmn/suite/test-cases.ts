import { normaliseName } from "../feel/names.ts";
import type { FeelValue } from "../feel/value.ts";
import { unreadable } from "../problem.ts";
import { childrenOf, type Element, findChild } from "../xml/element.ts";
import { readXml } from "../xml/read-xml.ts";
import { type Expected, readExpected, readGiven } from "./written-value.ts";

/** A test file of the DMN conformance kit: `testCases` for one model. */
export type TestFile = { readonly model: string; readonly cases: readonly TestCase[] };

export type TestCase = {
  readonly id: string;
  /** "decision", or what else is asked. */
  readonly kind: string;
  /** Undefined for a value that the profile does not have. */
  readonly inputs: ReadonlyMap<string, FeelValue | undefined>;
  readonly results: readonly ExpectedResult[];
};

export type ExpectedResult = { readonly name: string; readonly kind: string; readonly expected: Expected };

/** Reads a test file; throws DmnError `dmn/unreadable`. */
export function readTestFile(text: string): TestFile {
  const root = readXml(text);
  if (root.name !== "testCases") unreadable(`the root element is "${root.name}"`);
  const model = findChild(root, "modelName")?.text.trim() ?? unreadable("the tests name no model");
  return { model, cases: childrenOf(root, "testCase").map(readCase) };
}

function readCase(element: Element): TestCase {
  const inputs = childrenOf(element, "inputNode").map((node) => [nodeName(node), readGiven(node)] as const);
  const results = childrenOf(element, "resultNode").map((node) => ({
    name: nodeName(node),
    kind: node.attributes.get("type") ?? "decision",
    expected: readExpected(node),
  }));
  return {
    id: element.attributes.get("id") ?? "",
    kind: element.attributes.get("type") ?? "decision",
    inputs: new Map(inputs),
    results,
  };
}

function nodeName(node: Element): string {
  return normaliseName(node.attributes.get("name") ?? unreadable("a node of a test has no name"));
}
