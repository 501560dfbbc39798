import type { Texts } from "@twinline/rulebook";
import { ModelInputError } from "../models/input.ts";
import { checklist, type Stage, type StreamName, type StreamProposal, type Streams, streamNames } from "./events.ts";
import { quartersOf, quarterText } from "./quarters.ts";

export const QUARTERS_MAX = 2_000;

/** How windows are scored. Everything here is ours; no published index exists. */
export type WindowRule = {
  readonly from: number;
  readonly to: number;
  /** Quarters in which an event loses half its weight. */
  readonly halfLife: number;
  /** Share of its own history that a stream must reach. */
  readonly percentile: number;
  /** Quarters in a row. */
  readonly quarters: number;
  readonly weights: Readonly<Record<StreamName, number>>;
};

export const usualWindowRule: WindowRule = {
  from: 1983,
  to: 2025,
  halfLife: 8,
  percentile: 0.7,
  quarters: 2,
  weights: { problem: 1, policy: 1, politics: 1 },
};

/** The streams and the score of one quarter. */
export type WindowPoint = {
  readonly quarter: string;
  readonly streams: Readonly<Record<StreamName, number>>;
  readonly score: number;
  readonly open: boolean;
};

export type Windows = {
  readonly rule: WindowRule;
  /** What a stream must reach, from its own history. */
  readonly thresholds: Readonly<Record<StreamName, number>>;
  readonly points: readonly WindowPoint[];
  /** Share of quarters in which a window is open. */
  readonly openShare: number;
  readonly formula: string;
  readonly caveat: Texts;
};

/** How far a stage has come, and how much of it is approval; ours. */
const readiness: Readonly<Record<Stage, number>> = { idea: 0.25, draft: 0.5, agreed: 0.75, signed: 1, adopted: 1 };
const approval: Readonly<Record<Stage, number>> = { idea: 0, draft: 0, agreed: 0.5, signed: 1, adopted: 1 };
/** Half-lives after which an event counts nothing: its last thousandth must not decide between equal quarters. */
const FADED_AFTER = 10;
/** Share by which a stream may fall short and still reach: sums of doubles differ by the order of adding. */
const EQUAL_SHARE = 1e-9;
/** A point of the checklist that nobody recorded. */
const UNRECORDED = 0.5;

export const formula =
  "score = (problem^w1 · policy^w2 · politics^w3)^(1/(w1+w2+w3)); " +
  "problem = conditions that last + Σ 2^(−age/half-life) of focusing events and alarms; " +
  "policy = mean readiness of open proposals · mean feasibility; " +
  "politics = Σ 2^(−age/half-life) of events + furthest approval; " +
  "open = each stream above 0 and at or above its own percentile for so many quarters";

/** Scores every quarter of the rule's years. */
export function windowsOf(streams: Streams, rule: WindowRule = usualWindowRule): Windows {
  const count = (rule.to - rule.from + 1) * 4;
  if (!(count >= 4 && count <= QUARTERS_MAX))
    throw new ModelInputError("from", `1 to ${QUARTERS_MAX / 4} years are expected`);
  const quarters = Array.from({ length: count }, (_, index) => rule.from * 4 + index);
  const dated = datedOf(streams);
  const rows = quarters.map((quarter) => streamsAt(dated, quarter, rule.halfLife));
  const threshold = (name: StreamName): number =>
    percentileOf(
      rows.map((row) => row[name]),
      rule.percentile,
    );
  const thresholds = { problem: threshold("problem"), policy: threshold("policy"), politics: threshold("politics") };
  const reached = rows.map((row) => streamNames.every((name) => reaches(row[name], thresholds[name])));
  const points = quarters.map((quarter, index) => ({
    quarter: quarterText(quarter),
    streams: rows[index]!,
    score: scoreOf(rows[index]!, rule.weights),
    open: index + 1 >= rule.quarters && reached.slice(index + 1 - rule.quarters, index + 1).every(Boolean),
  }));
  const openShare = points.filter(({ open }) => open).length / points.length;
  return { rule, thresholds, points, openShare, formula, caveat };
}

/** A dry stream reaches nothing, even where its history is as dry. */
export function reaches(value: number, threshold: number): boolean {
  return value > 0 && value >= threshold * (1 - EQUAL_SHARE);
}

/** Weighted geometric mean: one dry stream closes the window. */
export function scoreOf(row: Readonly<Record<StreamName, number>>, weights: WindowRule["weights"]): number {
  const total = streamNames.reduce((sum, name) => sum + weights[name], 0);
  return streamNames.reduce((product, name) => product * row[name] ** (weights[name] / total), 1);
}

/** The streams with every date read once. */
type Dated = {
  readonly events: readonly {
    readonly stream: "problem" | "politics";
    readonly lasts: boolean;
    readonly from: number;
    readonly until: number;
  }[];
  readonly proposals: readonly {
    readonly feasible: number;
    readonly stages: readonly { readonly stage: Stage; readonly from: number; readonly until: number }[];
  }[];
};

function datedOf({ events, proposals }: Streams): Dated {
  return {
    events: events.map(({ stream, kind, from, until }) => ({
      stream,
      lasts: kind === "condition" || kind === "feedback",
      from: quartersOf(from).first,
      until: until === undefined ? Number.POSITIVE_INFINITY : quartersOf(until).last,
    })),
    proposals: proposals.map((proposal) => ({
      feasible: feasibility(proposal),
      stages: proposal.stages.map(({ stage, from }) => {
        const { first, last } = quartersOf(from);
        return { stage, from: first, until: last };
      }),
    })),
  };
}

function streamsAt({ events, proposals }: Dated, quarter: number, halfLife: number): Record<StreamName, number> {
  const faded = (stream: "problem" | "politics"): number =>
    events.reduce((sum, event) => {
      const age = quarter - event.from;
      if (event.stream !== stream || age < 0) return sum;
      if (event.lasts) return quarter <= event.until ? sum + 1 : sum;
      return age > FADED_AFTER * halfLife ? sum : sum + 0.5 ** (age / halfLife);
    }, 0);
  const open = proposals.flatMap(({ stages, feasible }) => {
    const stage = stageAt(stages, quarter);
    return stage === undefined ? [] : [{ stage, feasible }];
  });
  const mean = (values: readonly number[]): number =>
    values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    problem: faded("problem"),
    policy: mean(open.map(({ stage }) => readiness[stage])) * mean(open.map(({ feasible }) => feasible)),
    politics: faded("politics") + open.reduce((most, { stage }) => Math.max(most, approval[stage]), 0),
  };
}

/** The furthest stage reached; a proposal leaves the stream after the quarter of its adoption. */
function stageAt(stages: Dated["proposals"][number]["stages"], quarter: number): Stage | undefined {
  const reached = stages.findLast(({ from }) => from <= quarter);
  return reached === undefined || (reached.stage === "adopted" && quarter > reached.until) ? undefined : reached.stage;
}

function feasibility({ checklist: points }: StreamProposal): number {
  return checklist.reduce((sum, name) => sum + (points[name] ?? UNRECORDED), 0) / checklist.length;
}

/** Linear between the two nearest (Hyndman and Fan, type 7). */
function percentileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return low + (high - low) * (at - Math.floor(at));
}

const caveat: Texts = {
  en: "The window score is Twinline's own proposal, not a published index. It says when streams meet, not what will be decided.",
  zh: "窗口分数是Twinline自拟的方法，并非已发表的指数；它表示各源流何时汇合，不预言决定。",
  kk: "Терезе ұпайы — Twinline-ның өз ұсынысы, жарияланған индекс емес; ол ағындардың қашан тоғысатынын айтады, шешімді болжамайды.",
  ru: "Оценка окна предложена самим Twinline и не является опубликованным индексом; она говорит, когда потоки сходятся, а не что решат.",
};
