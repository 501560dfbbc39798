import { type Static, Type } from "typebox";
import { Day, Instant } from "./codes.ts";
import { Hold } from "./holds.ts";
import { GoodsLine, GoodsOutcome } from "./passages.ts";
import { SaleId } from "./sale-ids.ts";

/** A recorded sale; `open` when its goods are still inside and may be carried out without counting again. */
export const SaleRow = Type.Object({
  id: SaleId,
  entry: Type.Integer(),
  at: Instant,
  day: Day,
  till: Type.String({ description: "Place of the till" }),
  state: Type.Union([Type.Literal("open"), Type.Literal("carried_out"), Type.Literal("returned")]),
  goods: Type.Array(GoodsLine),
  outcomes: Type.Array(GoodsOutcome),
});
export type SaleRow = Static<typeof SaleRow>;

/** GET /api/sales?pass=<code> : what was sold to the holder of a pass in this visit, for a gate officer or a till (its own). */
export const SaleQuery = Type.Object({ pass: Type.String({ pattern: "^[A-Za-z0-9_-]{22}$" }) });
export const SaleList = Type.Object({
  visit: Type.String(),
  rows: Type.Array(SaleRow),
  /** What tills hold and have not sold; told at a gate alone. */
  holds: Type.Array(Hold),
});
export type SaleList = Static<typeof SaleList>;
