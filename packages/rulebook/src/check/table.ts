import type { Expression } from "../ir/expression.ts";
import type { Citation } from "../ir/instrument.ts";
import type { Cell, Column, Row, Table } from "../ir/table.ts";
import type { ValueType } from "../ir/value-type.ts";
import type { CellSyntax, Literal, Syntax, TestSyntax } from "../parse/syntax.ts";
import type { RowSyntax } from "../parse/table.ts";
import type { TableDraft } from "../read/draft.ts";
import { compare } from "./comparison.ts";
import type { Context } from "./context.ts";
import { checkExpression, withinRange } from "./expression.ts";
import { inferLiteral } from "./literal.ts";
import { assume } from "./narrow.ts";
import { findReference, isRequired, refer } from "./references.ts";
import type { Term } from "./term.ts";

const boolean = { kind: "boolean" } as const;

/** Checks the columns, cells and outputs of a table; `source` supports the rows without their own. */
export function checkTable(
  draft: TableDraft,
  type: ValueType,
  source: readonly Citation[],
  context: Context,
): Table | undefined {
  const columns = draft.table.columns.map(({ text, at }): Column | undefined => {
    const of = findReference(text, at, context);
    return of && { name: text, of, optional: !isRequired(text, context) };
  });
  const known = columns.filter((column) => column !== undefined);
  const empty = checkEmpty(draft, type, context);
  if (known.length < columns.length) return undefined;
  const rows = draft.table.rows.map((row, index) => {
    const own = draft.sources[index]!;
    return checkRow(row, index + 1, known, type, own.length > 0 ? own : source, context);
  });
  const right = rows.filter((row) => row !== undefined);
  if (right.length < rows.length || empty === "wrong") return undefined;
  return { kind: "table", hit: draft.hit, columns: known, rows: right, ...(empty && { empty }), at: draft.at };
}

/** What a `collect` table gives when no row hits: the declared value, or 0. */
function checkEmpty(draft: TableDraft, type: ValueType, context: Context): Expression | "wrong" | undefined {
  if (!draft.hit.startsWith("collect") || draft.hit === "collect-list") return undefined;
  if (!["integer", "money", "quantity", "rate"].includes(type.kind)) {
    context.findings.error(
      "type/mismatch",
      draft.at,
      `Cannot collect values of type ${type.kind}: an amount is expected, or "collect list"`,
    );
    return "wrong";
  }
  const zero: Syntax = { kind: "number", text: "0", at: draft.at };
  return checkExpression(draft.empty ?? zero, type, context) ?? "wrong";
}

function checkRow(
  row: RowSyntax,
  number: number,
  columns: readonly Column[],
  type: ValueType,
  source: readonly Citation[],
  context: Context,
): Row | undefined {
  const cells = row.cells.map((cell, index) => checkCell(cell, row.texts[index]!, columns[index]!, context));
  const known = cells.filter((cell) => cell !== undefined);
  // What the cells say holds where the output is worked out: a fact is present, an amount is small.
  const within = known.reduce(
    (inner, cell) => (cell.kind === "when" ? assume(cell.test, true, inner) : inner),
    context,
  );
  const output = checkExpression(row.output, type, within);
  if (output === undefined || known.length < cells.length) return undefined;
  return { number, cells: known, output, source, at: row.at };
}

function checkCell(cell: CellSyntax, text: string, column: Column, context: Context): Cell | undefined {
  if (cell.kind === "any") return { kind: "any" };
  const test = column.optional ? checkOptionalCell(cell, column, context) : checkRequiredCell(cell, column, context);
  return test && { kind: "when", text, test };
}

function checkRequiredCell(cell: CellSyntax, column: Column, context: Context): Expression | undefined {
  if (cell.kind === "tests" || cell.kind === "not") return checkTests(cell, column, context);
  context.findings.error(
    "type/mismatch",
    cell.at,
    `Cannot ask whether "${column.name}" is ${cell.kind}: it is not an optional fact`,
  );
  return undefined;
}

/** Over an optional fact a test also asks for its presence. */
function checkOptionalCell(cell: CellSyntax, column: Column, context: Context): Expression | undefined {
  if (column.of.kind !== "fact") return undefined;
  const present: Expression = { kind: "present", type: boolean, fact: column.of, at: cell.at };
  if (cell.kind === "present") return present;
  if (cell.kind === "missing") return { kind: "not", type: boolean, operand: present, at: cell.at };
  if (cell.kind === "not") {
    context.findings.error(
      "optional/unguarded",
      cell.at,
      `Cannot use "not(…)" over "${column.name}", which may be missing: write a row for the tests and one for "present"`,
    );
    return undefined;
  }
  if (cell.kind !== "tests") return undefined;
  const tests = checkTests(cell, column, assume(present, true, context));
  return tests && { kind: "and", type: boolean, operands: [present, tests], at: cell.at };
}

function checkTests(
  cell: Extract<CellSyntax, { tests: unknown }>,
  column: Column,
  context: Context,
): Expression | undefined {
  const value = refer(column.name, cell.at, context);
  if (value === undefined) return undefined;
  const tests = cell.tests.map((test) => checkTest(test, { kind: "value", node: value }, context));
  const known = tests.filter((test) => test !== undefined);
  const [first] = known;
  if (first === undefined || known.length < tests.length) return undefined;
  const any: Expression = known.length === 1 ? first : { kind: "or", type: boolean, operands: known, at: cell.at };
  return cell.kind === "not" ? { kind: "not", type: boolean, operand: any, at: cell.at } : any;
}

function checkTest(test: TestSyntax, value: Term, context: Context): Expression | undefined {
  if (test.kind === "range") {
    const ends = [test.range.low, test.range.high];
    return ends.every((end) => isOperand(end, context)) ? withinRange(value, test.range, context) : undefined;
  }
  if (!isOperand(test.operand, context)) return undefined;
  const operand = operandTerm(test.operand, context);
  return operand && compare(test.comparison, value, operand, test.at, context);
}

function operandTerm(syntax: Syntax, context: Context): Term | undefined {
  if (isLiteral(syntax)) return inferLiteral(syntax, context);
  const node = syntax.kind === "name" ? refer(syntax.name, syntax.at, context) : undefined;
  return node && { kind: "value", node };
}

function isLiteral(syntax: Syntax): syntax is Literal {
  return syntax.kind === "number" || syntax.kind === "text" || syntax.kind === "boolean" || syntax.kind === "day";
}

/** A cell compares with literals and parameters; anything else varies with the event, and is a rule of its own. */
function isOperand(syntax: Syntax, { names, findings }: Context): boolean {
  if (syntax.kind !== "name") return true;
  const named = names.find(syntax.name);
  const section = named?.section === "broken" ? names.sectionOf(syntax.name) : named?.section;
  if (section === undefined ? syntax.name !== "legal_day" : section === "parameter") return true;
  const what = `the ${section ?? "legal day"} "${syntax.name}"`;
  findings.error(
    "table/operand",
    syntax.at,
    `Cannot compare with ${what} in a cell: make the comparison a rule, and that rule a column`,
  );
  return false;
}
