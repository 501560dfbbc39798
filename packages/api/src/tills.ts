import { type Static, Type } from "typebox";
import { CAPTURES_MAX, CaptureSignature, captureFields } from "./captures.ts";
import { Day } from "./codes.ts";
import { GOODS_LINES_MAX } from "./limits.ts";
import { GoodsLine } from "./passages.ts";
import { Amounts } from "./reservations.ts";
import { SaleId } from "./sale-ids.ts";

/** Goods were sold from a reservation. The counters are the ones the till decided with: the node decides it again. */
export const TillSale = Type.Object(
  {
    ...captureFields,
    kind: Type.Literal("sale"),
    reservation: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
    hash: Type.String({ pattern: "^[0-9a-f]{64}$", description: "Rulebook it was decided under" }),
    counters: Amounts,
    goods: Type.Array(GoodsLine, { minItems: 1, maxItems: GOODS_LINES_MAX }),
  },
  { additionalProperties: false },
);
export type TillSale = Static<typeof TillSale>;

/** The till gives back a part or all of what a reservation still holds; only this returns a right before the day is closed. */
export const TillRelease = Type.Object(
  {
    ...captureFields,
    kind: Type.Literal("release"),
    reservation: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
    amounts: Amounts,
  },
  { additionalProperties: false },
);
export type TillRelease = Static<typeof TillRelease>;

/** Goods came back: pieces of lines of a sale of this till. What they used of the allowance returns to the day of purchase. */
export const TillRefund = Type.Object(
  {
    ...captureFields,
    kind: Type.Literal("refund"),
    sale: SaleId,
    lines: Type.Array(
      Type.Object(
        {
          line: Type.Integer({ minimum: 0, maximum: GOODS_LINES_MAX - 1 }),
          quantity: Type.Integer({ minimum: 1, maximum: 100_000 }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: GOODS_LINES_MAX },
    ),
  },
  { additionalProperties: false },
);
export type TillRefund = Static<typeof TillRefund>;

/** The till's word that it sells no more from rights of this legal day or of earlier ones. */
export const TillLast = Type.Object(
  { ...captureFields, kind: Type.Literal("last"), day: Day },
  { additionalProperties: false },
);
export type TillLast = Static<typeof TillLast>;

export const TillEvent = Type.Union([TillSale, TillRelease, TillRefund, TillLast]);
export type TillEvent = Static<typeof TillEvent>;

export const SignedTillEvent = Type.Object(
  { event: TillEvent, signature: CaptureSignature },
  { additionalProperties: false },
);
export type SignedTillEvent = Static<typeof SignedTillEvent>;

/**
 * POST /api/till/events : signed events of tills, in any order, as often as the sender likes; a sale on line is a batch of
 * one. A gate sends the event that a sales slip carries as QR, so that goods are covered before their till is back on line.
 */
export const TillEvents = Type.Object(
  { events: Type.Array(SignedTillEvent, { minItems: 1, maxItems: CAPTURES_MAX }) },
  { additionalProperties: false },
);
export type TillEvents = Static<typeof TillEvents>;

/** POST /api/days/:day/close : a legal day is over; what tills still hold of it returns once each has said its last number. */
export const DayParams = Type.Object({ day: Day });
export const DayClosed = Type.Object({
  outcome: Type.String(),
  reason: Type.String(),
  returned: Type.Integer({ description: "Reservations that returned now" }),
  awaited: Type.Integer({ description: "Reservations that wait for the last number of their till" }),
});
export type DayClosed = Static<typeof DayClosed>;
