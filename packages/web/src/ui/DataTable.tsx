import type { ReactNode } from "react";
import { Column as AriaColumn, Cell, Row, Table, TableBody, TableHeader } from "react-aria-components/Table";

export type Column<R> = {
  readonly id: string;
  readonly label: string;
  readonly cell: (row: R) => ReactNode;
  /** Figures stand right, so that they align by their last digit. */
  readonly isFigure?: boolean;
  readonly isSortable?: boolean;
  /** Stays on one line: numbers with their parts, times. */
  readonly isTight?: boolean;
};
export type Sorting = { readonly column: string; readonly isDescending: boolean };

export type TableProps<R> = {
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
  /** What stands where there are no rows. */
  readonly empty: string;
  readonly sorting?: Sorting | undefined;
  readonly onSort?: (sorting: Sorting) => void;
  readonly onOpen?: (row: R) => void;
  readonly openKey?: string | undefined;
};

/** Rows to be compared: the first column names the row, a press or Enter opens it, heads sort where that is offered. */
export function DataTable<R extends object>(props: TableProps<R>): ReactNode {
  const { label, columns, rows, keyOf, empty, sorting, onSort, onOpen, openKey } = props;
  return (
    <Table
      className="ui-table"
      aria-label={label}
      selectionMode="none"
      {...(sorting && {
        sortDescriptor: { column: sorting.column, direction: sorting.isDescending ? "descending" : "ascending" },
      })}
      onSortChange={({ column, direction }) =>
        onSort?.({ column: String(column), isDescending: direction === "descending" })
      }
    >
      <TableHeader>
        {columns.map(({ id, label: head, isFigure, isSortable }, at) => (
          <AriaColumn
            key={id}
            id={id}
            isRowHeader={at === 0}
            allowsSorting={isSortable ?? false}
            {...(isFigure && { "data-figure": "" })}
          >
            {({ sortDirection }) => (
              <span className="ui-table-head">
                {head}
                {sortDirection ? <SortMark isDescending={sortDirection === "descending"} /> : null}
              </span>
            )}
          </AriaColumn>
        ))}
      </TableHeader>
      <TableBody renderEmptyState={() => <p className="ui-table-empty">{empty}</p>}>
        {rows.map((row) => (
          <Row
            key={keyOf(row)}
            id={keyOf(row)}
            {...(onOpen && { onAction: () => onOpen(row) })}
            {...(keyOf(row) === openKey && { "data-open": "" })}
          >
            {columns.map(({ id, cell, isFigure, isTight }) => (
              <Cell key={id} {...(isFigure && { "data-figure": "" })} {...(isTight && { "data-tight": "" })}>
                {cell(row)}
              </Cell>
            ))}
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function SortMark({ isDescending }: { readonly isDescending: boolean }): ReactNode {
  return (
    <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
      <path d={isDescending ? "M1 3l4 5 4-5z" : "M1 7l4-5 4 5z"} fill="currentColor" />
    </svg>
  );
}
