import type { WatchRow } from "@twinline/api";
import type { ReactNode } from "react";
import { isMessageKey } from "../../messages/catalogue.ts";
import { Button } from "../../ui/Button.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { type Text, useText } from "../../ui/language.ts";
import { OutcomeMark } from "../entries/OutcomeMark.tsx";
import { useWhen } from "../shell/use-when.ts";

type Props = { readonly rows: readonly WatchRow[]; readonly onWithdraw: (row: WatchRow) => void };

export function WatchTable({ rows, onWithdraw }: Props): ReactNode {
  const text = useText();
  const when = useWhen();
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
          { id: "code", label: text("console.watchlist.code"), cell: ({ code }) => watchCodeWord(code, text) },
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

/** Why a document is watched, in words; an authority's own code is shown as it is. */
export function watchCodeWord(code: string, text: Text): string {
  const key = `console.watch-code.${code}`;
  return isMessageKey(key) ? text(key) : code.replaceAll("_", " ");
}
