import type { QueueRow } from "@twinline/api";
import { modeOf, type QueueText } from "./queue-text.ts";

type Clock = { moment(text: string): string };

/** The rows as a sheet, with heads in the reader's language. */
export function queueCsv(rows: readonly QueueRow[], text: QueueText, { moment }: Clock): (string | number)[][] {
  const heads = ["plate", "country", "mode", "state", "slot", "load", "ahead", "expected", "why"] as const;
  const time = (at: string | undefined): string => (at === undefined ? "" : moment(at));
  return [
    heads.map((head) => text(head)),
    ...rows.map((row) => [
      row.plate,
      row.country,
      text(modeOf(row)),
      text(`state.${row.state}`),
      time(row.slot),
      row.load,
      row.ahead ?? "",
      time(row.expectedAt),
      row.why ?? "",
    ]),
  ];
}
