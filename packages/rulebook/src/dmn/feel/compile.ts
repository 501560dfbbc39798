import { noAnswer, outside } from "../problem.ts";
import { compileArithmetic, compileNegation } from "./arithmetic.ts";
import { compileBetween, compileComparison, compileSign } from "./comparison.ts";
import { compileBuiltin } from "./functions.ts";
import { compileIf, compileJunction } from "./logic.ts";
import { parseFeel } from "./parse.ts";
import { type Compiled, namesOf, type Scope } from "./scope.ts";
import type { FeelSyntax, TestSyntax } from "./syntax.ts";
import { compileTests, type ValueTest } from "./tests.ts";
import { type FeelType, types, unify } from "./type.ts";
import { type FeelValue, isContext, isDate, isList, isNumber } from "./value.ts";

/** Parses and types FEEL text; whatever has no certain meaning in the profile is refused here, before it runs. */
export function compileFeel(text: string, scope: Scope): Compiled {
  return compileSyntax(parseFeel(text, namesOf(scope)), scope);
}

/** Types one node and those below it. */
export function compileSyntax(node: FeelSyntax, scope: Scope): Compiled {
  const compile = (child: FeelSyntax) => compileSyntax(child, scope);
  switch (node.kind) {
    case "literal":
      return { type: typeOfLiteral(node.value), run: () => node.value, constant: node.value };
    case "name":
      return compileName(node.name, scope);
    case "path":
      return compilePath(compile(node.of), node.property);
    case "list":
      return compileList(node.items.map(compile));
    case "call":
      return compileCall(node.callee, node.args.map(compile), scope);
    case "negate":
      return compileNegation(compile(node.operand));
    case "arithmetic":
      return compileArithmetic(node.sign, compile(node.left), compile(node.right));
    case "comparison":
      return compileComparison(node.sign, compile(node.left), compile(node.right));
    case "between":
      return compileBetween(compile(node.operand), compile(node.low), compile(node.high));
    case "in":
      return compileIn(compile(node.operand), node, scope);
    case "and":
    case "or":
      return compileJunction(node.kind, compile(node.left), compile(node.right));
    case "if":
      return compileIf(compile(node.condition), compile(node.then), compile(node.otherwise));
  }
}

function typeOfLiteral(value: FeelValue): FeelType {
  if (isNumber(value)) return types.number;
  if (isDate(value)) return types.date;
  if (typeof value === "string") return types.string;
  return typeof value === "boolean" ? types.boolean : types.null;
}

function compileName(name: string, { variables }: Scope): Compiled {
  const type = variables.get(name) ?? outside(`the function "${name}" as a value`);
  return { type, run: (frame) => frame.get(name) ?? null };
}

function compilePath(of: Compiled, property: string): Compiled {
  const { type } = of;
  if (type.kind === "date") return compileDatePath(of, property);
  if (type.kind !== "context") return outside(`the property "${property}" of a ${type.kind}`);
  const own = type.entries.get(property) ?? outside(`the property "${property}", which is not declared`);
  return {
    type: own,
    run: (frame) => {
      const value = of.run(frame);
      return isContext(value) ? (value.get(property) ?? null) : null;
    },
  };
}

function compileDatePath(of: Compiled, property: string): Compiled {
  if (property !== "year" && property !== "month" && property !== "day") {
    return outside(`the property "${property}" of a date`);
  }
  return {
    type: types.number,
    run: (frame) => {
      const value = of.run(frame);
      return isDate(value) ? { kind: "number", coefficient: BigInt(value[property]), exponent: 0 } : null;
    },
  };
}

function compileList(items: readonly Compiled[]): Compiled {
  const of = items.reduce((type: FeelType, item) => unify(type, item.type, "list items"), types.null);
  if (of.kind === "list" || of.kind === "context") outside(`lists of ${of.kind}s`);
  return { type: { kind: "list", of }, run: (frame) => items.map((item) => item.run(frame)) };
}

function compileCall(callee: string, args: readonly Compiled[], scope: Scope): Compiled {
  const declared = scope.functions.get(callee);
  if (declared) return declared.call(args);
  return scope.variables.has(callee) ? outside(`a call of "${callee}"`) : compileBuiltin(callee, args);
}

/** Over null engines differ. */
function compileIn(operand: Compiled, { tests }: Extract<FeelSyntax, { kind: "in" }>, scope: Scope): Compiled {
  const ends = tests.flatMap((test) => (test.kind === "range" ? [test.low, test.high] : [test.operand]));
  if (ends.some((end) => end.kind === "literal" && end.value === null)) outside('"in" over null');
  const test =
    compileMembership(operand, tests, scope) ??
    compileTests(tests, operand.type, (child) => compileSyntax(child, scope));
  return {
    type: types.boolean,
    run: (frame) => {
      const value = operand.run(frame);
      return (value === null ? null : test(value, frame)) ?? noAnswer('"in" over null');
    },
  };
}

/** `x in [1, 2]`: the one test is a list. */
function compileMembership(operand: Compiled, tests: readonly TestSyntax[], scope: Scope): ValueTest | undefined {
  const [only] = tests;
  if (tests.length !== 1 || only!.kind !== "compare" || only!.sign !== "=") return undefined;
  const list = compileSyntax(only!.operand, scope);
  if (list.type.kind !== "list") return undefined;
  const isSame = compileSign("=", operand.type, list.type.of);
  return (value, frame) => {
    const items = list.run(frame);
    return !isList(items) || items.includes(null) ? null : items.some((item) => isSame(value, item) === true);
  };
}
