import type { Place } from "../ir/place.ts";
import { parseComparisonSign } from "./comparison.ts";
import { Cursor } from "./cursor.ts";
import { parseLiteral } from "./primary.ts";
import { parseRange } from "./range.ts";
import type { CellSyntax, Syntax, TestSyntax } from "./syntax.ts";
import { tokenize } from "./tokens.ts";
import { keywords } from "./words.ts";

/** Parses a condition cell of a table: `-`, `missing`, `present`, tests or `not(tests)`. */
export function parseCell(text: string, placeOf: (offset: number) => Place): CellSyntax {
  const cursor = new Cursor(tokenize(text, placeOf));
  const { at } = cursor.token;
  if (text === "-") return { kind: "any", at };
  const cell = parseWord(cursor) ?? parseNot(cursor) ?? { kind: "tests" as const, tests: parseTests(cursor), at };
  cursor.expectEnd();
  return cell;
}

function parseWord(cursor: Cursor): CellSyntax | undefined {
  const { at } = cursor.token;
  if (cursor.take("missing")) return { kind: "missing", at };
  return cursor.take("present") ? { kind: "present", at } : undefined;
}

function parseNot(cursor: Cursor): CellSyntax | undefined {
  const { at } = cursor.token;
  if (!cursor.take("not")) return undefined;
  cursor.expect("(", 'after "not"');
  const tests = parseTests(cursor);
  cursor.expect(")", 'to close "not("');
  return { kind: "not", tests, at };
}

function parseTests(cursor: Cursor): TestSyntax[] {
  const tests: TestSyntax[] = [];
  do tests.push(parseTest(cursor));
  while (cursor.take(","));
  return tests;
}

function parseTest(cursor: Cursor): TestSyntax {
  const { at } = cursor.token;
  if (cursor.is("[") || cursor.is("(")) return { kind: "range", range: parseRange(cursor, parseOperand), at };
  const comparison = parseComparisonSign(cursor) ?? "=";
  return { kind: "compare", comparison, operand: parseOperand(cursor), at };
}

function parseOperand(cursor: Cursor): Syntax {
  const literal = parseLiteral(cursor);
  if (literal !== undefined) return literal;
  const { kind, text, at } = cursor.token;
  if (kind !== "word" || keywords.has(text)) cursor.fail("a literal or the name of a parameter is expected");
  cursor.next();
  if (cursor.is("(") || cursor.is("+") || cursor.is("-") || cursor.is("*") || cursor.is("/")) {
    cursor.fail("a cell does not calculate, make it a rule of its own");
  }
  return { kind: "name", name: text, at };
}
