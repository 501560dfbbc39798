import { type Static, Type } from "typebox";
import { Day, Instant, Texts } from "./codes.ts";

/** Holds that one answer shows. */
export const HOLDS_MAX = 20;

/**
 * What a till still holds of a traveller's allowance: reserved there, not sold, and so used for everybody else. It comes back
 * by the till's own word, or when its day is closed and the till has reported (promises.md D8).
 */
export const Hold = Type.Object({
  reservation: Type.Integer({ description: "Number of the entry that gave it" }),
  place: Type.String({ description: "Where the till stands" }),
  lane: Type.String({ description: "The till's own number there" }),
  label: Type.Optional(Texts),
  since: Instant,
  day: Day,
  amounts: Type.Array(
    Type.Object({ label: Texts, unit: Type.String({ description: "CNY, g or piece" }), amount: Type.Integer() }),
  ),
});
export type Hold = Static<typeof Hold>;
