import type { ProposalFile } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage } from "../../ui/language.ts";
import { FigureTable } from "../lab/FigureTable.tsx";
import { useLabText } from "../lab/lab-text.ts";

type Row = { readonly name: string; readonly foreseen: number; readonly came: number };

/** What the replay foresaw, beside what came since the law changed. */
export function CheckTable({ check }: { readonly check: NonNullable<ProposalFile["check"]> }): ReactNode {
  const text = useLabText();
  const { locale } = useLanguage();
  const { foreseen, came } = check;
  const names = [...new Set([...Object.keys(foreseen.perThousand), ...Object.keys(came.perThousand)])];
  const rows = names.map((name): Row => {
    return { name, foreseen: foreseen.perThousand[name] ?? 0, came: came.perThousand[name] ?? 0 };
  });
  const column = (id: "foreseen" | "came") => ({
    id,
    label: `${text(`proposal.check.${id}`)} (${formatInteger(locale, check[id].lines)})`,
    value: (row: Row) => row[id],
    show: (row: Row) => formatInteger(locale, row[id]),
  });
  return (
    <section className="lab-panel">
      <h2>{text("proposal.check")}</h2>
      <FigureTable<Row>
        label={text("proposal.check")}
        file="forecast"
        rows={rows}
        keyOf={({ name }) => name}
        columns={[
          { id: "name", label: text("proposal.check.measure"), value: ({ name }) => name },
          column("foreseen"),
          column("came"),
        ]}
      />
    </section>
  );
}
