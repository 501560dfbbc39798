import type { ReactNode } from "react";
import { useText } from "../../ui/language.ts";
import type { DraftChange } from "./draft-text.ts";
import { headText } from "./head-text.ts";
import { useReader } from "./studio-context.ts";
import { readTable, setCell, writeTable } from "./table-text.ts";

type Props = { readonly change: DraftChange; set(field: string, value: string): void };

/** A changed rule: its table cell by cell, or its formula, as the file writes them. */
export function TableFields({ change, set }: Props): ReactNode {
  const text = useText();
  const reader = useReader();
  const written = change.fields.get("table");
  if (written === undefined)
    return (
      <label className="ui-field">
        <span className="ui-label">{text("console.studio.formula")}</span>
        <textarea
          className="studio-text"
          rows={4}
          spellCheck={false}
          value={change.fields.get("is") ?? ""}
          onChange={(event) => set("is", event.target.value)}
        />
      </label>
    );
  const table = readTable(written);
  return (
    <fieldset className="studio-grid" aria-label={text("console.studio.table")}>
      <table className="studio-table">
        <thead>
          <tr>
            {table.head.map((head) => (
              <th scope="col" key={head}>
                {headText(head, reader)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its number.
            <tr key={row}>
              {table.head.map((head, column) => (
                <td key={head}>
                  <input
                    className="studio-cell"
                    aria-label={text("console.studio.cell", { row: row + 1, column: headText(head, reader) })}
                    spellCheck={false}
                    value={cells[column] ?? ""}
                    onChange={(event) => set("table", writeTable(setCell(table, row, column, event.target.value)))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}
