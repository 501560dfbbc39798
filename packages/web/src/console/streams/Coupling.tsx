import type { WindowsAnswer } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { useLanguage } from "../../ui/language.ts";
import { useLabText } from "../lab/lab-text.ts";
import { numberText } from "../lab/number-text.ts";
import { Slider } from "../lab/Slider.tsx";

const NAMES = ["problem", "policy", "politics"] as const;
/** Heights at which the streams begin, before they meet at the window. */
const BEGINS = { problem: 40, policy: 120, politics: 200 } as const;
const MOST_WIDE = 34;

/** Kingdon's picture: three streams of their own strength meet, or do not, at the window of one quarter. */
export function Coupling({ answer: { windows } }: { readonly answer: WindowsAnswer }): ReactNode {
  const text = useLabText();
  const { locale } = useLanguage();
  const { points, thresholds } = windows;
  const best = points.reduce((most, point, at) => (point.score > points[most]!.score ? at : most), 0);
  const [chosen, choose] = useState(best);
  const point = points[Math.min(chosen, points.length - 1)]!;
  const most = (name: (typeof NAMES)[number]): number => Math.max(...points.map(({ streams }) => streams[name])) || 1;
  const width = (name: (typeof NAMES)[number]): number => 2 + (MOST_WIDE * point.streams[name]) / most(name);
  const state = text(point.open ? "str.coupling.open" : "str.coupling.closed");
  return (
    <section className="lab-panel">
      <h2>{text("str.coupling")}</h2>
      <Slider
        label={text("ind.period")}
        value={chosen}
        least={0}
        most={points.length - 1}
        shown={point.quarter}
        onChange={choose}
      />
      <svg className="coupling" viewBox="0 0 960 250" role="img" aria-label={`${point.quarter}: ${state}`}>
        {NAMES.map((name) => (
          <g key={name}>
            <path
              d={`M250 ${BEGINS[name]} C 450 ${BEGINS[name]} 520 120 690 120`}
              fill="none"
              stroke={
                point.streams[name] >= thresholds[name] && point.streams[name] > 0 ? "var(--jade)" : "var(--used)"
              }
              strokeWidth={width(name)}
              strokeOpacity="0.75"
            />
            <text x="0" y={BEGINS[name] - 2} className="coupling-name">
              {text(`str.${name}`)}
            </text>
            <text x="0" y={BEGINS[name] + 16} className="coupling-note">
              {numberText(locale, point.streams[name], 2)} / {numberText(locale, thresholds[name], 2)}
            </text>
          </g>
        ))}
        <rect
          x="690"
          y="60"
          width="90"
          height="120"
          rx="8"
          fill={point.open ? "var(--jade-tint)" : "var(--quiet-tint)"}
          stroke={point.open ? "var(--jade)" : "var(--line-strong)"}
          strokeWidth="3"
          strokeDasharray={point.open ? undefined : "8 6"}
        />
        <text x="800" y="112" className="coupling-name">
          {state}
        </text>
        <text x="800" y="132" className="coupling-note">
          {text("str.score")}: {numberText(locale, point.score, 2)}
        </text>
      </svg>
    </section>
  );
}
