import { outside } from "../problem.ts";
import { assertReadable } from "./names.ts";
import type { KnownNames } from "./tokens.ts";
import type { FeelType } from "./type.ts";
import type { FeelValue } from "./value.ts";

/** Values of the variables that an expression may read, each worked out when it is read. */
export type Frame = { readonly get: (name: string) => FeelValue | undefined };

/** A typed expression, ready to run; `constant` holds its value when it is a literal or a negated one. */
export type Compiled = {
  readonly type: FeelType;
  readonly run: (frame: Frame) => FeelValue;
  readonly constant?: FeelValue;
};

/** A business knowledge model: the names of its parameters, and the typed call for typed arguments. */
export type Callable = {
  readonly parameters: readonly string[];
  readonly call: (args: readonly Compiled[]) => Compiled;
};

/** What an expression may name. */
export type Scope = {
  readonly variables: ReadonlyMap<string, FeelType>;
  readonly functions: ReadonlyMap<string, Callable>;
};

const dateProperties = ["year", "month", "day"];

const namesByScope = new WeakMap<Scope, KnownNames>();

/** The names that FEEL text in this scope may use; refuses names that would make it ambiguous. */
export function namesOf(scope: Scope): KnownNames {
  const known = namesByScope.get(scope) ?? collectNames(scope);
  namesByScope.set(scope, known);
  return known;
}

function collectNames(scope: Scope): KnownNames {
  const names = new Set([...scope.variables.keys(), ...scope.functions.keys()]);
  if (names.size < scope.variables.size + scope.functions.size) outside("a variable and a function of one name");
  for (const name of names) assertReadable(name);
  const properties = new Set(dateProperties);
  for (const type of scope.variables.values()) collectProperties(type, properties);
  return { names, properties };
}

function collectProperties(type: FeelType, into: Set<string>): void {
  if (type.kind === "list") collectProperties(type.of, into);
  if (type.kind !== "context") return;
  for (const [name, each] of type.entries) {
    into.add(name);
    collectProperties(each, into);
  }
}
