import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { compileClosures } from "../../packages/rulebook/src/compile/closures/compile-closures.ts";
import { compileSource } from "../../packages/rulebook/src/compile/source/compile-source.ts";
import { compileSql } from "../../packages/rulebook/src/compile/sql/compile-sql.ts";
import { type DialectName, dialects } from "../../packages/rulebook/src/compile/sql/dialect.ts";
import type { CheckedRulebook } from "../../packages/rulebook/src/ir/rulebook.ts";
import type { GeneratedInput } from "../../packages/rulebook/src/testing/generated-inputs.ts";
import { tableOf } from "./rows.ts";
import { type Told, tellDecision, tellRow } from "./told.ts";

/** One back end: what it tells of each input, in their order. */
export type Engine = {
  readonly name: string;
  readonly tell: (rulebook: CheckedRulebook, inputs: readonly GeneratedInput[]) => Promise<readonly Told[]>;
};

type Row = { readonly [column: string]: unknown };

/** Runs statements and gives the rows of the last. */
export type Runner = (statements: readonly string[]) => Promise<readonly Row[]>;

export const source: Engine = {
  name: "source",
  tell: async (rulebook, inputs) => {
    const decide = compileSource(rulebook);
    return inputs.map(({ facts, counters, days }) => tellDecision(rulebook, decide(facts, counters, days)));
  },
};

export const closures: Engine = {
  name: "closures",
  tell: async (rulebook, inputs) => {
    const decide = compileClosures(rulebook);
    return inputs.map(({ facts, counters, days }) => tellDecision(rulebook, decide(facts, counters, days)));
  },
};

/** An engine that compiles to SQL and runs it on a table of the inputs. */
export function sqlEngine(name: DialectName, run: Runner): Engine {
  return {
    name,
    tell: async (rulebook, inputs) => {
      const { text } = compileSql(rulebook, name, { source: "rows", keep: ["id"], rows: true });
      const rows = await run([...tableOf(rulebook, inputs, dialects[name]), `${text} ORDER BY "id"`]);
      return rows.map((row) => tellRow(rulebook, row));
    },
  };
}

export async function openDuckDb(): Promise<{ readonly run: Runner; readonly close: () => void }> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: "1GB" });
  const connection = await instance.connect();
  return {
    run: (statements) => runOn(connection, statements),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function runOn(connection: DuckDBConnection, statements: readonly string[]): Promise<readonly Row[]> {
  for (const statement of statements.slice(0, -1)) await connection.run(statement);
  return (await connection.runAndReadAll(statements.at(-1)!)).getRowObjectsJS();
}
