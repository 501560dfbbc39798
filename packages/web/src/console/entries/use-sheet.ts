import { useState } from "react";
import { useText } from "../../ui/language.ts";
import { downloadCsv } from "../csv/download.ts";
import { useWhen } from "../shell/use-when.ts";
import type { EntrySearch } from "./entry-search.ts";
import { fetchRows } from "./use-entries.ts";

/** The rows of a search as a sheet. */
export function useSheet(search: EntrySearch) {
  const text = useText();
  const when = useWhen();
  const [isBusy, setBusy] = useState(false);
  const take = async (): Promise<void> => {
    setBusy(true);
    try {
      const rows = await fetchRows(search, when.instant);
      const heads = ["number", "time", "kind", "gate", "lane", "outcome", "reason", "hash"] as const;
      downloadCsv("entries", [
        heads.map((head) => text(`console.column.${head}`)),
        ...rows.map((row) => [
          row.number,
          row.at,
          row.kind,
          row.gate ?? "",
          row.lane ?? "",
          row.outcome,
          row.reason,
          row.hash,
        ]),
      ]);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, take: () => void take() };
}
