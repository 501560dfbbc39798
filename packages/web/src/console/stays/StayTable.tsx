import { Link } from "@tanstack/react-router";
import type { StayRow } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import type { Column } from "../../ui/DataTable.tsx";
import { LongTable } from "../../ui/LongTable.tsx";
import { useLanguage, useText } from "../../ui/language.ts";
import { useCodeLabel } from "../asking/use-code-label.ts";
import { sortedByAddress } from "../query-bar/sorted-by-address.ts";
import { useMay } from "../shell/desk.ts";
import { useWhen } from "../shell/use-when.ts";
import { type StayListName, type StaySearch, staySorts } from "./stay-search.ts";

type Props = {
  readonly rows: readonly StayRow[];
  readonly list: StayListName;
  readonly search: StaySearch;
  readonly onChange: (search: StaySearch) => void;
};

/** Columns that stay while the evidence of a row, which tells the others, stands beside the table. */
const besidePanel = new Set(["name", "entered", "mismatch", "last", "left", "number"]);

export function StayTable({ rows, list, search, onChange }: Props): ReactNode {
  const text = useText();
  const may = useMay();
  const isMatter = list !== "inside" && may("case.list");
  const openKey = isMatter ? openKeyOf(rows, search) : undefined;
  const columns = useColumns(list).filter(({ id }) => openKey === undefined || besidePanel.has(id));
  return (
    <LongTable
      label={text("console.stays")}
      columns={columns}
      rows={rows}
      keyOf={keyOf}
      empty={text(`console.stays.none.${list}`)}
      {...(isMatter && { onOpen: ({ entry }: StayRow) => onChange({ ...search, root: entry }) })}
      openKey={openKey}
      {...sortedByAddress(search, staySorts, "entered", onChange)}
    />
  );
}

function keyOf({ entry, visit }: StayRow): string {
  return `${entry}.${visit}`;
}

function openKeyOf(rows: readonly StayRow[], { root }: StaySearch): string | undefined {
  const open = rows.find(({ entry }) => entry === root);
  return open && keyOf(open);
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
