import { type Static, Type } from "typebox";
import { Day, Instant } from "./codes.ts";

/** GET /api/stays?list=inside|overstay|mismatch: who is inside now, who should have left, exits and entries without their pair. */
export const StayRow = Type.Object({
  visit: Type.String(),
  name: Type.String({ description: "From the vault; empty once the person's data are destroyed" }),
  nationality: Type.String(),
  documentKind: Type.String(),
  gate: Type.String(),
  enteredAt: Instant,
  lastDay: Day,
  daysLeft: Type.Integer({ description: "Negative when overstayed" }),
  entry: Type.Integer({ description: "Journal number of the entry" }),
  mismatch: Type.Optional(
    Type.Union([Type.Literal("entry-without-exit"), Type.Literal("exit-without-entry"), Type.Literal("other-gate")]),
  ),
});
export type StayRow = Static<typeof StayRow>;

export const StayList = Type.Object({
  asOf: Instant,
  rows: Type.Array(StayRow),
  next: Type.Optional(Type.String()),
  counts: Type.Object({
    inside: Type.Integer(),
    overstay: Type.Integer(),
    mismatch: Type.Integer(),
    vehicles: Type.Integer(),
    bySide: Type.Record(Type.String(), Type.Integer()),
  }),
});
export type StayList = Static<typeof StayList>;
