import { compileSyntax } from "../feel/compile.ts";
import { parseFeelCell } from "../feel/parse.ts";
import { namesOf, type Scope } from "../feel/scope.ts";
import { compileCell, type ValueTest } from "../feel/tests.ts";
import { type FeelType, types } from "../feel/type.ts";
import { type FeelValue, isContext, isList } from "../feel/value.ts";
import { DmnError, outside } from "../problem.ts";
import { childrenOf, type Element, findChild } from "../xml/element.ts";
import { assertFeel, feelTextOf, nameOf } from "./definitions.ts";

/** A type by name: what values it has, and which of them its allowed values let through; null always passes. */
export type DeclaredType = {
  readonly type: FeelType;
  readonly allows: (value: FeelValue) => boolean;
  /** Components all told, so that types within types stay small. */
  readonly size: number;
};

const itemDepthMax = 50;
const itemSizeMax = 1000;
const plain: ReadonlyMap<string, FeelType> = new Map<string, FeelType>([
  ["boolean", types.boolean],
  ["date", types.date],
  ["number", types.number],
  ["string", types.string],
]);
const noScope: Scope = { variables: new Map(), functions: new Map() };

/** The item definitions of a model, read when something refers to them. */
export class ItemTypes {
  readonly #definitions: ReadonlyMap<string, Element>;
  readonly #read = new Map<string, DeclaredType | DmnError>();
  #depth = 0;

  constructor(definitions: readonly Element[]) {
    this.#definitions = new Map(definitions.map((definition) => [nameOf(definition), definition]));
    if (this.#definitions.size < definitions.length) outside("two item definitions of one name");
    for (const name of this.#definitions.keys()) if (plain.has(name)) outside(`an item definition "${name}"`);
  }

  /** The type that `typeRef` names; undefined for none and for Any, which says nothing. */
  find(typeRef: string | undefined): DeclaredType | undefined {
    const name = typeRef?.trim().replace(/^feel:/, "") ?? "";
    if (name === "" || name === "Any") return undefined;
    const own = plain.get(name);
    return own ? { type: own, allows: () => true, size: 1 } : this.#findDefined(name);
  }

  #findDefined(name: string): DeclaredType {
    const known = this.#read.get(name) ?? this.#attempt(name);
    if (known instanceof DmnError) throw known;
    return known;
  }

  #attempt(name: string): DeclaredType | DmnError {
    const definition = this.#definitions.get(name) ?? outside(`the type "${name}"`);
    if (this.#depth > itemDepthMax) outside(`item definitions more than ${itemDepthMax} deep or in a circle`);
    this.#depth += 1;
    try {
      const type = this.#define(definition);
      this.#read.set(name, type);
      return type;
    } catch (error) {
      if (error instanceof DmnError) this.#read.set(name, error);
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  #define(definition: Element): DeclaredType {
    assertFeel(definition, "typeLanguage");
    const known = new Set([
      "typeRef",
      "itemComponent",
      "allowedValues",
      "typeConstraint",
      "description",
      "extensionElements",
    ]);
    const strange = definition.children.find((child) => !known.has(child.name));
    if (strange) outside(`"${strange.name}" in a type`);
    const components = childrenOf(definition, "itemComponent");
    const typeRef = findChild(definition, "typeRef")?.text;
    if (components.length > 0 && typeRef !== undefined) outside("a type with both a reference and components");
    const base = components.length > 0 ? this.#contextOf(components) : this.find(typeRef);
    if (base === undefined) return outside(`the type "${nameOf(definition)}" without a definition`);
    if (findChild(definition, "typeConstraint")) outside("type constraints");
    const item = narrow(base, findChild(definition, "allowedValues"));
    return definition.attributes.get("isCollection") === "true" ? listOf(item) : item;
  }

  #contextOf(components: readonly Element[]): DeclaredType {
    const entries = new Map(components.map((component) => [nameOf(component), this.#define(component)]));
    if (entries.size < components.length) outside("two components of one name");
    const size = [...entries.values()].reduce((sum, each) => sum + each.size, 1);
    if (size > itemSizeMax) outside(`a type of more than ${itemSizeMax} components`);
    return {
      size,
      type: { kind: "context", entries: new Map([...entries].map(([name, { type }]) => [name, type])) },
      allows: (value) =>
        !isContext(value) || [...entries].every(([name, { allows }]) => allows(value.get(name) ?? null)),
    };
  }
}

function listOf({ type, allows, size }: DeclaredType): DeclaredType {
  return {
    size,
    type: { kind: "list", of: type },
    allows: (value) => !isList(value) || value.every(allows),
  };
}

/** The type with its allowed values: unary tests without variables. */
function narrow(base: DeclaredType, allowed: Element | undefined): DeclaredType {
  if (allowed === undefined) return base;
  const passes = compileAllowed(allowed, base.type);
  return {
    ...base,
    allows: (value) => value === null || (passes(value, new Map()) === true && base.allows(value)),
  };
}

/** Allowed values of a type, of an input or of an output, as a test. */
export function compileAllowed(element: Element, type: FeelType): ValueTest {
  const test = compileCell(parseFeelCell(feelTextOf(element), namesOf(noScope)), type, (node) =>
    compileSyntax(node, noScope),
  );
  return typeof test === "function" ? test : outside("allowed values that are no list of tests");
}
