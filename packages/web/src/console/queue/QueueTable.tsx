import type { QueueRow } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { Button } from "../../ui/Button.tsx";
import type { Column } from "../../ui/DataTable.tsx";
import { LongTable } from "../../ui/LongTable.tsx";
import { useLanguage, useText } from "../../ui/language.ts";
import { sortedByAddress } from "../query-bar/sorted-by-address.ts";
import { useMay } from "../shell/desk.ts";
import { useWhen } from "../shell/use-when.ts";
import { type QueueSearch, queueSorts } from "./queue-search.ts";
import { modeOf, useQueueText, wordOr } from "./queue-text.ts";

export type RowDeed = "arrive" | "change" | "no-show" | "cancel";
type Props = {
  readonly rows: readonly QueueRow[];
  readonly asOf: string;
  readonly search: QueueSearch;
  readonly onChange: (search: QueueSearch) => void;
  readonly onDeed: (deed: RowDeed, row: QueueRow) => void;
};

export function QueueTable({ rows, asOf, search, onChange, onDeed }: Props): ReactNode {
  const say = useQueueText();
  const columns = useColumns(asOf, onDeed);
  return (
    <LongTable
      label={say("title")}
      columns={columns}
      rows={rows}
      keyOf={({ booking }) => booking}
      empty={say("empty")}
      {...sortedByAddress(search, queueSorts, "slot", onChange)}
    />
  );
}

function useColumns(asOf: string, onDeed: Props["onDeed"]): readonly Column<QueueRow>[] {
  const { locale } = useLanguage();
  const text = useText();
  const say = useQueueText();
  const when = useWhen();
  const sortable = { isSortable: true } as const;
  const time = (at: string | undefined): string => (at === undefined ? "" : when.time(at));
  return [
    {
      id: "plate",
      label: say("plate"),
      cell: ({ plate, country }) => (plate === "" ? text("console.destroyed") : `${plate} · ${country}`),
      isTight: true,
      ...sortable,
    },
    { id: "mode", label: say("mode"), cell: (row) => say(modeOf(row)), isTight: true },
    { id: "slot", label: say("slot"), cell: ({ slot }) => (slot ? when.time(slot) : say("slot.none")), ...sortable },
    { id: "state", label: say("state"), cell: ({ state }) => say(`state.${state}`), ...sortable },
    { id: "load", label: say("load"), cell: (row) => <Load row={row} />, isTight: true },
    {
      id: "ahead",
      label: say("ahead"),
      cell: ({ ahead }) => (ahead === undefined ? "" : formatInteger(locale, ahead)),
      isFigure: true,
      ...sortable,
    },
    { id: "expected", label: say("expected"), cell: ({ expectedAt }) => time(expectedAt), ...sortable },
    {
      id: "why",
      label: say("why"),
      cell: ({ moves, state, why = "" }) =>
        state === "no_show"
          ? wordOr(say, `why.${why}`, why)
          : moves === 0
            ? ""
            : say("moved", { count: formatInteger(locale, moves), why: wordOr(say, `why.${why}`, why) }),
    },
    { id: "acts", label: text("console.acts"), cell: (row) => <RowActs row={row} asOf={asOf} onDeed={onDeed} /> },
  ];
}

function Load({ row: { load, priority } }: { readonly row: QueueRow }): ReactNode {
  const say = useQueueText();
  const chapter = /^hs(\d\d)$/.exec(load)?.[1];
  const word = chapter === undefined ? wordOr(say, `load.${load}`, load) : chapter;
  return priority === "none" ? word : `${word} · ${wordOr(say, `priority.${priority}`, priority)}`;
}

type ActsProps = { readonly row: QueueRow; readonly asOf: string; readonly onDeed: Props["onDeed"] };

function RowActs({ row, asOf, onDeed }: ActsProps): ReactNode {
  const say = useQueueText();
  const may = useMay();
  const { state, slot = asOf } = row;
  const isPast = slot < asOf;
  const offered: readonly (readonly [RowDeed, string, boolean])[] = [
    ["arrive", "queue.arrive", state === "booked"],
    ["change", "queue.change", state === "booked" && !isPast],
    ["no-show", "queue.no_show", (state === "booked" && isPast) || state === "called"],
    ["cancel", "queue.change", state === "booked" || state === "waiting"],
  ];
  return (
    <div className="row-acts">
      {offered.map(([deed, verb, isOpen]) =>
        isOpen && may(verb) ? (
          <Button key={deed} onPress={() => onDeed(deed, row)} label={`${say(`act.${deed}`)} ${row.plate}`}>
            {say(`act.${deed}`)}
          </Button>
        ) : null,
      )}
    </div>
  );
}
