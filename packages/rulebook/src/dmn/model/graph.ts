import type { Callable, Compiled } from "../feel/scope.ts";
import { type FeelType, hasType, typeText } from "../feel/type.ts";
import type { FeelValue } from "../feel/value.ts";
import { DmnError, noAnswer, outside } from "../problem.ts";
import { type Element, findChild } from "../xml/element.ts";
import { declareResult } from "./declared.ts";
import { type Definitions, nameOf } from "./definitions.ts";
import { ItemTypes } from "./item-types.ts";
import { type CallBudget, compileKnowledge } from "./knowledge.ts";
import { compileLogic, findLogic } from "./logic.ts";
import { readRequirements } from "./requirements.ts";

/** Values of input data by name. */
export type Inputs = ReadonlyMap<string, FeelValue>;

/** Where a variable of an expression comes from; `known` keeps what one evaluation has worked out, by id. */
export type Source = {
  readonly name: string;
  readonly type: FeelType;
  readonly value: (inputs: Inputs, known: Map<string, FeelValue>) => FeelValue;
};

/** Calls of knowledge models in one decision. */
export const callsMax = 100_000;

/** Decisions that require one another, at most. */
export const requirementDepthMax = 100;

/** Children of a decision or knowledge model that are no logic. */
const silent = new Set(
  `allowedAnswers authorityRequirement decisionMaker decisionOwner description extensionElements
  impactedPerformanceIndicator informationRequirement knowledgeRequirement question supportedObjective usingProcess
  usingTask variable`.split(/\s+/),
);

/** Reads the elements of a model on demand, each once, and remembers why one was refused. */
export class Graph {
  readonly #definitions: Definitions;
  readonly #items: ItemTypes;
  readonly #read = new Map<string, unknown>();
  readonly #budget: CallBudget = { left: callsMax };
  #depth = 0;

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
    this.#items = new ItemTypes(definitions.itemDefinitions);
  }

  decision(id: string): Source {
    return this.#once(`decision ${id}`, () => this.#readDecision(id));
  }

  /** Works out one decision with all it requires. */
  decide(source: Source, inputs: Inputs): FeelValue {
    this.#budget.left = callsMax;
    return source.value(inputs, new Map());
  }

  #input(id: string): Source {
    return this.#once(`input ${id}`, () => this.#readInput(id));
  }

  #model(id: string): readonly [string, Callable] {
    return this.#once(`model ${id}`, () => {
      if (this.#definitions.services.has(id)) outside("decision services");
      const element = this.#definitions.models.get(id) ?? outside(`the knowledge "${id}"`);
      const functions = this.#functionsOf(element);
      return [variableName(element), compileKnowledge(element, functions, this.#items, this.#budget)] as const;
    });
  }

  #once<T>(key: string, read: () => T): T {
    const known = this.#read.get(key);
    if (known instanceof DmnError) throw known;
    if (known !== undefined) return known as T;
    if (this.#depth >= requirementDepthMax)
      outside(`requirements more than ${requirementDepthMax} deep or in a circle`);
    this.#depth += 1;
    try {
      const result = read();
      this.#read.set(key, result);
      return result;
    } catch (error) {
      if (error instanceof DmnError) this.#read.set(key, error);
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  #readInput(id: string): Source {
    const element = this.#definitions.inputs.get(id) ?? outside(`the input "${id}"`);
    const name = variableName(element);
    const declared = this.#items.find(findChild(element, "variable")?.attributes.get("typeRef"));
    if (declared === undefined) return outside(`the input "${name}" without a type`);
    const { type, allows } = declared;
    const value = (inputs: Inputs): FeelValue => {
      const given = inputs.get(name);
      if (given === undefined) return noAnswer(`the input "${name}" is not given`);
      if (!hasType(given, type)) return noAnswer(`the input "${name}" is no ${typeText(type)}`);
      return allows(given) ? given : noAnswer(`the input "${name}" has a value that its type does not allow`);
    };
    return { name, type, value };
  }

  #readDecision(id: string): Source {
    const element = this.#definitions.decisions.get(id) ?? outside(`the decision "${id}"`);
    const name = variableName(element);
    const required = this.#requiredBy(element);
    const variables = new Map(required.map((source) => [source.name, source.type]));
    if (variables.size < required.length) outside("two requirements of one name");
    const logic = findLogic(element, silent) ?? outside(`the decision "${name}" without logic`);
    const scope = { variables, functions: this.#functionsOf(element) };
    const declared = this.#items.find(findChild(element, "variable")?.attributes.get("typeRef"));
    const result = declareResult(compileLogic(logic, scope, this.#items), declared);
    return { name, type: result.type, value: remember(id, result, required) };
  }

  #requiredBy(element: Element): readonly Source[] {
    const { inputs, decisions } = readRequirements(element, this.#definitions.namespace);
    return [...inputs.map((id) => this.#input(id)), ...decisions.map((id) => this.decision(id))];
  }

  #functionsOf(element: Element): ReadonlyMap<string, Callable> {
    const { models } = readRequirements(element, this.#definitions.namespace);
    return new Map(models.map((id) => this.#model(id)));
  }
}

/** Works a decision out once, and of what it requires only what it reads. */
function remember(id: string, result: Compiled, required: readonly Source[]): Source["value"] {
  const sources = new Map(required.map((source) => [source.name, source]));
  return (inputs, known) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const value = result.run({ get: (name) => sources.get(name)?.value(inputs, known) });
    known.set(id, value);
    return value;
  };
}

/** A variable bears the name of its element; two names for one thing are refused. */
function variableName(element: Element): string {
  const name = nameOf(element);
  const variable = findChild(element, "variable");
  return variable === undefined || nameOf(variable) === name
    ? name
    : outside(`the variable of "${name}" by another name`);
}
