import type { Held } from "../../packages/rulebook/src/compile/decision.ts";
import type { Dialect } from "../../packages/rulebook/src/compile/sql/dialect.ts";
import type { CheckedRulebook } from "../../packages/rulebook/src/ir/rulebook.ts";
import { isNumeric, type ValueType } from "../../packages/rulebook/src/ir/value-type.ts";
import type { GeneratedInput } from "../../packages/rulebook/src/testing/generated-inputs.ts";

const MOST = 2n ** 63n - 1n;

/** Whether the columns of a table can hold the input: a value of the wrong kind can only meet JavaScript. */
export function fitsColumns(rulebook: CheckedRulebook, { facts, counters }: GeneratedInput): boolean {
  return (
    rulebook.facts.every(({ name, type }) => facts[name] === undefined || fits(type, facts[name])) &&
    Object.values(counters).every((value) => value === undefined || fitsInteger(value))
  );
}

function fits(type: ValueType, value: Held): boolean {
  if (isNumeric(type)) return fitsInteger(value);
  return typeof value === (type.kind === "boolean" ? "boolean" : "string");
}

function fitsInteger(value: Held): boolean {
  if (typeof value === "bigint") return value <= MOST && value >= -MOST;
  return Number.isInteger(value) && !Object.is(value, -0);
}

/** Statements that make the table `rows` of the inputs, with `id` their index. */
export function tableOf(
  rulebook: CheckedRulebook,
  inputs: readonly GeneratedInput[],
  { text }: Pick<Dialect, "text">,
): readonly string[] {
  const literal = (value: Held | undefined): string =>
    value === undefined ? "NULL" : typeof value === "string" ? text(value) : String(value);
  const kinds = rulebook.facts.map(({ name, type }) => `"${name}" ${columnOf(type)}`);
  const columns = [...kinds, ...rulebook.counters.map(({ name }) => `"${name}" BIGINT`)];
  const rows = inputs.map(({ facts, counters, days }, id) => {
    const values = [
      ...rulebook.facts.map(({ name }) => facts[name]),
      ...rulebook.counters.map(({ name }) => counters[name]),
    ];
    return `(${[id, days.law, days.legal, ...values.map(literal)].join(",")})`;
  });
  return [
    "DROP TABLE IF EXISTS rows",
    `CREATE TEMPORARY TABLE rows ("id" INTEGER, "law" INTEGER, "legal" INTEGER, ${columns.join(", ")})`,
    `INSERT INTO rows VALUES ${rows.join(",")}`,
  ];
}

function columnOf(type: ValueType): string {
  if (isNumeric(type)) return "BIGINT";
  return type.kind === "boolean" ? "BOOLEAN" : "VARCHAR";
}
