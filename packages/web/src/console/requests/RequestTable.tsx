import type { ErasureList, ErasureRow } from "@twinline/api";
import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { useText, useTexts } from "../../ui/language.ts";
import { useWhen } from "../shell/use-when.ts";

type Props = {
  readonly rows: readonly ErasureRow[];
  readonly may: readonly string[];
  readonly refusals: ErasureList["refusals"];
  readonly onAnswer: (row: ErasureRow, answer: "erase" | "refuse") => void;
};

export function RequestTable({ rows, may, refusals, onAnswer }: Props): ReactNode {
  const text = useText();
  const word = useTexts();
  const when = useWhen();
  const whyOf = (code: string | undefined): string => {
    const label = refusals.find((one) => one.code === code)?.label;
    return label ? `: ${word(label)}` : "";
  };
  return (
    <div className="sheet">
      <DataTable<ErasureRow>
        label={text("console.requests")}
        rows={rows}
        keyOf={({ person }) => person}
        empty={text("console.requests.none")}
        columns={[
          { id: "name", label: text("console.requests.name"), cell: ({ name }) => name || text("console.destroyed") },
          { id: "asked", label: text("console.requests.asked"), cell: ({ asked }) => when.day(asked) },
          {
            id: "due",
            label: text("console.requests.due"),
            cell: ({ due, late }) => (late ? `${when.day(due)} · ${text("console.requests.late")}` : when.day(due)),
          },
          {
            id: "state",
            label: text("console.state"),
            cell: ({ state, code, inside }) =>
              text(`console.requests.state.${state}`) +
              whyOf(code) +
              (state === "open" && inside ? ` · ${text("console.requests.inside")}` : ""),
          },
          {
            id: "acts",
            label: text("console.acts"),
            cell: (row) =>
              row.state === "open" ? (
                <div className="row-acts">
                  {may.includes("erase") && !row.inside ? (
                    <Button onPress={() => onAnswer(row, "erase")}>{text("console.requests.erase")}</Button>
                  ) : null}
                  {may.includes("refuse") ? (
                    <Button onPress={() => onAnswer(row, "refuse")}>{text("console.requests.refuse")}</Button>
                  ) : null}
                </div>
              ) : null,
          },
        ]}
      />
    </div>
  );
}
