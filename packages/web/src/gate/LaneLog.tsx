import type { PassageRow } from "@twinline/api";
import type { ReactNode } from "react";
import { formatTime } from "../format/index.ts";
import { useText } from "../ui/language.ts";
import { VerdictShape } from "../ui/VerdictShape.tsx";

const SHOWN = 3;

/** The last passages of this lane: enough to recognise, too little to identify. */
export function LaneLog({
  rows,
  timeZone,
}: {
  readonly rows: readonly PassageRow[];
  readonly timeZone: string;
}): ReactNode {
  const text = useText();
  return (
    <div className="log">
      <h2 className="ui-heading">{text("gate.log")}</h2>
      <ol>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.number} data-verdict={row.verdict}>
            <VerdictShape verdict={row.verdict} size={18} />
            <span className="ui-hidden">{text(`ui.verdict.${row.verdict}`)}</span>
            <span>
              {row.nationality ?? "—"} ·· {row.documentTail ?? "—"}
            </span>
            <time dateTime={row.at}>{formatTime(Temporal.Instant.from(row.at), timeZone)}</time>
          </li>
        ))}
      </ol>
    </div>
  );
}
