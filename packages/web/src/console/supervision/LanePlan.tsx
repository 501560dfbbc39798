import { Link } from "@tanstack/react-router";
import type { LaneRow } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useText } from "../../ui/language.ts";
import { useMay } from "../shell/desk.ts";
import { useWhen } from "../shell/use-when.ts";
import { type BoardText, boardWord, useBoardText } from "./board-text.ts";

type Props = { readonly lanes: readonly LaneRow[]; readonly since: string };

/** Shades of a lane's rate, empty first: a lane at the top of its line is darkest. */
const SHADES = 4;

/** The lanes as they stand in the hall, darker the more they pass; a press shows a lane's entries. */
export function LanePlan({ lanes, since }: Props): ReactNode {
  const text = useBoardText();
  const groups = [...Map.groupBy(lanes, ({ gate, line }) => `${gate} · ${boardWord(text, "line", line)}`)];
  const most = Math.max(1, ...lanes.map(({ perHour }) => perHour));
  return (
    <div className="board-plan">
      {groups.map(([label, own]) => (
        <section key={label} aria-label={label}>
          <h3>{label}</h3>
          <ul className="board-lanes">
            {own.map((lane) => (
              <li key={lane.lane}>
                <Lane lane={lane} shade={Math.ceil((lane.perHour * SHADES) / most)} since={since} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <PlanLegend />
    </div>
  );
}

type LaneProps = { readonly lane: LaneRow; readonly shade: number; readonly since: string };

function Lane({ lane, shade, since }: LaneProps): ReactNode {
  const { locale } = useLanguage();
  const may = useMay();
  const title = useLaneWords()(lane);
  const look = { className: "board-lane", "data-shade": shade, "data-quiet": lane.device?.isQuiet ?? false, title };
  const inside = (
    <>
      <b aria-hidden="true">{lane.lane}</b>
      <span aria-hidden="true">{lane.perHour === 0 ? "–" : formatInteger(locale, lane.perHour)}</span>
      {lane.device?.isQuiet ? <i aria-hidden="true">!</i> : null}
      <span className="ui-hidden">{title}</span>
    </>
  );
  if (!may("entry.list")) return <div {...look}>{inside}</div>;
  return (
    <Link {...look} to="/entries" search={{ gate: lane.gate, lane: lane.lane, since }}>
      {inside}
    </Link>
  );
}

/** A lane in words: its rate, its newest passage, its silent device. */
export function useLaneWords(): (lane: LaneRow) => string {
  const { locale } = useLanguage();
  const text = useBoardText();
  const ui = useText();
  const when = useWhen();
  return ({ lane, perHour, lastAt, device }) =>
    [
      `${ui("gate.lane", { lane })}: ${text("lane.per-hour", { count: formatInteger(locale, perHour) })}`,
      lastAt === undefined ? text("lane.never") : text("lane.last", { time: when.moment(lastAt) }),
      ...(device?.isQuiet ? [text("lane.quiet")] : []),
    ].join("; ");
}

function PlanLegend(): ReactNode {
  const text: BoardText = useBoardText();
  return (
    <ul className="ui-legend">
      <li>
        <span className="board-key" data-shade="0" />
        {text("lane.key.none")}
      </li>
      <li>
        <span className="board-key" data-shade="1" />
        <span className="board-key" data-shade="2" />
        <span className="board-key" data-shade="3" />
        <span className="board-key" data-shade="4" />
        {text("lane.key.rate")}
      </li>
      <li>
        <span className="board-key" data-shade="0" data-quiet="true" />
        {text("lane.key.quiet")}
      </li>
    </ul>
  );
}
