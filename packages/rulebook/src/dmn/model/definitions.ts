import { normaliseName } from "../feel/names.ts";
import { outside, unreadable } from "../problem.ts";
import { childrenOf, type Element, findChild } from "../xml/element.ts";
import { readXml } from "../xml/read-xml.ts";

/** The parts of a decision requirements graph, by id, as elements that nobody has read yet. */
export type Definitions = {
  readonly name: string;
  readonly namespace: string;
  readonly itemDefinitions: readonly Element[];
  readonly inputs: ReadonlyMap<string, Element>;
  readonly decisions: ReadonlyMap<string, Element>;
  readonly models: ReadonlyMap<string, Element>;
  readonly services: ReadonlySet<string>;
};

/** Inputs, decisions and knowledge models of one file. */
export const elementsMax = 5000;

/** MODEL namespaces of DMN 1.3 to 1.5: older editions sum and count distinct outputs, later ones are not known. */
const modelSpaces = new Set([
  "https://www.omg.org/spec/DMN/20191111/MODEL/",
  "https://www.omg.org/spec/DMN/20211108/MODEL/",
  "https://www.omg.org/spec/DMN/20230324/MODEL/",
]);
const feelSpaces = /^https:\/\/www\.omg\.org\/spec\/DMN\/(?:20191111|20211108|20230324)\/FEEL\/$/;

/** Children of definitions that say nothing of any decision. */
const silent = new Set([
  "authorityRequirement",
  "association",
  "businessContextElement",
  "description",
  "elementCollection",
  "extensionElements",
  "group",
  "knowledgeSource",
  "organizationUnit",
  "performanceIndicator",
  "textAnnotation",
  "DMNDI",
]);
const meaningful = new Set(["itemDefinition", "inputData", "decision", "businessKnowledgeModel", "decisionService"]);

/** Reads the frame of a model; refuses imports, other expression languages and elements of an unknown meaning. */
export function readDefinitions(text: string): Definitions {
  const root = readXml(text);
  if (root.name !== "definitions") unreadable(`the root element is "${root.name}"`);
  if (!modelSpaces.has(root.space)) outside(`the namespace "${root.space}"`);
  for (const attribute of ["expressionLanguage", "typeLanguage"]) assertFeel(root, attribute);
  for (const child of root.children) {
    if (child.name === "import") outside("imports");
    if (!meaningful.has(child.name) && !silent.has(child.name)) outside(`the element "${child.name}"`);
  }
  const count = root.children.filter((child) => meaningful.has(child.name)).length;
  if (count > elementsMax) outside(`more than ${elementsMax} elements`);
  return {
    name: root.attributes.get("name") ?? "",
    namespace: root.attributes.get("namespace") ?? "",
    itemDefinitions: childrenOf(root, "itemDefinition"),
    inputs: byId(root, "inputData"),
    decisions: byId(root, "decision"),
    models: byId(root, "businessKnowledgeModel"),
    services: new Set(childrenOf(root, "decisionService").map((service) => service.attributes.get("id") ?? "")),
  };
}

/** Refuses an expression or model in another language than FEEL. */
export function assertFeel(element: Element, attribute: string): void {
  const language = element.attributes.get(attribute);
  if (language !== undefined && !feelSpaces.test(language)) outside(`the expression language "${language}"`);
}

/** The FEEL text of an expression, of tests or of allowed values. */
export function feelTextOf(element: Element): string {
  assertFeel(element, "expressionLanguage");
  return findChild(element, "text")?.text ?? outside(`the element "${element.name}" without text`);
}

/** The name of an element, its white space brought to single spaces. */
export function nameOf(element: Element): string {
  return normaliseName(element.attributes.get("name") ?? unreadable(`an element "${element.name}" has no name`));
}

function byId(root: Element, kind: string): ReadonlyMap<string, Element> {
  const elements = childrenOf(root, kind);
  const entries = elements.map((element) => [element.attributes.get("id") ?? nameOf(element), element] as const);
  const map = new Map(entries);
  const names = new Set(elements.map(nameOf));
  if (map.size < elements.length || names.size < elements.length) outside(`two elements "${kind}" of one name or id`);
  return map;
}
