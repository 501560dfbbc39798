import type { Callable, Compiled } from "../feel/scope.ts";
import { conforms, typeText } from "../feel/type.ts";
import { noAnswer, outside } from "../problem.ts";
import { childrenOf, type Element, findChild } from "../xml/element.ts";
import { declareResult } from "./declared.ts";
import { nameOf } from "./definitions.ts";
import type { DeclaredType, ItemTypes } from "./item-types.ts";
import { compileLogic, findLogic } from "./logic.ts";

/** Calls of knowledge models that one decision may still make: models that call one another twice grow without end. */
export type CallBudget = { left: number };

type Parameter = { readonly name: string; readonly declared: DeclaredType };

/** A function of typed parameters; its body sees them and the functions it requires, nothing else. */
export function compileKnowledge(
  element: Element,
  functions: ReadonlyMap<string, Callable>,
  items: ItemTypes,
  budget: CallBudget,
): Callable {
  const logic =
    findChild(element, "encapsulatedLogic") ?? outside(`the knowledge model "${nameOf(element)}" without logic`);
  if ((logic.attributes.get("kind") ?? "FEEL") !== "FEEL") outside("functions in another language");
  if (logic.attributes.has("typeRef")) outside("functions of a declared type");
  const parameters = childrenOf(logic, "formalParameter").map((each) => readParameter(each, items));
  const names = parameters.map(({ name }) => name);
  if (new Set(names).size < names.length) outside("two parameters of one name");
  const variables = new Map(parameters.map(({ name, declared }) => [name, declared.type]));
  const silent = new Set(["formalParameter", "description", "extensionElements", "variable"]);
  const expression = findLogic(logic, silent) ?? outside(`the knowledge model "${nameOf(element)}" without logic`);
  const typeRef = findChild(element, "variable")?.attributes.get("typeRef");
  const body = declareResult(compileLogic(expression, { variables, functions }, items), items.find(typeRef));
  return { parameters: names, call: (args) => compileCall(nameOf(element), parameters, body, args, budget) };
}

function readParameter(element: Element, items: ItemTypes): Parameter {
  const name = nameOf(element);
  const declared = items.find(element.attributes.get("typeRef")) ?? outside(`the parameter "${name}" without a type`);
  return { name, declared };
}

function compileCall(
  name: string,
  parameters: readonly Parameter[],
  body: Compiled,
  args: readonly Compiled[],
  budget: CallBudget,
): Compiled {
  if (args.length !== parameters.length) outside(`"${name}" of ${args.length} arguments`);
  parameters.forEach(({ declared }, at) => {
    const { type } = args[at]!;
    if (!conforms(type, declared.type)) outside(`"${name}" of ${typeText(type)}`);
  });
  return {
    type: body.type,
    run: (frame) => {
      budget.left -= 1;
      if (budget.left < 0) noAnswer("too many calls of functions");
      const given = parameters.map(({ name: parameter, declared }, at) => {
        const value = args[at]!.run(frame);
        return [parameter, declared.allows(value) ? value : noAnswer(`"${name}" of a value not allowed`)] as const;
      });
      return body.run(new Map(given));
    },
  };
}
