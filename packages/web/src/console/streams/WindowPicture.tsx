import { axisX, axisY, gridY, lineY, text as marks, rect, ruleY } from "@observablehq/plot";
import type { WindowsAnswer } from "@twinline/api";
import { type ReactNode, useMemo } from "react";
import type { Locale } from "../../format/index.ts";
import { useLanguage, useTexts } from "../../ui/language.ts";
import { type LabText, useLabText } from "../lab/lab-text.ts";
import { numberText, shareText } from "../lab/number-text.ts";
import { Picture, type PlotOptions } from "../lab/Picture.tsx";

const NAMES = ["problem", "policy", "politics"] as const;
/** Lines differ by dash as well as by ink, so that grey paper shows them apart. */
const DASHES = { problem: "", policy: "7 4", politics: "2 3" } as const;

/** The three streams over time, and where a window stands open; the formula and what its weights do stand below. */
export function WindowPicture({ answer }: { readonly answer: WindowsAnswer }): ReactNode {
  const text = useLabText();
  const word = useTexts();
  const { locale } = useLanguage();
  const { windows, sensitivity } = answer;
  const { points } = windows;
  const options = useMemo(() => pictureOf(answer, text, locale), [answer, text, locale]);
  const year = (at: number): string => points.at(at)?.quarter.slice(0, 4) ?? "";
  const score = (value: number): string => numberText(locale, value, 2);
  return (
    <section className="lab-panel">
      <Picture
        title={text("str.finding", { share: shareText(locale, windows.openShare), from: year(0), to: year(-1) })}
        note={text("str.finding.note")}
        options={options}
      />
      <details>
        <summary>{text("str.formula")}</summary>
        <p className="ui-mono formula">{windows.formula}</p>
      </details>
      <p>
        {text("str.sensitivity", {
          quarter: sensitivity.quarter,
          score: score(sensitivity.score),
          low: score(sensitivity.low),
          high: score(sensitivity.high),
        })}
      </p>
      <p className="lab-source">{word(windows.caveat)}</p>
    </section>
  );
}

function yearOf(quarter: string): number {
  return Number(quarter.slice(0, 4)) + (Number(quarter.slice(6)) - 1) / 4;
}

function pictureOf({ windows: { points } }: WindowsAnswer, text: LabText, locale: Locale): PlotOptions {
  const rows = NAMES.map((name) => {
    const most = Math.max(...points.map(({ streams }) => streams[name])) || 1;
    const values = points.map((point) => ({ year: yearOf(point.quarter), share: point.streams[name] / most }));
    return { name, values, last: values.at(-1)! };
  });
  const open = points
    .filter((point) => point.open)
    .map(({ quarter }) => ({ from: yearOf(quarter), to: yearOf(quarter) + 0.25 }));
  // Names stand apart even where the lines end together.
  const places = new Map(
    rows.toSorted((a, b) => b.last.share - a.last.share).map(({ name }, at) => [name, 0.9 - at * 0.12]),
  );
  return {
    width: 960,
    height: 260,
    marginLeft: 40,
    marginRight: 180,
    x: { label: null },
    y: { label: null, domain: [0, 1] },
    marks: [
      rect(open, { x1: "from", x2: "to", y1: 0, y2: 1, fill: "var(--jade-tint)" }),
      gridY({ stroke: "var(--line)", strokeOpacity: 1, ticks: 4 }),
      axisY({ ticks: 4, tickSize: 0, tickFormat: (share: number) => shareText(locale, share) }),
      axisX({ ticks: 9, tickSize: 4, tickFormat: (year: number) => String(year) }),
      ...rows.map(({ name, values }) =>
        lineY(values, {
          x: "year",
          y: "share",
          stroke: "var(--jade)",
          strokeWidth: 1.8,
          strokeDasharray: DASHES[name],
        }),
      ),
      marks(rows, {
        x: yearOf(points.at(-1)?.quarter ?? "2025-Q4"),
        y: ({ name }: { readonly name: (typeof NAMES)[number] }) => places.get(name),
        text: ({ name }: { readonly name: (typeof NAMES)[number] }) => `${MARKS[name]} ${text(`str.${name}`)}`,
        textAnchor: "start",
        dx: 10,
      }),
      ruleY([0], { stroke: "var(--line-strong)" }),
    ],
  };
}

const MARKS = { problem: "──", policy: "─ ─", politics: "····" } as const;
