import { type Static, Type } from "typebox";
import { Day, Instant, Texts } from "./codes.ts";
import { SecondToken } from "./recorded.ts";

/** Requests that one answer shows, the most urgent first. */
export const ERASURE_REQUESTS_MAX = 200;

/** POST /api/persons/:token/erase: two officers (P26), the second for the act "person.erase/<token>". */
export const PersonErase = Type.Object({ second: Type.Optional(SecondToken) }, { additionalProperties: false });
export type PersonErase = Static<typeof PersonErase>;

export const PersonParams = Type.Object({ token: Type.String({ pattern: "^person_[A-Za-z0-9_-]{22}$" }) });

const RequestState = Type.Union([Type.Literal("open"), Type.Literal("erased"), Type.Literal("refused")]);
const Sourced = Type.Object({ value: Type.Integer(), source: Type.String(), confidence: Type.String() });

/** One person who asked that her data be destroyed. */
export const ErasureRow = Type.Object({
  person: Type.String({ description: "Token; the act person.erase/<token> needs it" }),
  name: Type.String({ description: "From the vault; empty once destroyed" }),
  state: RequestState,
  asked: Day,
  due: Day,
  late: Type.Boolean({ description: "Open, and its last day is over" }),
  inside: Type.Boolean({ description: "While inside nobody is erased: the gate must know whom it lets out" }),
  code: Type.Optional(Type.String({ description: "Why it was refused" })),
  entry: Type.Integer(),
});
export type ErasureRow = Static<typeof ErasureRow>;

/** GET /api/erasure-requests: open ones first, by the day on which they are due. */
export const ErasureList = Type.Object({
  asOf: Instant,
  rows: Type.Array(ErasureRow, { maxItems: ERASURE_REQUESTS_MAX }),
  isCut: Type.Boolean(),
  answerDays: Sourced,
  retentionDays: Type.Optional(Sourced),
  refusals: Type.Array(Type.Object({ code: Type.String(), label: Texts })),
  may: Type.Array(Type.String()),
});
export type ErasureList = Static<typeof ErasureList>;

/** POST /api/persons/:token/refuse-erasure. A code of the zone's file, never free text. */
export const ErasureRefuse = Type.Object(
  { code: Type.String({ pattern: "^[a-z_]{1,40}$" }) },
  { additionalProperties: false },
);
export type ErasureRefuse = Static<typeof ErasureRefuse>;
