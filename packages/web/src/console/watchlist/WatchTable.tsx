import type { WatchRow } from "@twinline/api";
import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { useText } from "../../ui/language.ts";
import { OutcomeMark } from "../entries/OutcomeMark.tsx";
import { useWhen } from "../shell/use-when.ts";
import { useWatchReasons } from "./use-watch-reasons.ts";

type Props = { readonly rows: readonly WatchRow[]; readonly onWithdraw: (row: WatchRow) => void };

export function WatchTable({ rows, onWithdraw }: Props): ReactNode {
  const text = useText();
  const when = useWhen();
  const { wordOf } = useWatchReasons();
  return (
    <div className="sheet">
      <DataTable<WatchRow>
        label={text("console.watchlist")}
        rows={rows}
        keyOf={({ id }) => id}
        empty={text("console.watchlist.none")}
        columns={[
          { id: "number", label: text("gate.number"), cell: ({ number }) => number || text("console.destroyed") },
          { id: "issuer", label: text("console.watchlist.issuer"), cell: ({ issuer }) => issuer },
          {
            id: "verdict",
            label: text("console.watchlist.verdict"),
            cell: ({ verdict }) => <OutcomeMark outcome={verdict} />,
          },
          { id: "code", label: text("console.watchlist.code"), cell: ({ code }) => wordOf(code) },
          { id: "from", label: text("console.watchlist.from"), cell: ({ from }) => when.day(from) },
          { id: "until", label: text("console.watchlist.until"), cell: ({ until }) => when.day(until) },
          {
            id: "state",
            label: text("console.state"),
            cell: ({ active }) => text(active ? "console.state.active" : "console.state.withdrawn"),
          },
          {
            id: "acts",
            label: text("console.acts"),
            cell: (row) =>
              row.active && row.may.includes("withdraw") ? (
                <div className="row-acts">
                  <Button onPress={() => onWithdraw(row)}>{text("console.watchlist.withdraw")}</Button>
                </div>
              ) : null,
          },
        ]}
      />
    </div>
  );
}
