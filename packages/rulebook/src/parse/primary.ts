import type { Cursor } from "./cursor.ts";
import type { Literal, Syntax } from "./syntax.ts";
import { keywords } from "./words.ts";

/** Parses a literal, name, call, negation or a whole expression in parentheses. */
export function parsePrimary(cursor: Cursor, parseWhole: (cursor: Cursor) => Syntax): Syntax {
  const literal = parseLiteral(cursor);
  if (literal !== undefined) return literal;
  const open = cursor.take("(");
  if (open) {
    const inner = parseWhole(cursor);
    cursor.expect(")", "to close the parenthesis");
    return inner;
  }
  const { at } = cursor.token;
  if (cursor.take("not")) {
    cursor.expect("(", 'after "not"');
    const operand = parseWhole(cursor);
    cursor.expect(")", 'to close "not("');
    return { kind: "not", operand, at };
  }
  return parseNamed(cursor, parseWhole);
}

function parseNamed(cursor: Cursor, parseWhole: (cursor: Cursor) => Syntax): Syntax {
  const token = cursor.token;
  const callable = token.text === "present";
  if (token.kind !== "word" || (keywords.has(token.text) && !callable)) cursor.fail("a value is expected");
  cursor.next();
  if (!cursor.take("(")) {
    if (callable) cursor.fail('"present" takes a fact: present(permit)');
    return { kind: "name", name: token.text, at: token.at };
  }
  const parameters: Syntax[] = [];
  if (!cursor.is(")")) {
    do parameters.push(parseWhole(cursor));
    while (cursor.take(","));
  }
  cursor.expect(")", `to close "${token.text}("`);
  return { kind: "call", callee: token.text, arguments: parameters, at: token.at };
}

/** Takes a number, text, truth value or day if one is next; only a number may have a minus sign. */
export function parseLiteral(cursor: Cursor): Literal | undefined {
  const { kind, text, at } = cursor.token;
  if (kind === "number") return { kind: "number", text: cursor.next().text, at };
  if (kind === "text") return { kind: "text", value: cursor.next().text, at };
  if (kind === "day") return { kind: "day", text: cursor.next().text, at };
  if (cursor.take("true") ?? cursor.take("false")) return { kind: "boolean", value: text === "true", at };
  if (!cursor.take("-")) return undefined;
  if (cursor.token.kind !== "number") cursor.fail('only a number may have a minus sign, write "0 - x"');
  return { kind: "number", text: `-${cursor.next().text}`, at };
}
