import { useQuery } from "@tanstack/react-query";
import type { IndicatorBoard, Observation } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useTexts } from "../../ui/language.ts";
import { asked } from "../asking/asked.ts";
import { askingOf, Scene } from "../asking/Scene.tsx";
import { Doubt } from "../lab/Doubt.tsx";
import { FigureTable } from "../lab/FigureTable.tsx";
import { useLabText, wordOr } from "../lab/lab-text.ts";
import { numberText } from "../lab/number-text.ts";
import { patient } from "../lab/patient.ts";
import { League } from "./League.tsx";
import { useNames } from "./use-names.ts";
import "../lab/lab.css";

/** Figures of the zones as the sources give them, none corrected; what contradicts and what alarms; the league. */
export function IndicatorsScene(): ReactNode {
  const text = useLabText();
  const query = useQuery({
    ...patient,
    queryKey: ["indicators"],
    queryFn: () => asked("indicators"),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const board = query.data;
  return (
    <Scene title={text("ind.title")} asking={askingOf({ ...query, isPlaceholderData: false })}>
      {board ? (
        <div className="lab-body">
          <Flows board={board} />
          <League board={board} />
          <Alarms board={board} />
          <Figures board={board} title={text("ind.figures")} rows={board.observations} file="indicators" />
          <Figures
            board={board}
            title={text("ind.conflicts")}
            rows={board.conflicts.flatMap(({ observations }) => observations)}
            file="conflicts"
          />
        </div>
      ) : null}
    </Scene>
  );
}

function Flows({ board }: { readonly board: IndicatorBoard }): ReactNode {
  const text = useLabText();
  const { locale } = useLanguage();
  return (
    <section className="lab-panel">
      <h2>{text("ind.flows")}</h2>
      <dl className="lab-figures">
        {board.flows.map(({ flow, figures }) => (
          <div key={flow}>
            <dt>{wordOr(text, `ind.flow.${flow}`, flow)}</dt>
            <dd>
              {figures.length === 0 ? "—" : formatInteger(locale, figures.length)}
              <small>
                {figures.length === 0
                  ? text("ind.flow.unknown")
                  : text("ind.flow.held", { held: formatInteger(locale, figures.length) })}
              </small>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Alarms({ board }: { readonly board: IndicatorBoard }): ReactNode {
  const text = useLabText();
  const nameOf = useNames(board);
  return (
    <section className="lab-panel">
      <h2>{text("ind.alarms")}</h2>
      {board.alarms.length === 0 ? <p className="quiet">{text("ind.alarms.none")}</p> : null}
      <ul>
        {board.alarms.map(({ indicator, unit, period, kind, source }) => (
          <li key={`${indicator} ${unit} ${period} ${kind}`}>
            {alarmText(text, kind, { name: nameOf(indicator), place: nameOf(unit), period })}{" "}
            <span className="lab-source">{text("lab.source", { source })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const KINDS = ["worse-than-before", "out-of-line", "change-point", "cusum", "gap"] as const;

function alarmText(text: ReturnType<typeof useLabText>, kind: string, values: Record<string, string>): string {
  const known = KINDS.find((one) => one === kind);
  return known === undefined ? `${values.name} ${kind}` : text(`ind.alarm.${known}`, values);
}

type FiguresProps = {
  readonly board: IndicatorBoard;
  readonly title: string;
  readonly rows: readonly Observation[];
  readonly file: string;
};

function Figures({ board, title, rows, file }: FiguresProps): ReactNode {
  const text = useLabText();
  const word = useTexts();
  const { locale } = useLanguage();
  const nameOf = useNames(board);
  const unitOf = (code: string): string => {
    const unit = board.indicators.find((one) => one.code === code)?.unit ?? "";
    return wordOr(text, `ind.measure.${unit}`, unit);
  };
  const shown = ({ value, qualifier }: Observation): string =>
    value === null
      ? text("ind.unknown")
      : `${qualifier ? `${QUALIFIERS[qualifier] ?? ""}\u00a0` : ""}${numberText(locale, value, 3)}`;
  return (
    <section className="lab-panel">
      <h2>{title}</h2>
      <FigureTable<Observation & { readonly at: string }>
        label={title}
        file={file}
        rows={rows.map((row, at) => ({ ...row, at: String(at) }))}
        keyOf={({ at }) => at}
        columns={[
          { id: "indicator", label: text("ind.indicator"), value: ({ indicator }) => nameOf(indicator) },
          { id: "place", label: text("ind.place"), value: ({ unit }) => nameOf(unit) },
          { id: "period", label: text("ind.period"), value: ({ period }) => period },
          { id: "value", label: text("ind.value"), value: ({ value }) => value ?? Number.NaN, show: shown },
          { id: "unit", label: text("ind.unit"), value: ({ indicator }) => unitOf(indicator) },
          { id: "source", label: text("ind.source"), value: ({ source }) => source },
          {
            id: "doubt",
            label: text("ind.doubt"),
            value: ({ confidence, doubt }) => `${confidence} ${doubt ? word(doubt) : ""}`,
            show: (row) => (
              <>
                <Doubt of={row} />
                {row.usable === false ? <span className="lab-source"> {text("ind.shown-only")}</span> : null}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

/** Marks that need no words. */
const QUALIFIERS: Readonly<Record<string, string>> = { about: "≈", "more than": ">", "less than": "<", "at most": "≤" };
