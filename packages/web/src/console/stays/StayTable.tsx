import { Link } from "@tanstack/react-router";
import type { StayRow } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { Button } from "../../ui/Button.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { useLanguage, useText } from "../../ui/language.ts";
import { useCodeLabel } from "../asking/use-code-label.ts";
import { useMay } from "../shell/desk.ts";
import { useWhen } from "../shell/use-when.ts";
import { type StayListName, type StaySearch, staySorts } from "./stay-search.ts";

type Props = {
  readonly rows: readonly StayRow[];
  readonly list: StayListName;
  readonly search: StaySearch;
  readonly onChange: (search: StaySearch) => void;
};

/** Rows drawn at first, and more on request: a table of thousands is slow to draw and nobody reads it. */
const DRAWN = 100;

export function StayTable({ rows, list, search, onChange }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const columns = useColumns(list);
  const [drawn, setDrawn] = useState(DRAWN);
  const more = rows.length - drawn;
  return (
    <>
      <div className="sheet">
        <DataTable
          label={text("console.stays")}
          columns={columns}
          rows={rows.slice(0, drawn)}
          keyOf={({ entry, visit }) => `${entry}.${visit}`}
          empty={text(`console.stays.none.${list}`)}
          sorting={{ column: search.sort ?? "entered", isDescending: search.down ?? false }}
          onSort={({ column, isDescending }) => {
            const { down: _, ...rest } = search;
            const sort = staySorts.find((one) => one === column);
            onChange({ ...rest, ...(sort && { sort }), ...(isDescending && { down: true }) });
          }}
        />
      </div>
      {more > 0 ? (
        <Button tone="plain" onPress={() => setDrawn(drawn + DRAWN)}>
          {text("ui.more", { count: formatInteger(locale, more) })}
        </Button>
      ) : null}
    </>
  );
}

function useColumns(list: StayListName): readonly Column<StayRow>[] {
  const { locale } = useLanguage();
  const text = useText();
  const when = useWhen();
  const may = useMay();
  const documentLabel = useCodeLabel("documentKinds");
  const entryCell = ({ entry }: StayRow): ReactNode =>
    may("entry.list") ? (
      <Link to="/entries" search={{ open: entry }}>
        {formatInteger(locale, entry)}
      </Link>
    ) : (
      formatInteger(locale, entry)
    );
  const mismatch: Column<StayRow> = {
    id: "mismatch",
    label: text("console.stays.mismatch"),
    cell: (row) => (row.mismatch ? text(`console.mismatch.${row.mismatch}`) : ""),
  };
  const sortable = { isSortable: true } as const;
  return [
    { id: "name", label: text("gate.name"), cell: ({ name }) => name || text("console.destroyed"), ...sortable },
    { id: "nationality", label: text("gate.nationality"), cell: ({ nationality }) => nationality, ...sortable },
    { id: "document", label: text("gate.kind"), cell: ({ documentKind }) => documentLabel(documentKind), ...sortable },
    { id: "gate", label: text("console.gate"), cell: ({ gate }) => gate, ...sortable },
    {
      id: "entered",
      label: text("console.stays.entered"),
      cell: ({ enteredAt }) => when.moment(enteredAt),
      isTight: true,
      ...sortable,
    },
    ...(list === "mismatch" ? [mismatch] : []),
    { id: "last", label: text("console.stays.last-day"), cell: ({ lastDay }) => when.day(lastDay), isTight: true },
    {
      id: "left",
      label: text("console.stays.left"),
      cell: ({ daysLeft }) => <DaysLeft days={daysLeft} />,
      isFigure: true,
      ...sortable,
    },
    { id: "number", label: text("console.number"), cell: entryCell, isFigure: true },
  ];
}

/** Below nothing is said by weight and sign, not by red: red is a verdict's. */
function DaysLeft({ days }: { readonly days: number }): ReactNode {
  const { locale } = useLanguage();
  return days < 0 ? <strong>{formatInteger(locale, days)}</strong> : formatInteger(locale, days);
}
