import type { HistoricChange, StreamName, Streams } from "./events.ts";
import { quartersOf } from "./quarters.ts";
import { reaches, usualWindowRule, type WindowPoint, type WindowRule, type Windows, windowsOf } from "./windows.ts";

/** One historic change, judged by streams from which its own traces were taken out. */
export type JudgedChange = {
  readonly change: HistoricChange;
  readonly open: boolean;
  /** The quarter of the change's date with the highest score, as the streams stood without it. */
  readonly point: WindowPoint | undefined;
  readonly thresholds: Readonly<Record<StreamName, number>>;
  /** Streams that did not reach their threshold in that quarter. */
  readonly missing: readonly StreamName[];
  /** Share of the other settings under which the window is open. */
  readonly settingsOpen: number;
};

export type WindowValidation = {
  readonly rule: WindowRule;
  readonly changes: readonly JudgedChange[];
  readonly open: number;
  /** Changes that would lie in an open window if they fell on quarters at random. */
  readonly byChance: number;
  readonly settings: number;
};

/** Settings tried beside the usual ones; fixed, none was chosen by its result. */
const tried = {
  halfLife: [4, 8, 16],
  percentile: [0.6, 0.7, 0.8],
  quarters: [1, 2, 4],
} as const;

/**
 * Judges every change of a chronology by the streams without that change (leave one out): thresholds, policy and politics
 * are computed anew each time. Nothing is fitted.
 */
export function validateWindows(
  streams: Streams,
  chronology: readonly HistoricChange[],
  rule: WindowRule = usualWindowRule,
): WindowValidation {
  const settings = tried.halfLife.flatMap((halfLife) =>
    tried.percentile.flatMap((percentile) =>
      tried.quarters.map((quarters): WindowRule => ({ ...rule, halfLife, percentile, quarters })),
    ),
  );
  const changes = chronology.map((change) => {
    const rest = without(streams, change);
    const windows = windowsOf(rest, rule);
    const under = settings.filter((setting) => within(windowsOf(rest, setting), change).some(({ open }) => open));
    return judge(change, windows, under.length / settings.length);
  });
  const chance = chronology.map((change) => {
    const { points } = windowsOf(without(streams, change), rule);
    const { first, last } = quartersOf(change.date);
    const width = last - first + 1;
    const starts = points.slice(0, points.length - width + 1);
    return starts.filter((_, at) => points.slice(at, at + width).some(({ open }) => open)).length / starts.length;
  });
  return {
    rule,
    changes,
    open: changes.filter(({ open }) => open).length,
    byChance: chance.reduce((sum, one) => sum + one, 0),
    settings: settings.length,
  };
}

function judge(change: HistoricChange, windows: Windows, settingsOpen: number): JudgedChange {
  const { thresholds } = windows;
  const own = within(windows, change);
  const point = own.toSorted((a, b) => Number(b.open) - Number(a.open) || b.score - a.score)[0];
  const names: readonly StreamName[] = ["problem", "policy", "politics"];
  const missing = names.filter((name) => !point || !reaches(point.streams[name], thresholds[name]));
  return { change, open: own.some(({ open }) => open), point, thresholds, missing, settingsOpen };
}

function within({ points, rule }: Windows, { date }: HistoricChange): readonly WindowPoint[] {
  const { first, last } = quartersOf(date);
  return points.slice(Math.max(0, first - rule.from * 4), Math.max(0, last - rule.from * 4 + 1));
}

/** The streams as they would stand had the change written nothing: `code` an event, `code@stage`, `code@until`. */
export function without({ events, proposals }: Streams, { own }: HistoricChange): Streams {
  const taken = new Set(own);
  return {
    events: events.flatMap((event) => {
      if (taken.has(event.code)) return [];
      if (!taken.has(`${event.code}@until`)) return [event];
      const { until: _, ...lasting } = event;
      return [lasting];
    }),
    proposals: proposals.map((proposal) => ({
      ...proposal,
      stages: proposal.stages.filter(({ stage }) => !taken.has(`${proposal.code}@${stage}`)),
    })),
  };
}
