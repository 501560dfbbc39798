import type { QueueDay } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage } from "../../ui/language.ts";
import { useWhen } from "../shell/use-when.ts";
import { type Column, pictureOf, type Stack, stacks } from "./day-picture.ts";
import { useQueueText } from "./queue-text.ts";

const WIDTH = 960;
const HEIGHT = 132;
const TOP = 12;
const FOOT = 20;
/** Closed columns touch, so that no seam shows between them. */
const OVERLAP = 0.5;
/** Hours between two labels of the axis. */
const LABELLED_HOURS = 2;
const QUARTERS_PER_HOUR = 4;

/** The day as a picture: what both sides take in each quarter of an hour, and what became of the vehicles of it. */
export function DayPicture({ data }: { readonly data: QueueDay }): ReactNode {
  const text = useQueueText();
  const when = useWhen();
  const { locale } = useLanguage();
  const { columns, top } = pictureOf(data.slots, data.rows);
  if (columns.length === 0) return null;
  const width = WIDTH / columns.length;
  const y = (count: number) => TOP + (HEIGHT - TOP - FOOT) * (1 - count / top);
  const said = text("picture", {
    day: when.day(data.day),
    places: formatInteger(locale, data.rows.length),
    passed: countOf(columns, "passed"),
    noShows: countOf(columns, "no_show"),
    own: Math.max(0, ...columns.map(({ own = 0 }) => own)),
    peer: Math.max(0, ...columns.map(({ peer = 0 }) => peer)),
  });
  return (
    <figure className="road-day">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={said}>
        <defs>
          <pattern id="road-missed" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0V4" className="road-hatch" />
          </pattern>
        </defs>
        <path d={`M0 ${y(0)}H${WIDTH}`} className="road-axis" />
        {columns.map((column, at) => (
          <Bar key={column.at} column={column} x={at * width} width={width} y={y} />
        ))}
        <path d={steps(columns, width, y, ({ peer }) => peer)} className="road-peer" />
        <path d={steps(columns, width, y, ({ own }) => own)} className="road-own" />
        <Hours columns={columns} width={width} />
        <text x="2" y={TOP - 3} className="road-label">
          {formatInteger(locale, top)}
        </text>
        <Now columns={columns} width={width} asOf={data.asOf} />
      </svg>
      <Legend />
    </figure>
  );
}

type BarProps = {
  readonly column: Column;
  readonly x: number;
  readonly width: number;
  readonly y: (count: number) => number;
};

function Bar({ column, x, width, y }: BarProps): ReactNode {
  let below = 0;
  const parts = stacks.flatMap((stack) => {
    const count = column.counts[stack];
    if (count === 0) return [];
    const from = below;
    below += count;
    return [
      <rect
        key={stack}
        x={x + 1}
        width={Math.max(1, width - 2)}
        y={y(below)}
        height={y(from) - y(below)}
        className={`road-${stack}`}
      />,
    ];
  });
  const shut = column.closed ? (
    <rect x={x} width={width + OVERLAP} y={TOP} height={HEIGHT - TOP - FOOT} className="road-closed" />
  ) : null;
  return (
    <>
      {shut}
      {parts}
    </>
  );
}

/** The outline of one side's word; where it has said nothing there is no line. */
function steps(
  columns: readonly Column[],
  width: number,
  y: (count: number) => number,
  of: (column: Column) => number | undefined,
): string {
  const parts = columns.map((column, at) => {
    const count = of(column);
    const before = at === 0 ? undefined : of(columns[at - 1]!);
    if (count === undefined) return "";
    return `${before === undefined ? "M" : "L"}${at * width} ${y(count)}H${(at + 1) * width}`;
  });
  return parts.join("");
}

function Hours({ columns, width }: { readonly columns: readonly Column[]; readonly width: number }): ReactNode {
  const when = useWhen();
  return columns.map(({ at }, index) => {
    const time = when.time(at);
    const isLabelled = time.endsWith(":00") && Number(time.slice(0, 2)) % LABELLED_HOURS === 0;
    return isLabelled ? (
      <text key={at} x={index * width} y={HEIGHT - 4} className="road-label">
        {time}
      </text>
    ) : null;
  });
}

function Now({
  columns,
  width,
  asOf,
}: {
  readonly columns: readonly Column[];
  readonly width: number;
  readonly asOf: string;
}): ReactNode {
  const first = columns[0];
  if (first === undefined) return null;
  const hours = Temporal.Instant.from(first.at).until(Temporal.Instant.from(asOf)).total("hours");
  const x = hours * QUARTERS_PER_HOUR * width;
  return x < 0 || x > WIDTH ? null : <path d={`M${x} ${TOP}V${HEIGHT - FOOT}`} className="road-now" />;
}

const legend = ["passed", "called", "waiting", "booked", "no-show", "closed", "own", "peer"] as const;

function Legend(): ReactNode {
  const text = useQueueText();
  return (
    <ul className="road-legend">
      {legend.map((one) => (
        <li key={one}>
          <svg viewBox="0 0 14 10" width="14" height="10" aria-hidden="true">
            {one === "own" || one === "peer" ? (
              <path d="M0 5H14" className={`road-${one}`} />
            ) : (
              <rect x="0.5" y="0.5" width="13" height="9" className={`road-${one.replace("-", "_")}`} />
            )}
          </svg>
          {text(`legend.${one}`)}
        </li>
      ))}
    </ul>
  );
}

function countOf(columns: readonly Column[], stack: Stack): number {
  return columns.reduce((sum, { counts }) => sum + counts[stack], 0);
}
