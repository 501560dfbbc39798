import { encodeText } from "../xml/entities.ts";

/** Parts of a small DMN 1.5 model for tests; `extra` is XML as it stands. */
export type SmallModel = {
  readonly types?: string;
  /** Input data: type by name. */
  readonly inputs?: { readonly [name: string]: string };
  /** Decisions by name; each requires all inputs and all decisions before it. */
  readonly decisions: { readonly [name: string]: SmallDecision };
  readonly extra?: string;
};

export type SmallDecision = {
  readonly type?: string;
  /** FEEL text of a literal expression, or the XML of another expression. */
  readonly is: string | { readonly xml: string };
  /** Names of knowledge models it requires. */
  readonly uses?: readonly string[];
};

export const modelSpace = "https://www.omg.org/spec/DMN/20230324/MODEL/";

/** The text of the model. */
export function smallModel({ types, inputs, decisions, extra }: SmallModel): string {
  const names = Object.keys(inputs ?? {});
  const data = Object.entries(inputs ?? {}).map(([name, type]) => {
    return `<inputData id="i ${name}" name="${name}"><variable name="${name}" typeRef="${type}"/></inputData>`;
  });
  const all = Object.entries(decisions).map(([name, decision], at) => {
    const before = Object.keys(decisions).slice(0, at);
    return decisionXml(name, decision, [
      ...names.map((each) => requirement("informationRequirement", "requiredInput", `i ${each}`)),
      ...before.map((each) => requirement("informationRequirement", "requiredDecision", `d ${each}`)),
      ...(decision.uses ?? []).map((each) => requirement("knowledgeRequirement", "requiredKnowledge", `k ${each}`)),
    ]);
  });
  return definitions([types ?? "", ...data, ...all, extra ?? ""].join("\n"));
}

export function definitions(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="${modelSpace}" name="small" namespace="urn:small">${content}</definitions>`;
}

/** A knowledge model with typed parameters; `is` as in a decision. */
export function knowledge(
  name: string,
  parameters: { readonly [name: string]: string },
  is: SmallDecision["is"],
  uses: readonly string[] = [],
): string {
  const formal = Object.entries(parameters).map(
    ([each, type]) => `<formalParameter name="${each}" typeRef="${type}"/>`,
  );
  const needs = uses.map((each) => requirement("knowledgeRequirement", "requiredKnowledge", `k ${each}`));
  return `<businessKnowledgeModel id="k ${name}" name="${name}"><variable name="${name}"/>
    <encapsulatedLogic>${formal.join("")}${logicXml(is)}</encapsulatedLogic>${needs.join("")}</businessKnowledgeModel>`;
}

/** A decision table in one line a row: cells, then "=>" and outputs, all separated by "|". */
export function table(
  attributes: string,
  columns: readonly (readonly [expression: string, type: string])[],
  outputs: readonly string[],
  rows: readonly string[],
): string {
  const inputs = columns.map(
    ([text, type]) => `<input><inputExpression typeRef="${type}">${textXml(text)}</inputExpression></input>`,
  );
  const rules = rows.map((row) => {
    const [cells = "", results = ""] = row.split("=>");
    const entries = (tag: string, part: string) =>
      part.trim() === "" ? [] : part.split("|").map((each) => `<${tag}>${textXml(each.trim())}</${tag}>`);
    return `<rule>${[...entries("inputEntry", cells), ...entries("outputEntry", results)].join("")}</rule>`;
  });
  return `<decisionTable ${attributes}>${inputs.join("")}${outputs.join("")}${rules.join("")}</decisionTable>`;
}

/** An output column; `values` and `otherwise` are FEEL. */
export function output(attributes = "", values?: string, otherwise?: string): string {
  const allowed = values === undefined ? "" : `<outputValues>${textXml(values)}</outputValues>`;
  const fallback = otherwise === undefined ? "" : `<defaultOutputEntry>${textXml(otherwise)}</defaultOutputEntry>`;
  return `<output ${attributes}>${allowed}${fallback}</output>`;
}

export function textXml(text: string): string {
  return `<text>${encodeText(text)}</text>`;
}

function decisionXml(name: string, { type, is }: SmallDecision, requirements: readonly string[]): string {
  const typeRef = type === undefined ? "" : ` typeRef="${type}"`;
  return `<decision id="d ${name}" name="${name}"><variable name="${name}"${typeRef}/>
    ${requirements.join("")}${logicXml(is)}</decision>`;
}

function logicXml(is: SmallDecision["is"]): string {
  return typeof is === "string" ? `<literalExpression>${textXml(is)}</literalExpression>` : is.xml;
}

function requirement(kind: string, reference: string, id: string): string {
  return `<${kind}><${reference} href="#${id}"/></${kind}>`;
}
