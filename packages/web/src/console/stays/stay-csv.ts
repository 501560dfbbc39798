import type { StayRow } from "@twinline/api";
import type { Text } from "../../ui/language.ts";

type Clock = { moment(text: string): string };

/** The rows as a sheet, with heads in the reader's language and days as ISO 8601, which every spreadsheet reads. */
export function stayCsv(rows: readonly StayRow[], text: Text, { moment }: Clock): (string | number)[][] {
  const heads = [
    text("gate.name"),
    text("gate.nationality"),
    text("gate.kind"),
    text("console.gate"),
    text("console.stays.entered"),
    text("console.stays.last-day"),
    text("console.stays.left"),
    text("console.number"),
    text("console.stays.mismatch"),
  ];
  return [
    heads,
    ...rows.map((row) => [
      row.name,
      row.nationality,
      row.documentKind,
      row.gate,
      moment(row.enteredAt),
      row.lastDay,
      row.daysLeft,
      row.entry,
      row.mismatch === undefined ? "" : text(`console.mismatch.${row.mismatch}`),
    ]),
  ];
}
