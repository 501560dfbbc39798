import type { Calendar } from "../../ir/calendar.ts";
import type { Expression } from "../../ir/expression.ts";
import type { CompareRatio } from "../../ir/logic.ts";
import { noForm } from "../problem.ts";
import { constantText } from "./constant.ts";
import { atom, binary, bracketed, call, levels, type Printed } from "./printed.ts";
import { printRound } from "./round.ts";

/** The expression as FEEL over major units, base units, days and plain rates, equal to ours to the last digit. */
export function printFeel(node: Expression): string {
  return print(node).text;
}

function print(node: Expression): Printed {
  switch (node.kind) {
    case "literal":
      return atom(constantText(node.type, node.value));
    case "fact":
    case "parameter":
    case "counter":
    case "rule":
      return atom(node.name);
    case "legal-day":
      return atom("legal_day");
    case "compare":
      return compare(print(node.left), node.comparison, print(node.right));
    case "compare-ratio":
      return printRatio(node);
    case "within":
      return join("and", [
        compare(print(node.operand), node.includesLow ? ">=" : ">", print(node.low)),
        compare(print(node.operand), node.includesHigh ? "<=" : "<", print(node.high)),
      ]);
    case "and":
    case "or":
      return join(node.kind, node.operands.map(print));
    case "not":
      return call("not", print(node.operand).text);
    case "if":
      return choose(print(node.condition).text, print(node.then), print(node.otherwise));
    case "default":
      return choose(`${node.fact.name} = null`, print(node.otherwise), print(node.fact));
    case "present":
      return compare(print(node.fact), "!=", atom("null"));
    case "round":
      return printRound(node, print);
    default:
      return printArithmetic(node);
  }
}

function printArithmetic(node: Extract<Expression, { kind: ArithmeticKind }>): Printed {
  switch (node.kind) {
    case "add":
      return node.type.kind === "day"
        ? addDays(node.left, node.right)
        : binary(print(node.left), "+", print(node.right));
    case "subtract":
      if (node.left.type.kind !== "day") return binary(print(node.left), "-", print(node.right));
      if (node.right.type.kind !== "day") return shift(print(node.left), "-", "P1D", print(node.right));
      return atom(`(${binary(print(node.left), "-", print(node.right)).text}).days`);
    case "multiply":
      return binary(print(node.left), "*", print(node.right));
    case "scale":
      return node.type.kind === "rate" ? print(node.operand) : binary(print(node.operand), "*", atom(String(node.by)));
    case "min":
    case "max":
      return call(node.kind, ...node.operands.map((operand) => print(operand).text));
    case "abs":
      return call("abs", print(node.operand).text);
    default:
      return printCalendar(node);
  }
}

type ArithmeticKind = "add" | "subtract" | "multiply" | "scale" | "min" | "max" | "abs" | Calendar["kind"];

/** A day stands on either side. */
function addDays(left: Expression, right: Expression): Printed {
  const [day, count] = left.type.kind === "day" ? [left, right] : [right, left];
  return shift(print(day), "+", "P1D", print(count));
}

function shift(day: Printed, sign: "+" | "-", unit: string, count: Printed): Printed {
  return binary(day, sign, binary(call("duration", `"${unit}"`), "*", count));
}

/** FEEL moves a day that a month lacks to its last, and counts the year of 29 February as full on 1 March. */
function printCalendar(node: Calendar): Printed {
  const other = node.kind === "years-between" ? "down" : "up";
  if (node.endOfMonth === other) noForm(`end_of_month: ${other} for ${node.kind}`);
  if (node.kind !== "years-between") {
    return shift(print(node.day), "+", node.kind === "add-years" ? "P1Y" : "P1M", print(node.count));
  }
  return atom(`${call("years and months duration", print(node.from).text, print(node.to).text).text}.years`);
}

/** A ratio as the author wrote it, by multiplication: its divisor is positive. */
function printRatio(node: CompareRatio): Printed {
  const { dividend, divisor, rate } = node;
  // Amounts keep their type only where the checker has not brought them to plain integers.
  if (!isAmount(dividend) || !isAmount(divisor)) noForm("a ratio of other than two amounts");
  return compare(print(dividend), node.comparison, binary(print(rate), "*", print(divisor)));
}

function isAmount({ type }: Expression): boolean {
  return type.kind === "money" || type.kind === "quantity";
}

function compare(left: Printed, sign: string, right: Printed): Printed {
  const level = levels.comparison;
  return { text: `${bracketed(left, level + 1)} ${sign} ${bracketed(right, level + 1)}`, level };
}

function join(kind: "and" | "or", operands: readonly Printed[]): Printed {
  const level = levels[kind];
  return { text: operands.map((operand) => bracketed(operand, level + 1)).join(` ${kind} `), level };
}

function choose(condition: string, then: Printed, otherwise: Printed): Printed {
  return { text: `if ${condition} then ${then.text} else ${otherwise.text}`, level: levels.if };
}
