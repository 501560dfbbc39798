import type { ReplayReport, ReplayRow } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useTexts } from "../../ui/language.ts";
import { Select } from "../../ui/Select.tsx";
import { FigureTable } from "../lab/FigureTable.tsx";
import { useLabText } from "../lab/lab-text.ts";
import { amountText } from "./report.ts";
import { useReplays, useReport } from "./use-replays.ts";

type Props = { readonly report: ReplayReport; readonly row: ReplayRow };
type Line = { readonly id: string; readonly name: string; readonly values: readonly (string | undefined)[] };

/** This reform beside another one: the law in force, the one, the other. */
export function Scenarios({ report, row }: Props): ReactNode {
  const text = useLabText();
  const { locale } = useLanguage();
  const replays = useReplays();
  const [chosen, choose] = useState("");
  const others = (replays.data?.rows ?? []).filter(({ id, state }) => id !== row.id && state === "done");
  const other = useReport(chosen === "" ? undefined : chosen);
  const otherRow = others.find(({ id }) => id === chosen);
  return (
    <section className="lab-panel">
      <h2>{text("report.scenarios")}</h2>
      {others.length === 0 ? (
        <p className="quiet">{text("report.scenarios.none")}</p>
      ) : (
        <div className="lab-form">
          <Select
            label={text("report.scenarios.with")}
            value={chosen}
            onChange={choose}
            empty="—"
            options={others.map(({ id, name, entry, history }) => ({
              value: id,
              label: `${name} · ${text(`replay.history.${history}`)} · № ${formatInteger(locale, entry ?? 0)}`,
            }))}
          />
        </div>
      )}
      {other.data && otherRow ? <Table reports={[report, other.data]} rows={[row, otherRow]} /> : null}
    </section>
  );
}

type Both<T> = readonly [T, T];

function Table({ reports, rows }: { readonly reports: Both<ReplayReport>; readonly rows: Both<ReplayRow> }): ReactNode {
  const text = useLabText();
  const lines = useLines(reports);
  const column = (id: string, label: string, at: number) => ({
    id,
    label,
    value: ({ values }: Line) => values[at] ?? "—",
  });
  return (
    <FigureTable<Line>
      label={text("report.scenarios")}
      file="scenarios"
      rows={lines}
      keyOf={({ id }) => id}
      columns={[
        { id: "name", label: text("report.sums.name"), value: ({ name }) => name },
        column("now", text("report.now"), 0),
        column("one", rows[0].name, 1),
        column("other", rows[1].name, 2),
      ]}
    />
  );
}

function useLines([one, other]: Both<ReplayReport>): readonly Line[] {
  const text = useLabText();
  const word = useTexts();
  const { locale } = useLanguage();
  const amounts = Object.entries(one.result.totals.amounts).map(([output, pair]): Line => {
    const beside = other.result.totals.amounts[output];
    const shown = (amount: number | undefined) =>
      amount === undefined ? undefined : amountText(locale, one.words, output, amount);
    const name = word(one.words.outputs[output]?.label ?? one.words.base);
    return { id: output, name, values: [shown(pair.base), shown(pair.reform), shown(beside?.reform)] };
  });
  const people = (["less", "more", "same"] as const).map((key): Line => {
    const shown = (report: ReplayReport) => formatInteger(locale, report.result.people[key]);
    return { id: key, name: text(`report.people.${key}`), values: [undefined, shown(one), shown(other)] };
  });
  return [...amounts, ...people];
}
