import type { ReplayReport, ReportGroup, ReportPair } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useTexts } from "../../ui/language.ts";
import { Segmented } from "../../ui/Segmented.tsx";
import { useCodeLabel } from "../asking/use-code-label.ts";
import { FigureTable } from "../lab/FigureTable.tsx";
import { useLabText } from "../lab/lab-text.ts";
import { amountText, burdenOf } from "./report.ts";

const DIMENSIONS = ["residence", "category", "month", "gate", "chapter"] as const;
type Dimension = (typeof DIMENSIONS)[number];

/** Winners and losers, told apart by one dimension at a time. */
export function GroupTable({ report }: { readonly report: ReplayReport }): ReactNode {
  const text = useLabText();
  const { locale } = useLanguage();
  const goods = useCodeLabel("goodsCategories");
  const [dimension, setDimension] = useState<Dimension>("residence");
  const { words, result } = report;
  const money = (amount: number): string => amountText(locale, words, result.burden ?? "", amount);
  const nameOf = ({ key }: ReportGroup): string =>
    key === "" ? text("report.key.empty") : dimension === "category" ? goods(key) : key;
  const count = (id: "lines" | "less" | "more") => ({
    id,
    label: text(`report.${id}`),
    value: (group: ReportGroup) => group[id],
    show: (group: ReportGroup) => formatInteger(locale, group[id]),
  });
  const sum = (id: string, label: string, value: (group: ReportGroup) => number) => ({
    id,
    label,
    value,
    show: (group: ReportGroup) => money(value(group)),
  });
  return (
    <section className="lab-panel">
      <h2>{text("report.winners")}</h2>
      <FigureTable<ReportGroup>
        key={dimension}
        label={text("report.winners")}
        file={`replay-${dimension}`}
        rows={result.by[dimension] ?? []}
        keyOf={({ key }) => key}
        sorting={
          dimension === "month" ? { column: "key", isDescending: false } : { column: "gained", isDescending: true }
        }
        aside={
          <Segmented<Dimension>
            label={text("report.dimension")}
            value={dimension}
            onChange={setDimension}
            options={DIMENSIONS.map((value) => ({ value, label: text(`report.dimension.${value}`) }))}
          />
        }
        columns={[
          { id: "key", label: text(`report.dimension.${dimension}`), value: nameOf },
          count("lines"),
          sum("now", text("report.now"), (group) => burdenOf(report, group).base),
          sum("then", text("report.then"), (group) => burdenOf(report, group).reform),
          count("less"),
          sum("gained", text("report.gained"), ({ gained }) => gained),
          count("more"),
          sum("lost", text("report.lost"), ({ lost }) => lost),
        ]}
      />
    </section>
  );
}

type Sum = {
  readonly id: string;
  readonly name: string;
  readonly output: string | undefined;
  readonly pair: ReportPair;
};

/** Everything that is added up or counted, under the law and under the reform: each tax, each verdict. */
export function SumTable({ report }: { readonly report: ReplayReport }): ReactNode {
  const text = useLabText();
  const word = useTexts();
  const { locale } = useLanguage();
  const { words, result } = report;
  const labelOf = (output: string): string => word(words.outputs[output]?.label ?? words.base);
  const codeOf = (code: string): string => (words.codes[code] ? word(words.codes[code]) : code);
  const rows: readonly Sum[] = [
    ...Object.entries(result.totals.amounts).map(([output, pair]) => ({
      id: output,
      name: labelOf(output),
      output,
      pair,
    })),
    ...Object.entries(result.outcomes).flatMap(([output, codes]) =>
      Object.entries(codes).map(([code, pair]) => ({
        id: `${output} ${code}`,
        name: `${labelOf(output)}: ${codeOf(code)}`,
        output: undefined,
        pair,
      })),
    ),
  ];
  const shown = ({ output }: Sum, amount: number): string =>
    output === undefined ? formatInteger(locale, amount) : amountText(locale, words, output, amount);
  const column = (id: string, label: string, value: (pair: ReportPair) => number) => ({
    id,
    label,
    value: ({ pair }: Sum) => value(pair),
    show: (row: Sum) => shown(row, value(row.pair)),
  });
  return (
    <section className="lab-panel">
      <h2>{text("report.sums")}</h2>
      <FigureTable<Sum>
        label={text("report.sums")}
        file="replay-sums"
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { id: "name", label: text("report.sums.name"), value: ({ name }) => name },
          column("now", text("report.now"), ({ base }) => base),
          column("then", text("report.then"), ({ reform }) => reform),
          column("change", text("report.difference"), ({ base, reform }) => reform - base),
        ]}
      />
    </section>
  );
}
