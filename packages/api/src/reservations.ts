import { type Static, Type } from "typebox";
import { Day } from "./codes.ts";
import { GOODS_LINES_MAX, MASS_GRAMS_MAX, VALUE_MINOR_MAX } from "./limits.ts";
import { Decision, GoodsLine, GoodsOutcome, Meter, Reason } from "./passages.ts";
import { Receipt } from "./receipts.ts";

/** Amounts by the name of a counter of the rulebook, in its base unit (fen, grams, pieces): a vector of limits. */
export const Amounts = Type.Record(
  Type.String({ pattern: "^[a-z][a-z0-9_]{0,59}$" }),
  Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
);
export type Amounts = Static<typeof Amounts>;

/** A right asked for before there is a basket: goods up to these amounts, in so many lines at most. */
export const Envelope = Type.Object(
  {
    valueMinor: Type.Integer({ minimum: 1, maximum: VALUE_MINOR_MAX, description: "fen" }),
    valueEurMinor: Type.Optional(
      Type.Integer({ minimum: 1, maximum: VALUE_MINOR_MAX, description: "euro cent, where the law counts in euro" }),
    ),
    massGrams: Type.Optional(Type.Integer({ minimum: 0, maximum: MASS_GRAMS_MAX })),
    lines: Type.Optional(Type.Integer({ minimum: 1, maximum: GOODS_LINES_MAX })),
    category: Type.Optional(Type.String({ maxLength: 40 })),
  },
  { additionalProperties: false },
);
export type Envelope = Static<typeof Envelope>;

/**
 * POST /api/reservations, signed by the till (no officer). The traveller is known by the code on her pass alone. With `goods`
 * the basket is decided line by line; with `envelope` an amount is held for sales to come, on line or off.
 */
export const ReservationRequest = Type.Object(
  {
    pass: Type.String({ pattern: "^[A-Za-z0-9_-]{22}$" }),
    goods: Type.Optional(Type.Array(GoodsLine, { minItems: 1, maxItems: GOODS_LINES_MAX })),
    envelope: Type.Optional(Envelope),
  },
  { additionalProperties: false },
);
export type ReservationRequest = Static<typeof ReservationRequest>;

/**
 * A right that lives at this device, and everything the device needs to sell from it by itself. `held` is what it still
 * holds as the node knows; `ceiling` the counter values at which nothing of it is left, so that a sale is decided with
 * `ceiling - held` as its counters (zone `sellFrom`); `facts` what the rules must know of the traveller.
 */
export const Right = Type.Object({
  reservation: Type.Integer({ description: "Number of the entry that gave it" }),
  rulebook: Type.String(),
  hash: Type.String({ pattern: "^[0-9a-f]{64}$" }),
  day: Day,
  legal: Type.Integer({ description: "The same day, days since 1970-01-01" }),
  subject: Type.Object({
    person: Type.String({ description: "Token; means nothing outside of this node" }),
    gate: Type.String({ description: "Gate of entry" }),
    passage: Type.String({ description: "The coming exit" }),
  }),
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Integer(), Type.Boolean()])),
  ceiling: Amounts,
  held: Amounts,
  pass: Type.Optional(
    Type.String({
      pattern: "^[0-9a-f]{64}$",
      description: "SHA-256 of the pass's code: how an off-line device finds it",
    }),
  ),
});
export type Right = Static<typeof Right>;

/** Answer to a reservation; `refused` comes without a right, with the rules' own reason. */
export const ReservationAnswer = Type.Object({
  receipt: Receipt,
  outcome: Type.Union([Type.Literal("done"), Type.Literal("refused")]),
  reason: Type.String({ description: "reserved, nothing_left, not_inside, till_suspended, … or the rules' reason" }),
  reasons: Type.Array(Reason),
  decisions: Type.Array(Decision),
  right: Type.Optional(Right),
  goods: Type.Array(GoodsOutcome),
  meters: Type.Array(Meter),
});
export type ReservationAnswer = Static<typeof ReservationAnswer>;
