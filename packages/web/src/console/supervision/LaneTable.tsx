import { Link } from "@tanstack/react-router";
import type { LaneRow } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useText } from "../../ui/language.ts";
import { FigureTable } from "../lab/FigureTable.tsx";
import { useMay } from "../shell/desk.ts";
import { useWhen } from "../shell/use-when.ts";
import { boardWord, useBoardText } from "./board-text.ts";

type Props = { readonly lanes: readonly LaneRow[]; readonly since: string };

/** The lanes as rows: every column sorts, a word filters, all go out as CSV; a lane's number shows its entries. */
export function LaneTable({ lanes, since }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useBoardText();
  const ui = useText();
  const when = useWhen();
  const may = useMay();
  const verdict = (one: keyof LaneRow["counts"]) => ({
    id: one,
    label: ui(`ui.verdict.${one}`),
    value: ({ counts }: LaneRow) => counts[one],
    show: ({ counts }: LaneRow) => formatInteger(locale, counts[one]),
  });
  const state = ({ device }: LaneRow): string =>
    text(device === undefined ? "device.none" : device.isQuiet ? "device.quiet" : "device.works");
  return (
    <FigureTable<LaneRow>
      label={text("board.lanes")}
      file="lanes"
      rows={lanes}
      keyOf={({ gate, lane }) => `${gate}/${lane}`}
      sorting={{ column: "rate", isDescending: true }}
      columns={[
        {
          id: "lane",
          label: ui("console.column.lane"),
          value: ({ lane }) => Number(lane),
          show: ({ gate, lane }) =>
            may("entry.list") ? (
              <Link to="/entries" search={{ gate, lane, since }}>
                {lane}
              </Link>
            ) : (
              lane
            ),
        },
        { id: "gate", label: ui("console.gate"), value: ({ gate }) => gate },
        { id: "line", label: text("board.line"), value: ({ line }) => boardWord(text, "line", line) },
        {
          id: "rate",
          label: text("board.rate"),
          value: ({ perHour }) => perHour,
          show: ({ perHour }) => formatInteger(locale, perHour),
        },
        verdict("admit"),
        verdict("refer"),
        verdict("refuse"),
        {
          id: "last",
          label: text("board.last"),
          value: ({ lastAt }) => lastAt ?? "",
          show: ({ lastAt }) => (lastAt === undefined ? text("lane.never") : when.moment(lastAt, true)),
        },
        { id: "device", label: text("board.device"), value: state },
        {
          id: "pack",
          label: text("board.pack"),
          value: ({ device }) => device?.packAt ?? "",
          show: ({ device }) => (device?.packAt === undefined ? "" : when.moment(device.packAt, true)),
        },
      ]}
    />
  );
}
