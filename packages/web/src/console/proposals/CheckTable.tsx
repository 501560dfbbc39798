import type { ProposalFile } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage } from "../../ui/language.ts";
import { type FigureColumn, FigureTable } from "../lab/FigureTable.tsx";
import { useLabText } from "../lab/lab-text.ts";
import { shareText } from "../lab/number-text.ts";

type Check = NonNullable<ProposalFile["check"]>;
type Row = Check["figures"][number];

/** What the replay foresaw, beside what it was before and what came since the law changed. */
export function CheckTable({ check }: { readonly check: Check }): ReactNode {
  const text = useLabText();
  const { locale } = useLanguage();
  const { figures, known, asForecast, againstNoChange } = check;
  const column = (id: "before" | "foreseen" | "came", more = ""): FigureColumn<Row> => ({
    id,
    label: text(`proposal.check.${id}`) + more,
    value: (row) => row[id] ?? "",
    show: (row) => (row[id] === undefined ? "–" : formatInteger(locale, row[id])),
  });
  const lines = (of: "foreseen" | "came"): string => ` (${formatInteger(locale, check[of].lines)})`;
  return (
    <section className="lab-panel">
      <h2>{text("proposal.check")}</h2>
      <p>
        {known === 0
          ? text("proposal.check.nothing")
          : text("proposal.check.sum", { known, all: figures.length, right: asForecast })}{" "}
        {againstNoChange === undefined
          ? null
          : text("proposal.check.naive", { share: shareText(locale, againstNoChange) })}
      </p>
      <FigureTable<Row>
        label={text("proposal.check")}
        file="forecast"
        rows={figures}
        keyOf={({ figure }) => figure}
        columns={[
          { id: "figure", label: text("proposal.check.measure"), value: ({ figure }) => figure },
          column("before"),
          column("foreseen", lines("foreseen")),
          column("came", lines("came")),
          {
            id: "verdict",
            label: text("proposal.check.verdict"),
            value: ({ verdict }) => text(`proposal.check.${verdict}`),
          },
        ]}
      />
      <p className="lab-source">{text("proposal.check.doubt")}</p>
    </section>
  );
}
