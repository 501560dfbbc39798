import type { Decision } from "../../packages/rulebook/src/compile/decision.ts";
import type { CheckedRulebook } from "../../packages/rulebook/src/ir/rulebook.ts";

/** What one engine says of one row: why not, or the outputs and the rows hit, as text that is equal when they are. */
export type Told = string;

/** The text of a decision in JavaScript; rows are told of outputs whose table hits one row. */
export function tellDecision(rulebook: CheckedRulebook, decision: Decision): Told {
  if (decision.kind === "unanswerable") return `${decision.reason}:${decision.name}`;
  const { outputs, trace } = decision;
  return tellValues(
    rulebook,
    (name) => outputs[name],
    (_, index) => trace.rows[index],
  );
}

/** The text of a row that an engine of SQL returned. */
export function tellRow(rulebook: CheckedRulebook, row: { readonly [column: string]: unknown }): Told {
  if (row.refusal !== "") return String(row.refusal);
  return tellValues(
    rulebook,
    (name) => row[name],
    (name) => row[`${name}#`],
  );
}

function tellValues(
  rulebook: CheckedRulebook,
  value: (name: string) => unknown,
  rowOf: (name: string, index: number) => unknown,
): Told {
  return rulebook.outputs
    .map((name) => {
      const index = rulebook.rules.findIndex((rule) => rule.name === name);
      const row = tellsRow(rulebook, index) ? ` row ${rowOf(name, index)}` : "";
      return `${name} = ${tellValue(value(name))}${row}`;
    })
    .join(", ");
}

/** Whether a rule's table hits one row in each wording that has a table. */
function tellsRow(rulebook: CheckedRulebook, index: number): boolean {
  const tables = rulebook.rules[index]!.versions.flatMap(({ body }) => (body.kind === "table" ? [body.hit] : []));
  return tables.length > 0 && tables.every((hit) => hit === "unique" || hit === "first");
}

function tellValue(value: unknown): string {
  if (Object.is(value, -0)) return "-0";
  if (Array.isArray(value)) return `[${value.map(tellValue).join(", ")}]`;
  return String(value);
}
