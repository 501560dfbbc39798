import { type Static, Type } from "typebox";
import { Day, Instant } from "./codes.ts";
import { Decision, Reason } from "./passages.ts";
import { Receipt } from "./receipts.ts";

export const DECISION_FACTS_MAX = 100;

/** POST /api/decisions/:zone/:side/:name : one decision by a published rulebook; facts as `twinline decide` reads them. */
export const DecisionRequest = Type.Object(
  {
    facts: Type.Record(
      Type.String({ pattern: "^[a-z][a-z0-9_]{0,39}$" }),
      Type.Union([Type.String({ maxLength: 200 }), Type.Number(), Type.Boolean()]),
      {
        maxProperties: DECISION_FACTS_MAX,
        description: 'Facts and counter values by name: 5000, "8 kg", "2025-06-01", true',
      },
    ),
    at: Type.Optional(Instant),
    law: Type.Optional(Day),
  },
  { additionalProperties: false },
);
export type DecisionRequest = Static<typeof DecisionRequest>;

/** The decision as it stands in the entry, and why, in canonical bytes; both are those of `twinline decide --json`. */
export const DecisionAnswer = Type.Object({
  receipt: Receipt,
  decision: Decision,
  reasons: Type.Array(Reason),
});
export type DecisionAnswer = Static<typeof DecisionAnswer>;
