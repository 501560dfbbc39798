import { type CheckedRulebook, labelText, type Rule, type Table } from "@twinline/rulebook";
import type { ReactNode } from "react";
import { useLanguage, useText } from "../../ui/language.ts";
import { Cites } from "./Cites.tsx";
import { cellText } from "./cell-text.ts";
import { expressionText, type Writing } from "./expression-text.ts";

type Props = { readonly rulebook: CheckedRulebook; readonly rule: Rule; readonly table: Table };

/** A decision table as it stands in the law's file, in the reader's words, each row with its provision. */
export function RuleTable({ rulebook, rule, table }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const writing: Writing = { rulebook, locale, text };
  const name = rule.label?.[locale] ?? rule.name;
  return (
    <div className="law-table">
      <table className="ui-table" aria-label={name}>
        <thead>
          <tr>
            {table.columns.map(({ name: column }) => (
              <th key={column} scope="col">
                {labelText(rulebook, locale, column)}
              </th>
            ))}
            <th scope="col">→ {name}</th>
            <th scope="col">{text("console.rulebooks.sources.head")}</th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.number}>
              {row.cells.map((cell, at) => (
                <td key={table.columns[at]?.name ?? at}>{cellText(cell, writing)}</td>
              ))}
              <td>
                <strong>{expressionText(row.output, writing)}</strong>
              </td>
              <td>
                <Cites rulebook={rulebook} source={row.source} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{text(`console.hit.${table.hit}`)}</p>
    </div>
  );
}
