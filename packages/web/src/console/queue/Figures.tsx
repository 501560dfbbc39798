import type { QueueDay, QueueFairness } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger, formatPercent } from "../../format/index.ts";
import { useLanguage } from "../../ui/language.ts";
import { type QueueKey, useQueueText } from "./queue-text.ts";

const PER_CENT = 10;

/** How the queue stands, and what of it anybody may see. */
export function Figures({
  data,
  fairness,
}: {
  readonly data: QueueDay;
  readonly fairness: QueueFairness | undefined;
}): ReactNode {
  const { locale } = useLanguage();
  const text = useQueueText();
  const number = (value: number): string => formatInteger(locale, value);
  const minutes = (value: number): string => text("minutes", { count: number(value) });
  const now: readonly (readonly [QueueKey, string])[] = [
    ["figure.waiting", number(data.waiting)],
    ["figure.unplaced", number(data.unplaced)],
    ["figure.pace", formatPercent(locale, Math.round(data.pace / PER_CENT))],
    ...(data.forecastMinutes === undefined
      ? []
      : [["figure.forecast", minutes(data.forecastMinutes)] as [QueueKey, string]]),
  ];
  const told: readonly (readonly [QueueKey, string])[] = fairness
    ? [
        ["figure.places", number(fairness.vehicles)],
        ["fair.by-driver", number(fairness.byDriver)],
        ["figure.passed", number(fairness.passed)],
        ["figure.no-show", number(fairness.noShows)],
        ["fair.priority", number(fairness.priority)],
        ["fair.overtaken", number(fairness.overtaken)],
        ["fair.moved", number(fairness.moved)],
        ...(fairness.wait === undefined
          ? []
          : ([
              ["fair.wait", minutes(fairness.wait.median)],
              ["fair.ninetieth", minutes(fairness.wait.ninetieth)],
            ] as [QueueKey, string][])),
      ]
    : [];
  return (
    <>
      <dl className="road-figures">
        {now.map(([key, value]) => (
          <Figure key={key} label={text(key)} value={value} />
        ))}
      </dl>
      <dl className="road-figures" aria-label={text("fair")}>
        {told.map(([key, value]) => (
          <Figure key={key} label={text(key)} value={value} />
        ))}
      </dl>
    </>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
