import type { Place } from "../ir/place.ts";
import { parseComparisonSign } from "./comparison.ts";
import { Cursor } from "./cursor.ts";
import { parsePrimary } from "./primary.ts";
import { parseRange } from "./range.ts";
import type { Syntax } from "./syntax.ts";
import { tokenize } from "./tokens.ts";

/** Parses one expression of the FEEL profile. Throws a `SyntaxProblem` at the first thing it cannot read. */
export function parseExpression(text: string, placeOf: (offset: number) => Place): Syntax {
  const cursor = new Cursor(tokenize(text, placeOf));
  const expression = parseWhole(cursor);
  cursor.expectEnd();
  return expression;
}

function parseWhole(cursor: Cursor): Syntax {
  return cursor.nest(() => (cursor.is("if") ? parseIf(cursor) : parseOr(cursor)));
}

function parseIf(cursor: Cursor): Syntax {
  const { at } = cursor.next();
  const condition = parseWhole(cursor);
  cursor.expect("then", 'after the condition of "if"');
  const then = parseWhole(cursor);
  cursor.expect("else", 'after the branch "then"');
  return { kind: "if", condition, then, otherwise: parseWhole(cursor), at };
}

function parseOr(cursor: Cursor): Syntax {
  return parseChain(cursor, "or", (inner) => parseChain(inner, "and", parseComparison));
}

function parseChain(cursor: Cursor, kind: "and" | "or", parsePart: (cursor: Cursor) => Syntax): Syntax {
  const first = parsePart(cursor);
  const { at } = cursor.token;
  const operands = [first];
  while (cursor.take(kind)) operands.push(parsePart(cursor));
  return operands.length === 1 ? first : { kind, operands, at };
}

function parseComparison(cursor: Cursor): Syntax {
  const left = parseSum(cursor);
  const { at } = cursor.token;
  if (cursor.take("in")) return { kind: "within", operand: left, range: parseRange(cursor, parseSum), at };
  const comparison = parseComparisonSign(cursor);
  if (comparison === undefined) return left;
  const right = parseSum(cursor);
  if (parseComparisonSign(cursor)) cursor.fail('comparisons do not chain, write "a < b and b < c"');
  return { kind: "comparison", comparison, left, right, at };
}

function parseSum(cursor: Cursor): Syntax {
  return parseOperations(cursor, ["+", "-"], (inner) => parseOperations(inner, ["*", "/"], parseOperand));
}

function parseOperations(
  cursor: Cursor,
  operators: readonly ("+" | "-" | "*" | "/")[],
  parsePart: (cursor: Cursor) => Syntax,
): Syntax {
  let left = parsePart(cursor);
  for (;;) {
    const { at } = cursor.token;
    const operator = operators.find((sign) => cursor.take(sign));
    if (operator === undefined) return left;
    left = { kind: "operation", operator, left, right: parsePart(cursor), at };
  }
}

function parseOperand(cursor: Cursor): Syntax {
  return parsePrimary(cursor, parseWhole);
}
