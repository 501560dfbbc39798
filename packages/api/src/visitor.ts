import { type Static, Type } from "typebox";
import { Day, Direction, Texts, Verdict } from "./codes.ts";
import { Hold } from "./holds.ts";
import { VALUE_MINOR_MAX } from "./limits.ts";
import { GoodsOutcome, Meter, Reason } from "./passages.ts";

/** GET /api/visitor/check : "May I enter? With what? How much may I carry?" Public; nothing is recorded. */
export const VisitorQuestion = Type.Object(
  {
    direction: Direction,
    kind: Type.Optional(
      Type.String({ maxLength: 40, description: "Document kind (GET /api/codes); default passport" }),
    ),
    nationality: Type.Optional(Type.String({ pattern: "^[A-Z]{2}$" })),
    age: Type.Optional(Type.Integer({ minimum: 0, maximum: 130 })),
    validDays: Type.Optional(
      Type.Integer({ minimum: -36600, maximum: 36600, description: "Days the document is valid" }),
    ),
    guardian: Type.Optional(Type.Boolean()),
    daysInside: Type.Optional(Type.Integer({ minimum: 1, maximum: 36600, description: "Day of the stay, on leaving" })),
    category: Type.Optional(Type.String({ maxLength: 40, description: "Category of goods (GET /api/codes)" })),
    valueMinor: Type.Optional(
      Type.Integer({ minimum: 0, maximum: VALUE_MINOR_MAX, description: "Value of the goods, fen" }),
    ),
    indivisible: Type.Optional(Type.Boolean()),
    usedMinor: Type.Optional(
      Type.Integer({ minimum: 0, maximum: VALUE_MINOR_MAX, description: "Carried out today before" }),
    ),
  },
  { additionalProperties: false },
);
export type VisitorQuestion = Static<typeof VisitorQuestion>;

/** What the gate would say to this, by the law of today. Only the gate decides. */
export const VisitorAnswer = Type.Object({
  verdict: Verdict,
  reason: Type.String(),
  reasons: Type.Array(Reason),
  rulebook: Type.Object({ name: Type.String(), title: Texts, hash: Type.String(), law: Day }),
  stayDays: Type.Optional(Type.Integer({ description: "Days a stay may last, the day of entry counted" })),
  goods: Type.Array(GoodsOutcome),
  meters: Type.Array(Meter),
});
export type VisitorAnswer = Static<typeof VisitorAnswer>;

/** GET /api/visitor/pass/:code : how long the holder of a printed pass may stay, and what is left of the day's allowance. */
export const VisitorPass = Type.Object({
  visit: Type.String(),
  gate: Type.String(),
  enteredOn: Day,
  lastDay: Day,
  daysUsed: Type.Integer(),
  daysMax: Type.Integer(),
  daysLeft: Type.Integer({ description: "Negative when overstayed" }),
  meters: Type.Array(Meter),
  holds: Type.Array(Hold),
});
export type VisitorPass = Static<typeof VisitorPass>;

/** First member of a visitor's export of her own visit: an object whose `entries` hold a bundle each, for `twinline verify`. */
export const VISIT_FORMAT = "twinline/visit/1";
