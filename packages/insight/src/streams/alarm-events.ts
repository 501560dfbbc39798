import type { Texts } from "@twinline/rulebook";
import { type Alarm, alarmsOf } from "../indicators/alarms.ts";
import type { Indicator, Observation } from "../indicators/registry.ts";
import { type Series, seriesOf } from "../indicators/series.ts";
import type { StreamEvent, Streams } from "./events.ts";

/** Topic of the Comparative Agendas codebook for an alarm of each scheme: transportation, else foreign trade. */
const topics: { readonly [scheme: string]: string } = { "carec-cpmm": "10", "time-release": "10" };
const OTHER_TOPIC = "18";

/**
 * The alarms that would have been raised as the figures came in, one period after the other: nothing later is known when
 * an earlier one is judged.
 */
export function alarmHistory(
  registry: readonly Indicator[],
  all: readonly Observation[],
  units: readonly string[],
): readonly Alarm[] {
  return registry.flatMap((indicator) =>
    units.flatMap((unit) => {
      const whole = seriesOf(all, indicator.code, unit);
      const raised = whole.points.flatMap((_, last) => alarmsOf(indicator, upTo(whole, last)));
      return [...new Map(raised.map((alarm) => [`${alarm.kind} ${alarm.period}`, alarm])).values()];
    }),
  );
}

function upTo(series: Series, last: number): Series {
  return { ...series, points: series.points.slice(0, last + 1) };
}

/** The streams with alarms as events of the problem stream, each dated by the period of its figure. */
export function withAlarms(streams: Streams, alarms: readonly Alarm[], registry: readonly Indicator[]): Streams {
  const events = alarms.flatMap((alarm): readonly StreamEvent[] => {
    const indicator = registry.find(({ code }) => code === alarm.indicator);
    if (indicator === undefined) return [];
    return [
      {
        code: `alarm ${alarm.indicator} ${alarm.unit} ${alarm.period} ${alarm.kind}`,
        from: alarm.period,
        stream: "problem",
        kind: "indicator",
        topic: topics[indicator.scheme] ?? OTHER_TOPIC,
        name: nameOf(indicator.name, alarm),
        source: alarm.source,
        confidence: "D",
      },
    ];
  });
  return { ...streams, events: [...streams.events, ...events] };
}

function nameOf(indicator: Texts, { unit, period }: Alarm): Texts {
  const of = (text: string): string => `${text} (${unit}, ${period})`;
  return { zh: of(indicator.zh), kk: of(indicator.kk), ru: of(indicator.ru), en: of(indicator.en) };
}
