import { parseDate } from "../feel/date.ts";
import { type FeelNumber, negate, numberText } from "../feel/number.ts";
import type { CellSyntax, FeelSyntax, TestSyntax } from "../feel/syntax.ts";
import { type FeelValue, isDate, isNumber } from "../feel/value.ts";
import { outside } from "../problem.ts";
import { parameterName } from "./words.ts";

/** Figures met in cells, by the name of the parameter that each becomes. */
export type Figures = Map<string, FeelNumber>;

/** An input entry in our words; a figure other than 0 and 1 becomes a parameter. */
export function cellText(cell: CellSyntax, column: string, figures: Figures): string {
  if (cell.kind === "any") return "-";
  const isNull = cell.tests.length === 1 && isNullTest(cell.tests[0]!);
  if (isNull) return cell.kind === "not" ? "present" : "missing";
  const tests = cell.tests.map((test) => testText(test, column, figures)).join(", ");
  return cell.kind === "not" ? `not(${tests})` : tests;
}

/** An output entry in our words: a constant. */
export function outputText(node: FeelSyntax, column: string, figures: Figures): string {
  const value = constantOf(node);
  return value === undefined
    ? outside("an output that is calculated: make it a rule")
    : valueText(value, column, figures);
}

function testText(test: TestSyntax, column: string, figures: Figures): string {
  const operand = (node: FeelSyntax): string => {
    const value = constantOf(node);
    if (value === undefined) return outside("a comparison with what is no constant: make it a rule, and that a column");
    return valueText(value, column, figures);
  };
  if (test.kind === "range") {
    const [open, close] = [test.includesLow ? "[" : "(", test.includesHigh ? "]" : ")"];
    return `${open}${operand(test.low)}..${operand(test.high)}${close}`;
  }
  return test.sign === "=" ? operand(test.operand) : `${test.sign} ${operand(test.operand)}`;
}

function isNullTest(test: TestSyntax): boolean {
  return test.kind === "compare" && test.sign === "=" && constantOf(test.operand) === null;
}

function constantOf(node: FeelSyntax): FeelValue | undefined {
  if (node.kind === "literal") return node.value;
  if (node.kind === "call") return dateOf(node);
  if (node.kind !== "negate") return undefined;
  const value = constantOf(node.operand);
  return value !== undefined && isNumber(value) ? negate(value) : undefined;
}

/** `date("2025-06-01")`. */
function dateOf({ callee, args }: Extract<FeelSyntax, { kind: "call" }>): FeelValue | undefined {
  const [only] = args;
  if (callee !== "date" || args.length !== 1 || only!.kind !== "literal") return undefined;
  return typeof only!.value === "string" ? parseDate(only!.value) : undefined;
}

function valueText(value: FeelValue, column: string, figures: Figures): string {
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return quoted(value);
  if (isDate(value)) return `@"${value}"`;
  if (value === null || !isNumber(value)) return outside("null among other values");
  const text = numberText(value);
  if (text === "0" || text === "1") return text;
  const name = parameterName(column, value);
  figures.set(name, value);
  return name;
}

/** Our texts escape a quote and a backslash, and end on their line. */
function quoted(value: string): string {
  if (/[\n\r\t]/.test(value)) outside("a text of several lines");
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}
