import { type Static, Type } from "typebox";
import { Instant, Texts } from "./codes.ts";
import { EntryNumber } from "./entries.ts";

/** Minutes that a board may look back. */
export const boardSpans = [15, 60, 240, 1_440] as const;
/** Rows of one list of the board at most. */
export const BOARD_ROWS_MAX = 500;

const Gate = Type.String({ pattern: "^[A-Z]{2}-[A-Z0-9]{1,8}$" });
const LineName = Type.String({ pattern: "^[a-z_]{1,40}$", description: "Kind of lane, e.g. self_service" });

const Counts = Type.Object({ admit: Type.Integer(), refer: Type.Integer(), refuse: Type.Integer() });

/** One lane: what it did in the span, and whether its device is to be worried about. */
export const LaneRow = Type.Object({
  gate: Type.String(),
  lane: Type.String(),
  line: Type.String(),
  counts: Counts,
  perHour: Type.Integer(),
  /** Newest entry of the lane ever, not only of the span: a passage, an override, the registration of its device. */
  lastAt: Type.Optional(Instant),
  lastEntry: Type.Optional(Type.Integer()),
  /** A device is registered here; absent where none is. */
  device: Type.Optional(
    Type.Object({
      id: Type.String(),
      automatic: Type.Boolean(),
      isQuiet: Type.Boolean(),
      packAt: Type.Optional(Instant),
    }),
  ),
});
export type LaneRow = Static<typeof LaneRow>;

export const ReasonRow = Type.Object({
  outcome: Type.String(),
  reason: Type.String(),
  count: Type.Integer(),
  newest: Type.Integer({ description: "Number of the newest such entry" }),
});
export type ReasonRow = Static<typeof ReasonRow>;

/** GET /api/supervision/board?minutes= : what happens at the gates, from the journal and its state. No names. */
export const BoardAnswer = Type.Object({
  asOf: Instant,
  since: Instant,
  minutes: Type.Integer(),
  isCut: Type.Boolean({ description: "More happened than is counted here; figures are lower bounds" }),
  inside: Type.Object({
    people: Type.Integer(),
    vehicles: Type.Integer(),
    overstay: Type.Integer(),
    mismatch: Type.Integer(),
    bySide: Type.Record(Type.String(), Type.Integer()),
  }),
  counts: Counts,
  overridden: Type.Integer(),
  flow: Type.Array(Type.Object({ at: Instant, in: Type.Integer(), out: Type.Integer(), stopped: Type.Integer() })),
  flowMinutes: Type.Integer(),
  lanes: Type.Array(LaneRow, { maxItems: BOARD_ROWS_MAX }),
  reasons: Type.Array(ReasonRow, { maxItems: BOARD_ROWS_MAX }),
  overrides: Type.Array(ReasonRow, { maxItems: BOARD_ROWS_MAX }),
});
export type BoardAnswer = Static<typeof BoardAnswer>;
export const BoardQuery = Type.Object({
  minutes: Type.Optional(Type.Union(boardSpans.map((minutes) => Type.Literal(minutes)))),
});

/** Salted commitments: what is said stays in the request; the journal holds a keyed hash. */
export const LinkNote = Type.Object(
  {
    passage: EntryNumber,
    link: Type.Union([Type.Literal("payer"), Type.Literal("phone"), Type.Literal("receiver")]),
    value: Type.String({
      pattern: "^[\\p{L}\\p{N} +.-]{3,60}$",
      description: "Account, number or document; never kept",
    }),
  },
  { additionalProperties: false },
);
export type LinkNote = Static<typeof LinkNote>;

export const RunnerReason = Type.Object({
  trait: Type.String(),
  label: Texts,
  value: Type.Integer(),
  points: Type.Integer(),
  most: Type.Integer(),
  from: Type.Integer(),
  full: Type.Integer(),
});
export const RunnerRow = Type.Object({
  root: Type.Integer({ description: "Entry that a case would grow from" }),
  name: Type.String({ description: "From the vault; empty once the person's data are destroyed" }),
  score: Type.Integer(),
  reasons: Type.Array(RunnerReason),
  evidence: Type.Array(Type.Integer()),
  case: Type.Optional(Type.String({ description: "The person's newest case of this kind" })),
});
export type RunnerRow = Static<typeof RunnerRow>;

/** GET /api/supervision/runners : our own score, shown to a human. It decides nothing. */
export const RunnerList = Type.Object({
  asOf: Instant,
  windowDays: Type.Integer(),
  lookFrom: Type.Integer(),
  exits: Type.Integer({ description: "Exits with goods that were looked at" }),
  isCut: Type.Boolean(),
  weights: Type.Array(
    Type.Object({
      trait: Type.String(),
      label: Texts,
      points: Type.Integer(),
      from: Type.Integer(),
      full: Type.Integer(),
    }),
  ),
  rows: Type.Array(RunnerRow, { maxItems: BOARD_ROWS_MAX }),
  may: Type.Array(Type.String()),
});
export type RunnerList = Static<typeof RunnerList>;

/** Where a figure of a forecast is from: counted at the gate, or the zone's file. */
const Figure = Type.Object({
  value: Type.Number(),
  basis: Type.Union([Type.Literal("observed"), Type.Literal("file"), Type.Literal("assumed")]),
  source: Type.Optional(Type.String()),
  confidence: Type.Optional(Type.String()),
});
export type Figure = Static<typeof Figure>;

export const LaneOption = Type.Object({ lanes: Type.Integer(), waitSeconds: Type.Integer() });

/** One line at a gate with its forecast; the working is everything beside `forecastSeconds`. */
export const LineForecast = Type.Object({
  gate: Type.String(),
  line: Type.String(),
  lanes: Type.Integer({ description: "Lanes of this kind that the gate has" }),
  open: Type.Integer({ description: "Lanes that passed somebody in the last minutes" }),
  passedPerHour: Type.Integer(),
  arrivingPerHour: Type.Integer(),
  waiting: Type.Optional(
    Type.Object({
      people: Type.Integer(),
      at: Instant,
      entry: Type.Integer(),
      isFresh: Type.Boolean(),
      lanes: Type.Optional(
        Type.Integer({ description: "Lanes whose officers counted; the other open ones are taken alike" }),
      ),
    }),
  ),
  seconds: Type.Optional(Figure),
  variation: Figure,
  utilisationPercent: Type.Optional(Type.Integer()),
  nowSeconds: Type.Optional(Type.Integer()),
  forecastSeconds: Type.Optional(Type.Integer()),
  options: Type.Array(LaneOption),
  /** Lanes that bring the wait to the target, or all there are; absent when what is open is enough. */
  advised: Type.Optional(LaneOption),
  /** What would have to come at another time if even all lanes are not enough. */
  spread: Type.Optional(Type.Object({ peoplePerHour: Type.Integer(), waitSeconds: Type.Integer() })),
});
export type LineForecast = Static<typeof LineForecast>;

/** GET /api/supervision/capacity : waits and what would shorten them. Advice only; nothing opens or closes by it. */
export const CapacityAnswer = Type.Object({
  asOf: Instant,
  spanMinutes: Type.Integer(),
  horizonMinutes: Type.Integer(),
  targetMinutes: Type.Integer(),
  lines: Type.Array(LineForecast),
  /** Passages of the last day by hour, for staggered and booked passage. */
  hours: Type.Array(Type.Object({ at: Instant, passages: Type.Integer() })),
  may: Type.Array(Type.String()),
});
export type CapacityAnswer = Static<typeof CapacityAnswer>;

/** POST /api/supervision/counts : somebody counted who waits: before all lanes of a kind, or before the device's own. */
export const QueueCount = Type.Object(
  { gate: Gate, line: Type.Optional(LineName), waiting: Type.Integer({ minimum: 0, maximum: 50_000 }) },
  { additionalProperties: false },
);
export type QueueCount = Static<typeof QueueCount>;

/** POST /api/supervision/halls : what if a hall had so many lanes. A computation; nothing is recorded. */
export const HallRequest = Type.Object(
  {
    lanes: Type.Integer({ minimum: 1, maximum: 500 }),
    perHour: Type.Integer({ minimum: 1, maximum: 30_000 }),
    seconds: Type.Integer({ minimum: 1, maximum: 3_600 }),
    variationPercent: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 400,
        description: "Variance of the time over its squared mean, in per cent",
      }),
    ),
  },
  { additionalProperties: false },
);
export type HallRequest = Static<typeof HallRequest>;
export const HallParams = Type.Object({ id: Type.String({ pattern: "^hall_[A-Za-z0-9_-]{22}$" }) });

const Between = Type.Object({ mean: Type.Number(), low: Type.Number(), high: Type.Number() });

/** GET /api/supervision/halls/:id : a run, on its way or done; 95 % intervals over the repetitions. */
export const HallRun = Type.Object({
  id: Type.String(),
  state: Type.Union([Type.Literal("waiting"), Type.Literal("running"), Type.Literal("done"), Type.Literal("failed")]),
  percent: Type.Integer(),
  asked: HallRequest,
  result: Type.Optional(
    Type.Object({
      repetitions: Type.Integer(),
      hours: Type.Integer(),
      seed: Type.Integer(),
      isStable: Type.Boolean({
        description: "False: more come than all lanes can take, and the wait grows with the hours",
      }),
      waitSeconds: Between,
      waiting: Between,
      utilisationPercent: Type.Integer(),
      /** The same by formula, where the line is stable. */
      formulaSeconds: Type.Optional(Type.Number()),
    }),
  ),
});
export type HallRun = Static<typeof HallRun>;
