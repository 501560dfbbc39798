import assert from "node:assert/strict";
import { test } from "node:test";
import { parseCell } from "./cell.ts";
import { maxNesting } from "./cursor.ts";
import { parseExpression } from "./expression.ts";
import { parseMessage } from "./message.ts";
import { SyntaxProblem } from "./problem.ts";
import type { Range, Syntax } from "./syntax.ts";
import { maxRows, parseTable } from "./table.ts";
import { maxTokens } from "./tokens.ts";

const placeOf = (offset: number) => ({ file: "f", line: 1, column: offset + 1 });

/** The expression with a parenthesis around every part. */
function told(syntax: Syntax): string {
  switch (syntax.kind) {
    case "number":
    case "day":
      return syntax.text;
    case "text":
      return JSON.stringify(syntax.value);
    case "boolean":
      return `${syntax.value}`;
    case "name":
      return syntax.name;
    case "call":
      return `${syntax.callee}(${syntax.arguments.map(told).join(", ")})`;
    case "operation":
      return `(${told(syntax.left)} ${syntax.operator} ${told(syntax.right)})`;
    case "comparison":
      return `(${told(syntax.left)} ${syntax.comparison} ${told(syntax.right)})`;
    case "within":
      return `(${told(syntax.operand)} in ${toldRange(syntax.range)})`;
    case "and":
    case "or":
      return `(${syntax.operands.map(told).join(` ${syntax.kind} `)})`;
    case "not":
      return `not(${told(syntax.operand)})`;
    case "if":
      return `if ${told(syntax.condition)} then ${told(syntax.then)} else ${told(syntax.otherwise)}`;
  }
}

function toldRange({ low, high, includesLow, includesHigh }: Range): string {
  return `${includesLow ? "[" : "("}${told(low)}..${told(high)}${includesHigh ? "]" : ")"}`;
}

function problem(parse: () => unknown): string {
  try {
    parse();
  } catch (error) {
    assert.ok(error instanceof SyntaxProblem);
    return `${error.at.column} ${error.message}`;
  }
  return "read";
}

test("operators bind as in FEEL", () => {
  const cases: [string, string][] = [
    ["a + b * c - d", "((a + (b * c)) - d)"],
    ["a - b - c", "((a - b) - c)"],
    ["a * (b + c)", "(a * (b + c))"],
    ["a or b and c or d", "(a or (b and c) or d)"],
    ["a + b < c and d", "(((a + b) < c) and d)"],
    ["not(a = b)", "not((a = b))"],
    ["a in [b..c + d) or e", "((a in [b..(c + d))) or e)"],
    ["if a then b else if c then d else e", "if a then b else if c then d else e"],
    ["min(if a then b else c, -1)", "min(if a then b else c, -1)"],
    ['present(p) and p != "x \\"y\\""', '(present(p) and (p != "x \\"y\\""))'],
    ['a >= @"2025-01-01"', "(a >= 2025-01-01)"],
  ];
  for (const [text, expected] of cases) assert.equal(told(parseExpression(text, placeOf)), expected);
});

test("a part is placed at its operator or first word", () => {
  const syntax = parseExpression("aa + bb * cc", placeOf);
  assert.ok(syntax.kind === "operation" && syntax.right.kind === "operation");
  assert.deepEqual([syntax.at.column, syntax.right.at.column, syntax.right.right.at.column], [4, 9, 11]);
});

test("what is no expression is refused at the word where reading stops", () => {
  const cases: [string, string][] = [
    ["", "1 Cannot read the expression at its end: a value is expected"],
    ["a +", "4 Cannot read the expression at its end: a value is expected"],
    ["a b", '3 Cannot read the expression at "b": nothing more is expected'],
    ["-a", '2 Cannot read the expression at "a": only a number may have a minus sign, write "0 - x"'],
    ["a < b < c", '9 Cannot read the expression at "c": comparisons do not chain, write "a < b and b < c"'],
    ["if a then b", '12 Cannot read the expression at its end: "else" is expected after the branch "then"'],
    ["a ? b", '3 Cannot read the expression: the character "?" has no meaning here'],
    ['"a', "1 Cannot read the expression: the text is not closed on its line"],
    ['"\\n"', '1 Cannot read the text: "\\n" is not an escape, only \\" and \\\\ are'],
    ["then", '1 Cannot read the expression at "then": a value is expected'],
  ];
  for (const [text, expected] of cases)
    assert.equal(
      problem(() => parseExpression(text, placeOf)),
      expected,
      text,
    );
});

test("an expression at its limits is read, one beyond is refused", () => {
  const nested = (depth: number) => `${"(".repeat(depth - 1)}a${")".repeat(depth - 1)}`;
  assert.equal(
    problem(() => parseExpression(nested(maxNesting), placeOf)),
    "read",
  );
  assert.match(
    problem(() => parseExpression(nested(maxNesting + 1), placeOf)),
    /nested/,
  );
  const long = (words: number) => `a${" + a".repeat((words - 1) / 2)}`;
  assert.equal(
    problem(() => parseExpression(long(maxTokens - 1), placeOf)),
    "read",
  );
  assert.match(
    problem(() => parseExpression(long(maxTokens + 1), placeOf)),
    /more than/,
  );
});

test("cells are any, missing, present, tests or their negation", () => {
  const kinds = ["-", "missing", "present", '"a", "b"', 'not("a")', "< x", "[1..x]", "-1"].map(
    (text) => parseCell(text, placeOf).kind,
  );
  assert.deepEqual(kinds, ["any", "missing", "present", "tests", "not", "tests", "tests", "tests"]);
  assert.match(
    problem(() => parseCell("x + 1", placeOf)),
    /a cell does not calculate/,
  );
  assert.match(
    problem(() => parseCell('missing, "a"', placeOf)),
    /nothing more/,
  );
});

test("a table is split at pipes outside quotes, and each faulty row is told", () => {
  const { table, problems } = parseTable("a | b => \n", placeOf);
  assert.equal(table, undefined);
  assert.equal(problems.length, 1);
  const read = parseTable('a | => x | source\n\n"p|q" | 0 | N/1\n1 | 2\n- | - | N/1\n |  | \n', placeOf);
  assert.deepEqual(
    read.table?.rows.map(({ texts }) => texts),
    [['"p|q"']],
  );
  assert.deepEqual(
    read.problems.map(({ id }) => id),
    ["table/width", "expression/syntax", "table/width"],
  );
});

test("a table at its limit of rows is read, one beyond is refused", () => {
  const rows = (count: number) => parseTable(`a | => x\n${"- | 0\n".repeat(count)}`, placeOf).problems.length;
  assert.deepEqual([rows(maxRows), rows(maxRows + 1)], [0, 1]);
});

test("a text for people has arguments, plurals, selects and quoted braces", () => {
  const message = parseMessage("trader's '{'x'}' {n, plural, =0 {none} other {# of {m}} one {#}}", placeOf);
  assert.deepEqual(message, [
    { kind: "text", text: "trader's {x} " },
    {
      kind: "plural",
      name: "n",
      cases: [
        { key: "=0", message: [{ kind: "text", text: "none" }] },
        { key: "one", message: [{ kind: "number", name: "n" }] },
        {
          key: "other",
          message: [
            { kind: "number", name: "n" },
            { kind: "text", text: " of " },
            { kind: "argument", name: "m" },
          ],
        },
      ],
    },
  ]);
});

test("what is no text for people is refused where reading stops", () => {
  const cases: [string, RegExp][] = [
    ["a}", /^2 .*closes nothing/],
    ["{n, number}", /"number" is not possible/],
    ["{n, plural, one {x}}", /"other" is missing/],
    ["{n, plural, other {x} other {y}}", /stands twice/],
    ["{n, plural, other {x}", /^22 /],
    ["'{", /not closed/],
    ["{N}", /the name of a value/],
  ];
  for (const [text, expected] of cases)
    assert.match(
      problem(() => parseMessage(text, placeOf)),
      expected,
      text,
    );
});

test("a text for people is read with four choices inside each other, and refused with five", () => {
  const nested = (depth: number): string => (depth === 0 ? "x" : `{n, plural, other {${nested(depth - 1)}}}`);
  assert.equal(
    problem(() => parseMessage(nested(4), placeOf)),
    "read",
  );
  assert.notEqual(
    problem(() => parseMessage(nested(5), placeOf)),
    "read",
  );
});
