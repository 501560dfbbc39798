import type { Calendar } from "../../ir/calendar.ts";
import type { Expression } from "../../ir/expression.ts";
import type { Literal } from "../../ir/literal.ts";
import type { Default } from "../../ir/optional.ts";
import type { Reference } from "../../ir/reference.ts";
import type { Round } from "../../ir/rounding.ts";
import type { Held } from "../decision.ts";
import type { Plan } from "../plan.ts";
import { roundBigInt, roundNumber } from "../rounding.ts";
import { addMonthsOr, raise, yearsBetweenOr } from "../stops.ts";
import { isWide } from "../wide.ts";
import { type Calculation, compileArithmetic } from "./arithmetic.ts";
import { convert, holdConstant } from "./held.ts";
import { compileLogic } from "./logic.ts";
import { compileParameter } from "./parameter.ts";
import type { Step } from "./run.ts";

/** One closure for an expression, in the form its own bounds ask for; `rule` is named when a day is refused. */
export function compileExpression(node: Expression, plan: Plan, rule: string): Step {
  const calculation: Calculation = (child, wide) => convert(compileExpression(child, plan, rule), isWide(child), wide);
  switch (node.kind) {
    case "literal":
      return compileLiteral(node);
    case "fact":
    case "parameter":
    case "counter":
    case "rule":
    case "legal-day":
      return compileReference(node, plan);
    case "present": {
      const fact = plan.factIndex.get(node.fact.name)!;
      return (run) => run.facts[fact] !== undefined;
    }
    case "default":
      return compileDefault(node, plan, calculation);
    case "round":
      return compileRound(node, calculation);
    case "add-months":
    case "add-years":
    case "years-between":
      return compileCalendar(node, rule, calculation);
    case "add":
    case "subtract":
    case "multiply":
    case "scale":
    case "min":
    case "max":
    case "abs":
      return compileArithmetic(node, calculation);
    default:
      return compileLogic(node, calculation);
  }
}

function compileLiteral(node: Literal): Step {
  const value = holdConstant(node.value, node.bounds !== undefined, isWide(node));
  return () => value;
}

function compileReference(node: Reference, plan: Plan): Step {
  switch (node.kind) {
    case "legal-day":
      return (run) => run.legal;
    case "fact": {
      const index = plan.factIndex.get(node.name)!;
      return convert((run) => run.facts[index] as Held, plan.wide.has(node.name), isWide(node));
    }
    case "counter": {
      const index = plan.counterIndex.get(node.name)!;
      return convert((run) => run.counters[index] as Held, plan.wide.has(node.name), isWide(node));
    }
    case "parameter":
      return convert(compileParameter(plan, node.name), plan.wide.has(node.name), isWide(node));
    case "rule":
      return convert(readRule(plan, node.name), plan.wide.has(node.name), isWide(node));
  }
}

function readRule(plan: Plan, name: string): Step {
  const index = plan.ruleIndex.get(name)!;
  if (!plan.partial.has(name)) return (run) => run.values[index] as Held;
  return (run) => {
    const refusal = run.refusals[index];
    return refusal === undefined ? (run.values[index] as Held) : raise(refusal);
  };
}

function compileDefault(node: Default, plan: Plan, calculation: Calculation): Step {
  const fact = plan.factIndex.get(node.fact.name)!;
  const given = convert((run) => run.facts[fact] as Held, plan.wide.has(node.fact.name), isWide(node));
  const otherwise = calculation(node.otherwise, isWide(node));
  return (run) => (run.facts[fact] === undefined ? otherwise(run) : given(run));
}

function compileRound(node: Round, calculation: Calculation): Step {
  const isCommon = node.mode === "half_up" && node.divisor.kind === "literal" && node.step === undefined;
  if (isCommon && !node.wide && ![node, node.numerator, node.divisor].some(isWide)) {
    return compileHalfUp(
      calculation(node.numerator, false) as Step<number>,
      calculation(node.divisor, false) as Step<number>,
    );
  }
  const wide = node.wide || [node, node.numerator, node.divisor].some(isWide);
  const numerator = calculation(node.numerator, wide) as Step<never>;
  const divisor = calculation(node.divisor, wide) as Step<never>;
  const round: (mode: Round["mode"], numerator: never, divisor: never) => number | bigint = wide
    ? roundBigInt
    : roundNumber;
  const quotient: Step = (run) => round(node.mode, numerator(run), divisor(run));
  if (!node.step) return convert(quotient, wide, isWide(node));
  const step = calculation(node.step, wide) as Step<never>;
  return convert((run) => ((quotient(run) as never) * step(run)) as number, wide, isWide(node));
}

/** The commonest rounding, by a constant; see `roundNumber` for why Math.floor of the quotient is exact. */
function compileHalfUp(numerator: Step<number>, divisor: Step<number>): Step {
  const by = divisor(undefined as never);
  return (run) => {
    const amount = numerator(run);
    return amount >= 0 ? Math.floor((2 * amount + by) / (2 * by)) : 0 - Math.floor((by - 2 * amount) / (2 * by));
  };
}

function compileCalendar(node: Calendar, rule: string, calculation: Calculation): Step {
  if (node.kind === "years-between") {
    const from = calculation(node.from, false) as Step<number>;
    const to = calculation(node.to, false) as Step<number>;
    return (run) => yearsBetweenOr(from(run), to(run), node.endOfMonth, rule);
  }
  const day = calculation(node.day, false) as Step<number>;
  const count = calculation(node.count, false) as Step<number>;
  const months = node.kind === "add-years" ? 12 : 1;
  return (run) => addMonthsOr(day(run), count(run) * months, node.endOfMonth, rule);
}
