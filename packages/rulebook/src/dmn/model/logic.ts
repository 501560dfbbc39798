import type { Compiled, Scope } from "../feel/scope.ts";
import { outside } from "../problem.ts";
import { compileDecisionTable } from "../table/compile-table.ts";
import { childrenOf, type Element, findChild } from "../xml/element.ts";
import { declareResult } from "./declared.ts";
import { assertFeel, nameOf } from "./definitions.ts";
import type { ItemTypes } from "./item-types.ts";
import { compileText } from "./text.ts";

/** Expressions of DMN that the profile leaves out, by their element. */
const foreign: { readonly [element: string]: string } = {
  conditional: "boxed conditionals",
  context: "boxed contexts",
  every: "boxed quantified expressions",
  filter: "boxed filters",
  for: "boxed for-loops",
  functionDefinition: "boxed functions",
  list: "boxed lists",
  relation: "relations",
  some: "boxed quantified expressions",
};

/** The one expression among the children of a decision or knowledge model; undefined if there is none. */
export function findLogic(element: Element, silent: ReadonlySet<string>): Element | undefined {
  const rest = element.children.filter((child) => !silent.has(child.name));
  const [logic, more] = rest;
  return more ? outside(`"${more.name}" beside "${logic!.name}"`) : logic;
}

/** Types one expression of a model under its declared type. */
export function compileLogic(element: Element, scope: Scope, items: ItemTypes): Compiled {
  assertFeel(element, "expressionLanguage");
  return declareResult(compileKind(element, scope, items), items.find(element.attributes.get("typeRef")));
}

function compileKind(element: Element, scope: Scope, items: ItemTypes): Compiled {
  if (element.name === "literalExpression") return compileText(element, scope);
  if (element.name === "decisionTable") return compileDecisionTable(element, scope, items);
  if (element.name === "invocation") return compileInvocation(element, scope, items);
  return outside(Object.hasOwn(foreign, element.name) ? foreign[element.name]! : `the element "${element.name}"`);
}

/** A boxed call of a knowledge model, its arguments by parameter name. */
function compileInvocation(element: Element, scope: Scope, items: ItemTypes): Compiled {
  const called = findChild(element, "literalExpression") ?? outside("an invocation of no name");
  const name = (findChild(called, "text")?.text ?? "").trim();
  const callee = scope.functions.get(name) ?? outside(`the function "${name}"`);
  const bindings = childrenOf(element, "binding").map((binding): readonly [string, Compiled] => {
    const parameter = findChild(binding, "parameter") ?? outside("a binding without a parameter");
    const logic = findLogic(binding, new Set(["parameter", "description", "extensionElements"]));
    return [nameOf(parameter), compileLogic(logic ?? outside("a binding without a value"), scope, items)];
  });
  const named = new Map(bindings);
  const parameters = callee.parameters;
  if (named.size < bindings.length || named.size !== parameters.length) outside("bindings unlike the parameters");
  return callee.call(parameters.map((each) => named.get(each) ?? outside(`an invocation without "${each}"`)));
}
