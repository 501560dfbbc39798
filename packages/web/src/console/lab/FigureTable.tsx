import { type ReactNode, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { DataTable, type Sorting } from "../../ui/DataTable.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { downloadCsv } from "../csv/download.ts";
import { useLabText } from "./lab-text.ts";

/** A column: what a row is worth in it, by which it sorts and is exported; and how it is shown, where that differs. */
export type FigureColumn<R> = {
  readonly id: string;
  readonly label: string;
  readonly value: (row: R) => string | number;
  readonly show?: (row: R) => ReactNode;
};

type Props<R> = {
  readonly label: string;
  /** Name of the file that is exported. */
  readonly file: string;
  readonly rows: readonly R[];
  readonly columns: readonly FigureColumn<R>[];
  readonly keyOf: (row: R) => string;
  readonly sorting?: Sorting;
  readonly onOpen?: (row: R) => void;
  readonly openKey?: string | undefined;
  readonly aside?: ReactNode;
};

const FILTER_FROM = 8;

/** Figures to be compared: every column sorts, a word filters long tables, all rows go out as CSV. */
export function FigureTable<R extends object>(props: Props<R>): ReactNode {
  const { label, file, rows, columns, keyOf, onOpen, openKey, aside } = props;
  const text = useLabText();
  const [sorting, setSorting] = useState(props.sorting);
  const [filter, setFilter] = useState("");
  const shown = sorted(filtered(rows, columns, filter), columns, sorting);
  const isFigure = (column: FigureColumn<R>): boolean => rows.length > 0 && typeof column.value(rows[0]!) === "number";
  return (
    <div className="lab-table">
      <div className="lab-table-bar">
        {aside}
        {rows.length >= FILTER_FROM ? (
          <TextField label={text("lab.filter")} value={filter} onChange={setFilter} maxLength={40} />
        ) : null}
        <Button
          onPress={() =>
            downloadCsv(file, [
              columns.map((column) => column.label),
              ...shown.map((row) => columns.map((column) => column.value(row))),
            ])
          }
        >
          {text("lab.csv")}
        </Button>
      </div>
      <div className="sheet">
        <DataTable<R>
          label={label}
          rows={shown}
          keyOf={keyOf}
          empty={text("lab.empty")}
          sorting={sorting}
          onSort={setSorting}
          {...(onOpen && { onOpen })}
          openKey={openKey}
          columns={columns.map((column) => ({
            id: column.id,
            label: column.label,
            cell: (row) => (column.show ? column.show(row) : column.value(row)),
            isSortable: true,
            isFigure: isFigure(column),
          }))}
        />
      </div>
    </div>
  );
}

function filtered<R>(rows: readonly R[], columns: readonly FigureColumn<R>[], filter: string): readonly R[] {
  const word = filter.trim().toLowerCase();
  if (word === "") return rows;
  return rows.filter((row) =>
    columns.some(({ value, show }) => {
      const shown = show?.(row);
      return `${value(row)} ${typeof shown === "string" ? shown : ""}`.toLowerCase().includes(word);
    }),
  );
}

function sorted<R>(
  rows: readonly R[],
  columns: readonly FigureColumn<R>[],
  sorting: Sorting | undefined,
): readonly R[] {
  const column = columns.find(({ id }) => id === sorting?.column);
  if (column === undefined || sorting === undefined) return rows;
  const turn = sorting.isDescending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [one, other] = [column.value(a), column.value(b)];
    if (typeof one === "number" && typeof other === "number") return turn * (one - other);
    return turn * (String(one) < String(other) ? -1 : String(one) > String(other) ? 1 : 0);
  });
}
