import { type Static, Type } from "typebox";
import { SEQUENCE_MAX } from "./captures.ts";
import { Instant } from "./codes.ts";
import { PassageRequest } from "./passages.ts";
import { Receipt } from "./receipts.ts";

/** Series of numbered paper seals: letters and digits. */
export const SealSeries = Type.String({ pattern: "^[A-Z0-9]{1,12}$" });
const SealNumber = Type.Integer({ minimum: 1, maximum: SEQUENCE_MAX });
/** Seals that one run may hold. */
export const SEALS_PRINT_MAX = 100;
/** Runs that one answer shows. */
export const SEAL_RUNS_MAX = 200;

/** POST /api/seals : seals are about to be printed for a gate; the node names their series, which is on each of them. */
export const SealPrint = Type.Object(
  {
    gate: PassageRequest.properties.gate,
    lane: PassageRequest.properties.lane,
    count: Type.Integer({ minimum: 1, maximum: SEALS_PRINT_MAX }),
  },
  { additionalProperties: false },
);
export type SealPrint = Static<typeof SealPrint>;

/** Numbers 1 to `count` of the series may be printed now, once. */
export const SealsPrinted = Type.Object({ receipt: Receipt, series: SealSeries, count: Type.Integer() });
export type SealsPrinted = Static<typeof SealsPrinted>;

const VoidCode = Type.Union([Type.Literal("spoiled"), Type.Literal("lost"), Type.Literal("recalled")]);

/** What became of the seals of one run: each number stands in one of the three lists. */
export const SealRunRow = Type.Object({
  series: SealSeries,
  gate: Type.String(),
  lane: Type.String(),
  count: Type.Integer(),
  entry: Type.Integer(),
  at: Instant,
  officer: Type.String({ description: "Badge number of who printed them; empty when it is not known" }),
  used: Type.Array(SealNumber),
  void: Type.Array(Type.Object({ number: SealNumber, code: VoidCode })),
  missing: Type.Array(SealNumber, {
    description: "Printed, and neither keyed in nor void: blank, lost, or not keyed in",
  }),
});
export type SealRunRow = Static<typeof SealRunRow>;

/** GET /api/seals : print runs, newest first. */
export const SealList = Type.Object({
  rows: Type.Array(SealRunRow),
  isCut: Type.Boolean({ description: "There are more runs than one answer shows" }),
  may: Type.Array(Type.String()),
});
export type SealList = Static<typeof SealList>;

/** POST /api/seals/:series/:number/void : nothing is taken under this seal any more. Answer: Recorded. */
export const SealParams = Type.Object({ series: SealSeries, number: SealNumber });
export const SealVoid = Type.Object({ code: VoidCode }, { additionalProperties: false });
export type SealVoid = Static<typeof SealVoid>;
