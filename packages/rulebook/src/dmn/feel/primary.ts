import { outside } from "../problem.ts";
import type { TokenCursor } from "./cursor.ts";
import { parseDate } from "./date.ts";
import type { FeelSyntax } from "./syntax.ts";

type ParseExpression = (cursor: TokenCursor) => FeelSyntax;

/** Parses what stands between operators: a literal, a name with its path, a call, a list, or brackets. */
export function parsePrimary(cursor: TokenCursor, parseExpression: ParseExpression): FeelSyntax {
  let primary = parseAtom(cursor, parseExpression);
  while (cursor.take(".")) {
    if (cursor.token.kind !== "name") outside(`the property "${cursor.token.text}"`);
    primary = { kind: "path", of: primary, property: cursor.next().text };
  }
  if (cursor.is("(")) outside("a call of what is no declared function");
  return primary;
}

function parseAtom(cursor: TokenCursor, parseExpression: ParseExpression): FeelSyntax {
  const { token } = cursor;
  if (token.kind === "number" || token.kind === "string") {
    cursor.next();
    return { kind: "literal", value: token.value };
  }
  if (token.kind === "at") {
    cursor.next();
    return { kind: "literal", value: parseDate(token.value) ?? outside(`the literal ${token.text}`) };
  }
  if (token.kind === "name") return parseName(cursor, parseExpression);
  for (const [word, value] of constants) if (cursor.take(word)) return { kind: "literal", value };
  if (cursor.take("(")) {
    const inner = parseExpression(cursor);
    cursor.expect(")");
    return inner;
  }
  if (cursor.take("[")) return { kind: "list", items: parseItems(cursor, "]", parseExpression) };
  return cursor.refuse();
}

const constants = [
  ["true", true],
  ["false", false],
  ["null", null],
] as const;

function parseName(cursor: TokenCursor, parseExpression: ParseExpression): FeelSyntax {
  const name = cursor.next().text;
  if (!cursor.take("(")) return { kind: "name", name };
  return { kind: "call", callee: name, args: parseItems(cursor, ")", parseExpression) };
}

function parseItems(cursor: TokenCursor, close: string, parseExpression: ParseExpression): readonly FeelSyntax[] {
  const items: FeelSyntax[] = [];
  if (cursor.take(close)) return items;
  do items.push(parseExpression(cursor));
  while (cursor.take(","));
  cursor.expect(close);
  return items;
}
