import type { Compiled, Frame, Scope } from "../feel/scope.ts";
import { type FeelType, types } from "../feel/type.ts";
import { equals, type FeelValue } from "../feel/value.ts";
import type { ItemTypes } from "../model/item-types.ts";
import { noAnswer, outside } from "../problem.ts";
import { childrenOf, type Element } from "../xml/element.ts";
import { type CellTest, compileInput, compileInputEntry } from "./inputs.ts";
import { compileOutput, type OutputColumn } from "./outputs.ts";
import { givesList, type Hit, joinHits, type Policy, readPolicy } from "./policy.ts";

/** Cells of one table. */
export const cellsMax = 100_000;

const parts = new Set(["input", "output", "annotation", "rule", "description", "extensionElements"]);

/** Types a decision table; a rule holds when all its cells do. */
export function compileDecisionTable(element: Element, scope: Scope, items: ItemTypes): Compiled {
  const strange = element.children.find((child) => !parts.has(child.name));
  if (strange) outside(`"${strange.name}" in a decision table`);
  const policy = readPolicy(element.attributes.get("hitPolicy"), element.attributes.get("aggregation"));
  const inputs = childrenOf(element, "input").map((input) => compileInput(input, scope, items));
  const rules = childrenOf(element, "rule");
  const outputs = compileOutputs(element, rules, scope, items);
  if (rules.length * (inputs.length + outputs.length) > cellsMax) outside(`a table of more than ${cellsMax} cells`);
  const tests = rules.map((rule) => compileConditions(rule, inputs, scope));
  const item = typeOfOutputs(outputs);
  const type = typeOfTable(policy, item, outputs);
  return { type, run: (frame) => decide(policy, inputs, tests, outputs, frame) };
}

function compileOutputs(element: Element, rules: readonly Element[], scope: Scope, items: ItemTypes): OutputColumn[] {
  const columns = childrenOf(element, "output");
  const entries = rules.map((rule) => childrenOf(rule, "outputEntry"));
  if (columns.length === 0 || entries.some((each) => each.length !== columns.length))
    outside("a table of uneven rules");
  return columns.map((column, at) =>
    compileOutput(
      column,
      entries.map((each) => each[at]!),
      scope,
      items,
    ),
  );
}

function compileConditions(rule: Element, inputs: readonly Compiled[], scope: Scope): readonly CellTest[] {
  const cells = childrenOf(rule, "inputEntry");
  if (cells.length !== inputs.length) outside("a table of uneven rules");
  return cells.map((cell, at) => compileInputEntry(cell, inputs[at]!.type, scope));
}

/** One column gives its value, several a context by their names. */
function typeOfOutputs(outputs: readonly OutputColumn[]): FeelType {
  if (outputs.length === 1) return outputs[0]!.type;
  for (const { type } of outputs) assertPlain(type);
  const entries = new Map(outputs.map(({ name, type }) => [name ?? outside("an output without a name"), type]));
  return entries.size < outputs.length ? outside("two outputs of one name") : { kind: "context", entries };
}

function typeOfTable(policy: Policy, item: FeelType, outputs: readonly OutputColumn[]): FeelType {
  const isOrdered = policy === "PRIORITY" || policy === "OUTPUT ORDER";
  if (isOrdered && outputs.every(({ order }) => order === undefined)) outside(`${policy} without output values`);
  if (givesList(policy)) {
    if (outputs.length === 1) assertPlain(item);
    return { kind: "list", of: item };
  }
  if (!policy.startsWith("COLLECT")) return item;
  return item.kind === "number" ? types.number : outside(`${policy} of what are no numbers`);
}

/** Lists and contexts within results would let a small model name an enormous value. */
function assertPlain({ kind }: FeelType): void {
  if (kind === "list" || kind === "context") outside(`outputs of type ${kind} within a ${kind}`);
}

function decide(
  policy: Policy,
  inputs: readonly Compiled[],
  tests: readonly (readonly CellTest[])[],
  outputs: readonly OutputColumn[],
  frame: Frame,
): FeelValue {
  const values = inputs.map((input) => input.run(frame));
  const holds = (cells: readonly CellTest[]) => cells.every((cell, at) => cell(values[at]!, frame));
  const first = tests.findIndex(holds);
  if (first < 0) return decideNone(policy, outputs, frame);
  // Below the first rule nothing is looked at where only the first counts.
  const rest = policy === "FIRST" ? [] : tests.slice(first + 1);
  const rows = [first, ...rest.flatMap((cells, at) => (holds(cells) ? [first + 1 + at] : []))];
  const hits = rows.map((row) => hitOf(outputs, row, frame));
  return joinHits(policy, hits);
}

function hitOf(outputs: readonly OutputColumn[], row: number, frame: Frame): Hit {
  const values = outputs.map((output) => output.entries[row]!(frame));
  const rank = outputs.flatMap(({ order }, at) =>
    order ? [order.findIndex((each) => equals(each, values[at]!))] : [],
  );
  return { value: joinOutputs(outputs, values), rank };
}

/** The default outputs; without them null for one result, and for several no answer: engines differ. */
function decideNone(policy: Policy, outputs: readonly OutputColumn[], frame: Frame): FeelValue {
  if (givesList(policy)) return noAnswer("a table of several results where no rule holds");
  if (outputs.every(({ otherwise }) => otherwise === undefined)) {
    return policy.startsWith("COLLECT") ? noAnswer(`${policy} where no rule holds`) : null;
  }
  return joinOutputs(
    outputs,
    outputs.map(({ otherwise }) => otherwise?.(frame) ?? null),
  );
}

function joinOutputs(outputs: readonly OutputColumn[], values: readonly FeelValue[]): FeelValue {
  return outputs.length === 1 ? values[0]! : new Map(outputs.map(({ name }, at) => [name!, values[at]!]));
}
