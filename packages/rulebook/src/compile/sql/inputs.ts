import type { Fact } from "../../ir/fact.ts";
import { isNumeric } from "../../ir/value-type.ts";
import { maxTextLength } from "../../read/scalar/constant.ts";
import { countryCodes } from "../../read/scalar/country.ts";
import { boundsOf, codesOf } from "../fact-fault.ts";
import type { Plan } from "../plan.ts";
import { integerText } from "./constant.ts";
import { type Dialect, quoteName } from "./dialect.ts";

/** How facts and counters come into the query. */
export type Input = {
  readonly name: string;
  readonly valid: string;
  readonly fault: string;
  readonly clean: string;
  readonly optional: boolean;
};

/** Tests and stand-ins of every fact and every counter that is a column, in the order decisions check them. */
export function inputsOf(plan: Plan, counters: readonly string[], dialect: Dialect): Input[] {
  const { rulebook } = plan;
  const facts = rulebook.facts.map((fact) => factInput(plan, fact, dialect));
  const counts = rulebook.counters
    .filter(({ name }) => counters.includes(name))
    .map(({ name, range }): Input => {
      const column = dialect.integer(quoteName(name), true);
      const low = integerText(range.min, dialect);
      const valid = `${column} BETWEEN ${low} AND ${integerText(range.max, dialect)}`;
      return { name, valid, fault: "out-of-range", clean: cleanText(valid, column, low), optional: false };
    });
  return [...facts, ...counts];
}

function factInput(plan: Plan, fact: Fact, dialect: Dialect): Input {
  const { name, type, optional } = fact;
  const raw = quoteName(name);
  const column = isNumeric(type) ? dialect.integer(raw, true) : raw;
  const { valid, fault, standIn } = validity(plan, fact, column, dialect);
  const clean = optional
    ? `CASE WHEN ${column} IS NULL OR ${valid} THEN ${column} ELSE ${standIn} END`
    : cleanText(valid, column, standIn);
  return { name, valid, fault, clean, optional };
}

type Validity = { readonly valid: string; readonly fault: string; readonly standIn: string };

function validity(plan: Plan, fact: Fact, column: string, dialect: Dialect): Validity {
  const among = (codes: readonly string[]): Validity => ({
    valid: `${column} IN (${codes.map(dialect.text).join(", ")})`,
    fault: "unknown-code",
    standIn: dialect.text(codes[0]!),
  });
  switch (fact.type.kind) {
    case "boolean":
      return { valid: `${column} IS NOT NULL`, fault: "out-of-range", standIn: "FALSE" };
    case "text":
      return { valid: `length(${column}) <= ${maxTextLength}`, fault: "out-of-range", standIn: dialect.text("") };
    case "country":
      return among(countryCodes);
    case "code":
      return among(codesOf(plan.rulebook, fact.type.list));
    default: {
      const { min, max } = boundsOf(fact);
      const low = integerText(min, dialect);
      return {
        valid: `${column} BETWEEN ${low} AND ${integerText(max, dialect)}`,
        fault: "out-of-range",
        standIn: low,
      };
    }
  }
}

/** `coalesce` tells the engine that nothing is NULL from here on. */
function cleanText(valid: string, column: string, standIn: string): string {
  return `coalesce(CASE WHEN ${valid} THEN ${column} END, ${standIn})`;
}
