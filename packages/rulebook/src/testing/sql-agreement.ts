import type { Held } from "../compile/decision.ts";
import { compileSource } from "../compile/source/compile-source.ts";
import { compileSql } from "../compile/sql/compile-sql.ts";
import { type Dialect, type DialectName, dialects } from "../compile/sql/dialect.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import { isNumeric, type ValueType } from "../ir/value-type.ts";
import { type GeneratedInput, generateInput } from "./generated-inputs.ts";
import type { Random } from "./random.ts";

/** An engine: runs statements, and gives the rows of a query by column name. */
export type Engine = {
  readonly dialect: DialectName;
  readonly run: (text: string) => Promise<unknown>;
  readonly rows: (text: string) => Promise<readonly Record<string, unknown>[]>;
};

/** Decides generated rows by JavaScript and by the engine; gives a sentence for every value that differs. */
export async function findSqlDifferences(
  rulebook: CheckedRulebook,
  engine: Engine,
  random: Random,
  count: number,
): Promise<string[]> {
  const inputs = Array.from({ length: count }, () => generateInput(rulebook, random)).filter((input) =>
    isTyped(rulebook, input),
  );
  await engine.run("drop table if exists history");
  await engine.run(tableText(rulebook));
  const literal = literalsOf(dialects[engine.dialect]);
  const rowsText = inputs.map((input, id) => rowText(rulebook, input, id, literal)).join(", ");
  await engine.run(`insert into history values ${rowsText}`);
  const query = compileSql(rulebook, engine.dialect, { source: "history", keep: ["id"], rows: true });
  const decide = compileSource(rulebook);
  const rows = await engine.rows(query.text);
  if (rows.length !== inputs.length) return [`${rows.length} rows for ${inputs.length} inputs`];
  return rows.flatMap((row) => {
    const { facts, counters, days } = inputs[Number(row.id)]!;
    const decision = decide(facts, counters, days);
    if (decision.kind === "unanswerable") {
      const refusal = `${decision.reason}:${decision.name}`;
      return row.refusal === refusal ? [] : [`${String(row.refusal)} for ${refusal}`];
    }
    if (row.refusal !== "") return [`${String(row.refusal)} for an answer`];
    return query.columns.flatMap((column) => {
      const rule = column.replace("#", "");
      const index = rulebook.rules.findIndex(({ name }) => name === rule);
      const expected = column.endsWith("#") ? decision.trace.rows[index] : decision.outputs[rule];
      return comparable(row[column]) === comparable(expected)
        ? []
        : [`${column} is ${comparable(row[column])} for ${comparable(expected)}`];
    });
  });
}

/** Engines give integers as numbers, bigints or decimal text. */
function comparable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(comparable).join(",")}]`;
  if (typeof value === "object" && value !== null && "items" in value) return comparable(value.items);
  return String(value);
}

/** A column has one type: a value of another cannot reach an engine. */
function isTyped(rulebook: CheckedRulebook, { facts, counters }: GeneratedInput): boolean {
  const isInteger = (value: unknown) =>
    typeof value === "bigint"
      ? value < 2n ** 63n && value >= -(2n ** 63n)
      : Number.isSafeInteger(value) && !Object.is(value, -0);
  const factsHold = rulebook.facts.every(({ name, type }) => {
    const value = facts[name];
    if (value === undefined) return true;
    if (isNumeric(type)) return isInteger(value);
    return typeof value === (type.kind === "boolean" ? "boolean" : "string");
  });
  return factsHold && Object.values(counters).every((value) => value === undefined || isInteger(value));
}

function tableText(rulebook: CheckedRulebook): string {
  const facts = rulebook.facts.map(({ name, type }) => `"${name}" ${columnType(type)}`);
  const counters = rulebook.counters.map(({ name }) => `"${name}" BIGINT`);
  return `create table history (${["id INTEGER", "law INTEGER", "legal INTEGER", ...facts, ...counters].join(", ")})`;
}

function columnType(type: ValueType): string {
  if (isNumeric(type)) return "BIGINT";
  return type.kind === "boolean" ? "BOOLEAN" : "VARCHAR";
}

type Literal = (value: Held | undefined) => string;

function rowText(
  rulebook: CheckedRulebook,
  { facts, counters, days }: GeneratedInput,
  id: number,
  literal: Literal,
): string {
  const values = [
    ...rulebook.facts.map(({ name }) => facts[name]),
    ...rulebook.counters.map(({ name }) => counters[name]),
  ];
  return `(${[id, days.law, days.legal, ...values.map(literal)].join(", ")})`;
}

/** Texts are written as the engine reads them. */
function literalsOf({ text }: Dialect): Literal {
  return (value) => (value === undefined ? "NULL" : typeof value === "string" ? text(value) : String(value));
}
