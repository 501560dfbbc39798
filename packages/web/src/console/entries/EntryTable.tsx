import type { EntryRow } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { useLanguage, useText } from "../../ui/language.ts";
import { useWhen } from "../shell/use-when.ts";
import { kindWord } from "./kind-word.ts";
import { OutcomeMark } from "./OutcomeMark.tsx";
import { useReasonWord } from "./use-reason-word.ts";

type Props = {
  readonly rows: readonly EntryRow[];
  readonly openNumber: number | undefined;
  readonly onOpen: (number: number) => void;
};

export function EntryTable({ rows, openNumber, onOpen }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const when = useWhen();
  const reasonWord = useReasonWord();
  return (
    <DataTable
      label={text("console.entries")}
      rows={rows}
      keyOf={({ number }) => String(number)}
      openKey={openNumber === undefined ? undefined : String(openNumber)}
      onOpen={({ number }) => onOpen(number)}
      empty={text("console.entries.none")}
      columns={[
        {
          id: "number",
          label: text("console.number"),
          cell: ({ number }) => formatInteger(locale, number),
          isFigure: true,
        },
        { id: "at", label: text("console.column.time"), cell: ({ at }) => when.moment(at, true), isTight: true },
        { id: "kind", label: text("console.column.kind"), cell: ({ kind }) => kindWord(kind, text) },
        {
          id: "gate",
          label: text("console.gate"),
          cell: ({ gate, lane }) => (gate ? `${gate}${lane ? ` · ${lane}` : ""}` : ""),
          isTight: true,
        },
        {
          id: "outcome",
          label: text("console.column.outcome"),
          cell: ({ outcome }) => <OutcomeMark outcome={outcome} />,
        },
        { id: "reason", label: text("console.column.reason"), cell: ({ reason }) => reasonWord(reason) },
      ]}
    />
  );
}
