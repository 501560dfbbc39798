import { labelText, type Row, type RuleVersion, type Table } from "@twinline/rulebook";
import type { ReactNode } from "react";
import { useText } from "../../ui/language.ts";
import { expressionText, type Writing } from "../rulebooks/expression-text.ts";
import { cellText } from "./cell-text.ts";
import { Sources } from "./Sources.tsx";
import { useReader, useStudio } from "./studio-context.ts";

/** What a rule says: one formula, or a table with its rows and where each is written. */
export function Wording({ body }: { readonly body: RuleVersion["body"] }): ReactNode {
  const reader = useReader();
  if (body.kind === "is") return <p className="studio-formula">{expressionText(body.expression, reader)}</p>;
  return <RuleTable table={body} reader={reader} />;
}

function RuleTable({ table, reader }: { readonly table: Table; readonly reader: Writing }): ReactNode {
  const text = useText();
  const { law, shown } = useStudio();
  const rule = shown.rules.find(({ versions }) => versions.some(({ body }) => body === table));
  const old = new Set(law.rulebook.rules.find(({ name }) => name === rule?.name)?.versions.flatMap(rowsOf));
  return (
    <>
      <p className="studio-note">{text(`console.hit.${table.hit}`)}</p>
      <table className="studio-table" data-kind="rows">
        <thead>
          <tr>
            <th scope="col">№</th>
            {table.columns.map(({ name }) => (
              <th scope="col" key={name}>
                {labelText(reader.rulebook, reader.locale, name)}
              </th>
            ))}
            <th scope="col">
              ⇒ {rule ? labelText(reader.rulebook, reader.locale, rule.name) : text("console.studio.value")}
            </th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.number} {...(old.has(meaningOf(row)) ? {} : { "data-draft": "" })}>
              <td>{row.number}</td>
              {row.cells.map((cell, at) => (
                <td key={table.columns[at]!.name}>
                  {cell.kind === "any" ? "—" : cellText(cell.text, table.columns[at]!, reader)}
                </td>
              ))}
              <td>
                <strong className="studio-outcome">{expressionText(row.output, reader)}</strong>
                <Sources source={row.source} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function rowsOf({ body }: RuleVersion): string[] {
  return body.kind === "table" ? body.rows.map(meaningOf) : [];
}

/** A row by what it says, wherever it stands. */
function meaningOf({ cells, output }: Row): string {
  const texts = cells.map((cell) => (cell.kind === "any" ? "" : cell.text));
  return JSON.stringify([texts, output], (key, value) => (key === "at" ? undefined : value));
}
