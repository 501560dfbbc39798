import type { Expression } from "../ir/expression.ts";
import type { ValueType } from "../ir/value-type.ts";
import type { Syntax } from "../parse/syntax.ts";
import { builtins } from "../parse/words.ts";
import { hintNear } from "../read/near.ts";
import { makeSubtract, overflows } from "./build.ts";
import { addToDay, yearsBetween } from "./calendar.ts";
import { isOrdered } from "./comparison.ts";
import type { Context } from "./context.ts";
import { absoluteInterval, greatestInterval, hull, intervalOf, leastInterval, toBounds } from "./interval.ts";
import { referOptional } from "./references.ts";
import { findRoundingMode, round } from "./rounding.ts";
import { settle, unify } from "./settle.ts";
import type { Term } from "./term.ts";

export type Call = Extract<Syntax, { kind: "call" }>;
/** Checks a part of an expression; `expected` is the type that an untyped literal would take. */
export type Infer = (syntax: Syntax, context: Context, expected?: ValueType) => Term | undefined;

/** Checks a call of a built-in function. */
export function inferCall(call: Call, context: Context, infer: Infer, expected?: ValueType): Term | undefined {
  const node = check(call, context, infer, expected);
  if (node === undefined || overflows(node, context.findings)) return undefined;
  return { kind: "value", node };
}

function check(call: Call, context: Context, infer: Infer, expected?: ValueType): Expression | undefined {
  const { callee } = call;
  if (callee === "min" || callee === "max") return checkExtreme(call, callee, context, infer, expected);
  if (callee === "default") return checkDefault(call, context, infer);
  if (callee === "present") return checkPresent(call, context);
  const mode = findRoundingMode(callee);
  const count = mode === undefined ? fixedCounts.get(callee) : ([1, 2] as const);
  if (count === undefined) {
    const why = reasons.get(callee) ?? `there is no such function${hintNear(callee, builtins)}`;
    context.findings.error("name/unknown", call.at, `Cannot call "${callee}": ${why}`);
    return undefined;
  }
  if (!hasCount(call, count, context)) return undefined;
  const inner = mode === undefined ? context : { ...context, rounding: true };
  const terms = call.arguments.map((argument) => infer(argument, inner));
  const [first, second] = terms;
  if (first === undefined || terms.includes(undefined)) return undefined;
  if (mode !== undefined) return round(mode, first, second, call.at, context);
  if (callee === "abs") return checkAbsolute(first, call, context);
  return checkDays(callee, first, second!, call, context);
}

const fixedCounts: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["abs", [1, 1]],
  ["days_between", [2, 2]],
  ["add_months", [2, 2]],
  ["add_years", [2, 2]],
  ["years_between", [2, 2]],
]);

const clock = 'the rulebook names its clock, use "legal_day"';
/** Functions of FEEL that people look for, and why they are not here. */
const reasons: ReadonlyMap<string, string> = new Map([
  ["today", clock],
  ["now", clock],
  ["date", 'a day is written @"2025-06-01"'],
  ["round", "say how: round_half_up, round_half_even, round_half_down, round_up, round_down, floor or ceiling"],
  ["decimal", "use a rounding function with a step"],
]);

function hasCount(
  { callee, at, arguments: { length } }: Call,
  [least, most]: readonly [number, number],
  context: Context,
): boolean {
  if (length >= least && length <= most) return true;
  const wanted =
    most === Number.POSITIVE_INFINITY ? `${least} or more` : least === most ? `${least}` : `${least} or ${most}`;
  context.findings.error("expression/syntax", at, `Cannot call "${callee}" with ${length} values: ${wanted} expected`);
  return false;
}

function checkExtreme(
  call: Call,
  kind: "min" | "max",
  context: Context,
  infer: Infer,
  expected?: ValueType,
): Expression | undefined {
  if (!hasCount(call, [2, Number.POSITIVE_INFINITY], context)) return undefined;
  const terms = call.arguments.map((argument) => infer(argument, { ...context, rounding: false }, expected));
  const known = terms.filter((term) => term !== undefined);
  if (known.length < terms.length) return undefined;
  const operands = unify(known, context, { verb: "compare" }, expected);
  if (operands === undefined || !isOrdered(operands.type, call.at, context)) return undefined;
  const intervals = operands.nodes.map(intervalOf);
  const bounds = toBounds(kind === "min" ? leastInterval(intervals) : greatestInterval(intervals));
  return { kind, type: operands.type, bounds, operands: operands.nodes, at: call.at };
}

function checkAbsolute(term: Term, call: Call, context: Context): Expression | undefined {
  const operands = unify([term], context, { verb: "compare" });
  const operand = operands?.nodes[0];
  if (operand === undefined) return undefined;
  if (!["integer", "money", "quantity", "rate"].includes(operand.type.kind)) {
    context.findings.error("type/mismatch", operand.at, 'Cannot call "abs" with this value: an amount is expected');
    return undefined;
  }
  return {
    kind: "abs",
    type: operand.type,
    bounds: toBounds(absoluteInterval(intervalOf(operand))),
    operand,
    at: call.at,
  };
}

function checkDays(callee: string, first: Term, second: Term, call: Call, context: Context): Expression | undefined {
  const day = settle(first, { kind: "day" }, context);
  const isCount = callee === "add_months" || callee === "add_years";
  const other = settle(second, { kind: isCount ? "integer" : "day" }, context);
  if (day === undefined || other === undefined) return undefined;
  if (callee === "days_between") return makeSubtract({ kind: "integer" }, other, day, call.at);
  if (callee === "years_between") return yearsBetween(day, other, call.at, context);
  return addToDay(callee === "add_months" ? "add-months" : "add-years", day, other, call.at, context);
}

function checkDefault(call: Call, context: Context, infer: Infer): Expression | undefined {
  const [name, value] = call.arguments;
  if (!hasCount(call, [2, 2], context) || !isName(name!, call, context)) return undefined;
  const fact = referOptional(name.name, name.at, context);
  const term = infer(value!, context, fact?.type);
  if (fact === undefined || term === undefined) return undefined;
  const otherwise = settle(term, fact.type, context);
  if (otherwise === undefined) return undefined;
  const bounds = fact.bounds && { bounds: toBounds(hull([intervalOf(fact), intervalOf(otherwise)])) };
  return { kind: "default", type: fact.type, ...bounds, fact, otherwise, at: call.at };
}

function checkPresent(call: Call, context: Context): Expression | undefined {
  const [name] = call.arguments;
  if (!hasCount(call, [1, 1], context) || !isName(name!, call, context)) return undefined;
  const fact = referOptional(name.name, name.at, context);
  return fact && { kind: "present", type: { kind: "boolean" }, fact, at: call.at };
}

function isName(syntax: Syntax, call: Call, { findings }: Context): syntax is Extract<Syntax, { kind: "name" }> {
  if (syntax.kind === "name") return true;
  findings.error(
    "expression/syntax",
    syntax.at,
    `Cannot call "${call.callee}" with this: the name of an optional fact is expected`,
  );
  return false;
}
