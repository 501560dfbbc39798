import { type Static, Type } from "typebox";
import { Receipt } from "./receipts.ts";

/** What the spine answers to a command that is no passage: it is done, or refused with a code; an entry says so either way. */
export const Recorded = Type.Object({
  receipt: Receipt,
  outcome: Type.Union([Type.Literal("done"), Type.Literal("refused")]),
  reason: Type.String({ description: "Code, e.g. added, badge_taken" }),
});
export type Recorded = Static<typeof Recorded>;

/** Token of a second officer's signature, made by POST /api/session/second. */
export const SecondToken = Type.String({ pattern: "^[A-Za-z0-9_-]{43}$" });
