import { outside } from "../problem.ts";
import { TokenCursor } from "./cursor.ts";
import { parsePrimary } from "./primary.ts";
import type { ArithmeticSign, CellSyntax, ComparisonSign, FeelSyntax, TestSyntax } from "./syntax.ts";
import type { KnownNames } from "./tokens.ts";

const comparisonSigns: readonly ComparisonSign[] = ["=", "!=", "<=", ">=", "<", ">"];

/** Parses one expression of the profile; anything else is outside. */
export function parseFeel(text: string, known: KnownNames): FeelSyntax {
  const cursor = new TokenCursor(text, known);
  const expression = parseExpression(cursor);
  cursor.expectEnd();
  return expression;
}

/** Parses an input entry or allowed values: "-", tests, or not(tests). */
export function parseFeelCell(text: string, known: KnownNames): CellSyntax {
  if (text.trim() === "-") return { kind: "any" };
  const cursor = new TokenCursor(text, known);
  const isNot = cursor.token.kind === "name" && cursor.token.text === "not";
  if (isNot) {
    cursor.next();
    cursor.expect("(");
  }
  const tests = parseTests(cursor);
  if (isNot) cursor.expect(")");
  cursor.expectEnd();
  return { kind: isNot ? "not" : "tests", tests };
}

export function parseExpression(cursor: TokenCursor): FeelSyntax {
  return cursor.nest(() => (cursor.take("if") ? parseIf(cursor) : parseOr(cursor)));
}

function parseIf(cursor: TokenCursor): FeelSyntax {
  const condition = parseExpression(cursor);
  cursor.expect("then");
  const then = parseExpression(cursor);
  cursor.expect("else");
  return { kind: "if", condition, then, otherwise: parseExpression(cursor) };
}

function parseOr(cursor: TokenCursor): FeelSyntax {
  let left = parseAnd(cursor);
  while (cursor.take("or")) left = { kind: "or", left, right: parseAnd(cursor) };
  return left;
}

function parseAnd(cursor: TokenCursor): FeelSyntax {
  let left = parseComparison(cursor);
  while (cursor.take("and")) left = { kind: "and", left, right: parseComparison(cursor) };
  return left;
}

function parseComparison(cursor: TokenCursor): FeelSyntax {
  const left = parseSum(cursor);
  const sign = takeSign(cursor, comparisonSigns);
  if (sign) return { kind: "comparison", sign, left, right: parseSum(cursor) };
  if (cursor.take("between")) {
    const low = parseSum(cursor);
    cursor.expect("and");
    return { kind: "between", operand: left, low, high: parseSum(cursor) };
  }
  return cursor.take("in") ? { kind: "in", operand: left, tests: parseTestsOfIn(cursor) } : left;
}

/** After `in`: one test, or several in brackets. */
function parseTestsOfIn(cursor: TokenCursor): readonly TestSyntax[] {
  if (cursor.isRange() || !cursor.take("(")) return [parseTest(cursor)];
  const tests = parseTests(cursor);
  cursor.expect(")");
  return tests;
}

function parseTests(cursor: TokenCursor): readonly TestSyntax[] {
  const tests: TestSyntax[] = [];
  do tests.push(parseTest(cursor));
  while (cursor.take(","));
  return tests;
}

function parseTest(cursor: TokenCursor): TestSyntax {
  if (cursor.isRange()) return parseRange(cursor);
  const sign = takeSign(cursor, comparisonSigns) ?? "=";
  return { kind: "compare", sign, operand: cursor.nest(() => parseSum(cursor)) };
}

function parseRange(cursor: TokenCursor): TestSyntax {
  const includesLow = cursor.next().text === "[";
  const low = cursor.nest(() => parseSum(cursor));
  cursor.expect("..");
  const high = cursor.nest(() => parseSum(cursor));
  const includesHigh = cursor.take("]");
  if (!includesHigh && !cursor.take(")")) cursor.expect("[");
  return { kind: "range", low, high, includesLow, includesHigh };
}

function parseSum(cursor: TokenCursor): FeelSyntax {
  let left = parseProduct(cursor);
  for (let sign = takeSign(cursor, ["+", "-"]); sign; sign = takeSign(cursor, ["+", "-"])) {
    left = { kind: "arithmetic", sign, left, right: parseProduct(cursor) };
  }
  return left;
}

function parseProduct(cursor: TokenCursor): FeelSyntax {
  let left = parsePower(cursor);
  for (let sign = takeSign(cursor, ["*", "/"]); sign; sign = takeSign(cursor, ["*", "/"])) {
    left = { kind: "arithmetic", sign, left, right: parsePower(cursor) };
  }
  return left;
}

/** Engines disagree on -2 ** 2 and on 2 ** 3 ** 2, so both need brackets. */
function parsePower(cursor: TokenCursor): FeelSyntax {
  const isNegated = cursor.is("-");
  const base = parseNegation(cursor);
  if (!cursor.take("**")) return base;
  if (isNegated) return outside("a power of a negation without brackets");
  const exponent = parseNegation(cursor);
  if (cursor.is("**")) return outside("a power of a power without brackets");
  return { kind: "arithmetic", sign: "**", left: base, right: exponent };
}

function parseNegation(cursor: TokenCursor): FeelSyntax {
  if (!cursor.take("-")) return parsePrimary(cursor, parseExpression);
  return { kind: "negate", operand: cursor.nest(() => parseNegation(cursor)) };
}

function takeSign<Sign extends ComparisonSign | ArithmeticSign>(
  cursor: TokenCursor,
  signs: readonly Sign[],
): Sign | undefined {
  return signs.find((sign) => cursor.take(sign));
}
