import { type Static, Type } from "typebox";
import { Instant } from "./codes.ts";

/** Proof in the caller's hand that an entry stands in the journal: number and hash, signed by the node (packages/journal). */
export const Receipt = Type.Object({
  origin: Type.String({ description: "Name of the journal, e.g. twinline/khorgos/cn" }),
  number: Type.Integer({ minimum: 1 }),
  hash: Type.String({ pattern: "^[0-9a-f]{64}$" }),
  at: Instant,
  signature: Type.String(),
});
export type Receipt = Static<typeof Receipt>;
