import { useQuery } from "@tanstack/react-query";
import type { SealRunRow } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { Button } from "../../ui/Button.tsx";
import { type Column, DataTable } from "../../ui/DataTable.tsx";
import { useLanguage, useText } from "../../ui/language.ts";
import { asked } from "../asking/asked.ts";
import { askingOf, Scene } from "../asking/Scene.tsx";
import { useWhen } from "../shell/use-when.ts";
import { rangesOf } from "./ranges.ts";
import { VoidSeal } from "./VoidSeal.tsx";

/** Numbered paper seals: what was printed for whom, what came back, and what is missing. */
export function SealsScene(): ReactNode {
  const text = useText();
  const query = useQuery({ queryKey: ["seals"], queryFn: () => asked("seals") });
  const [voiding, setVoiding] = useState<SealRunRow>();
  const { data } = query;
  const mayVoid = data?.may.includes("void") ?? false;
  return (
    <Scene title={text("console.seals")} asking={askingOf({ ...query, isPlaceholderData: false })}>
      <p className="quiet">{text("console.seals.more")}</p>
      <div className="sheet">
        <DataTable
          label={text("console.seals")}
          columns={useColumns(mayVoid ? setVoiding : undefined)}
          rows={data?.rows ?? []}
          keyOf={({ series }) => series}
          empty={text("console.seals.none")}
        />
      </div>
      {voiding ? <VoidSeal run={voiding} onClose={() => setVoiding(undefined)} /> : null}
    </Scene>
  );
}

function useColumns(onVoid: ((row: SealRunRow) => void) | undefined): readonly Column<SealRunRow>[] {
  const { locale } = useLanguage();
  const text = useText();
  const when = useWhen();
  const voidWords = ({ void: gone }: SealRunRow): string =>
    gone.map(({ number, code }) => `${formatInteger(locale, number)} ${text(`console.seals.code.${code}`)}`).join(", ");
  const acts: Column<SealRunRow> = {
    id: "acts",
    label: text("console.acts"),
    cell: (row) =>
      onVoid === undefined || row.missing.length === 0 ? null : (
        <div className="row-acts">
          <Button onPress={() => onVoid(row)}>{text("console.seals.void.act")}</Button>
        </div>
      ),
  };
  return [
    {
      id: "series",
      label: text("console.seals.series"),
      cell: ({ series }) => <span className="ui-mono">{series}</span>,
    },
    {
      id: "issued",
      label: text("console.seals.issued"),
      cell: ({ gate, lane }) => `${gate}, ${text("gate.lane", { lane })}`,
    },
    {
      id: "printed",
      label: text("console.seals.printed"),
      cell: ({ at, officer }) => text("console.seals.by", { time: when.moment(at), number: officer || "—" }),
    },
    {
      id: "count",
      label: text("console.seals.count"),
      isFigure: true,
      cell: ({ count }) => formatInteger(locale, count),
    },
    { id: "used", label: text("console.seals.used"), cell: ({ used }) => rangesOf(used, locale) || "—" },
    { id: "void", label: text("console.seals.void"), cell: (row) => voidWords(row) || "—" },
    {
      id: "missing",
      label: text("console.seals.missing"),
      cell: ({ missing }) => <strong>{rangesOf(missing, locale) || "—"}</strong>,
    },
    acts,
  ];
}
