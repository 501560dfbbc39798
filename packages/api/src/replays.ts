import { type Static, Type } from "typebox";
import { Instant } from "./codes.ts";

/** Newest replays that a list shows, and replays that may wait at once. */
export const REPLAYS_SHOWN_MAX = 50;
export const REPLAYS_WAITING_MAX = 5;
/** Made-up passages of a year that a replay may be asked over. */
export const REPLAY_PASSAGES_MAX = 10_000_000;
/** Elasticities from -10 to 10, in thousandths. */
export const REPLAY_ELASTICITY_MAX = 10_000;

const Hash = Type.String({ pattern: "^[0-9a-f]{64}$" });

export const ReplayHistory = Type.Union([Type.Literal("journal"), Type.Literal("generated")]);
export const ReplayState = Type.Union([
  Type.Literal("waiting"),
  Type.Literal("running"),
  Type.Literal("done"),
  Type.Literal("failed"),
  Type.Literal("cancelled"),
]);
export type ReplayState = Static<typeof ReplayState>;

/** POST /api/replays : decides a history again under a saved reform. It waits its turn; one runs at a time. */
export const ReplayAdd = Type.Object(
  {
    proposal: Hash,
    history: ReplayHistory,
    passages: Type.Optional(Type.Integer({ minimum: 1, maximum: REPLAY_PASSAGES_MAX })),
    elasticity: Type.Optional(Type.Integer({ minimum: -REPLAY_ELASTICITY_MAX, maximum: REPLAY_ELASTICITY_MAX })),
  },
  { additionalProperties: false },
);
export type ReplayAdd = Static<typeof ReplayAdd>;

export const ReplayRow = Type.Object({
  id: Type.String(),
  proposal: Hash,
  name: Type.String({ description: "Name of the reform" }),
  history: ReplayHistory,
  passages: Type.Optional(Type.Integer()),
  elasticity: Type.Optional(Type.Integer()),
  state: ReplayState,
  phase: Type.Optional(Type.String({ description: "history or replay, while it runs" })),
  done: Type.Integer(),
  total: Type.Integer(),
  askedAt: Instant,
  endedAt: Type.Optional(Instant),
  problem: Type.Optional(Type.String({ description: "Id of what went wrong" })),
  message: Type.Optional(Type.String({ description: "English sentence for developers" })),
  report: Type.Optional(Hash),
  entry: Type.Optional(Type.Integer({ description: "Entry that holds the report's hash" })),
});
export type ReplayRow = Static<typeof ReplayRow>;

/** GET /api/replays : newest first. */
export const ReplayList = Type.Object({ rows: Type.Array(ReplayRow), may: Type.Array(Type.String()) });
export type ReplayList = Static<typeof ReplayList>;

export const ReplayParams = Type.Object({ id: Type.String({ pattern: "^replay_[A-Za-z0-9_-]{22}$" }) });
