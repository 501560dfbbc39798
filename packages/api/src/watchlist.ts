import { type Static, Type } from "typebox";
import { Day, Instant } from "./codes.ts";

const WatchVerdict = Type.Union([Type.Literal("refer"), Type.Literal("refuse")]);

export const WatchRow = Type.Object({
  id: Type.String({ description: "Token of the watched document" }),
  issuer: Type.String({ description: "From the vault; empty once destroyed" }),
  number: Type.String({ description: "From the vault; empty once destroyed" }),
  verdict: WatchVerdict,
  code: Type.String(),
  from: Day,
  until: Day,
  active: Type.Boolean(),
  may: Type.Array(Type.String()),
});
export type WatchRow = Static<typeof WatchRow>;

/** GET /api/watchlist: newest first; `asOf` is when the list last changed here. */
export const WatchList = Type.Object({
  asOf: Instant,
  rows: Type.Array(WatchRow),
  total: Type.Integer(),
  may: Type.Array(Type.String()),
});
export type WatchList = Static<typeof WatchList>;

/** POST /api/watchlist. The reason is a code, never free text: entries hold no personal data. */
export const WatchAdd = Type.Object(
  {
    issuer: Type.String({ pattern: "^[A-Z]{2}$", description: "Issuing state, ISO 3166-1 alpha-2" }),
    number: Type.String({ pattern: "^[\\p{L}\\p{N} -]{3,40}$" }),
    verdict: WatchVerdict,
    code: Type.String({ pattern: "^[a-z_]{1,40}$" }),
    from: Day,
    until: Day,
  },
  { additionalProperties: false },
);
export type WatchAdd = Static<typeof WatchAdd>;

export const WatchParams = Type.Object({ id: Type.String({ pattern: "^watched_[A-Za-z0-9_-]{22}$" }) });
