import { type Static, Type } from "typebox";
import { CAPTURES_MAX, CaptureSignature, captureFields } from "./captures.ts";
import { Instant, Verdict } from "./codes.ts";
import { PassageRequest } from "./passages.ts";
import { Amounts } from "./reservations.ts";

/** Days after which an event of a cut-off gate or a paper seal is no longer taken. */
export const LATE_DAYS_MAX = 30;

/** What a gate decided by itself: the passage, the verdict it took and what it decided with. */
const decidedThere = {
  passage: PassageRequest,
  verdict: Verdict,
  reason: Type.String({ pattern: "^[a-z_]{1,40}$" }),
};

/** A passage that a gate decided while it was cut off, in the number order of its device. */
export const GateEvent = Type.Object(
  {
    ...captureFields,
    kind: Type.Literal("passage"),
    ...decidedThere,
    hash: Type.String({ pattern: "^[0-9a-f]{64}$", description: "Rulebook it was decided under" }),
    counters: Amounts,
    /** Facts that only the gate had: what its pack said of the stay. */
    stay: Type.Optional(
      Type.Object(
        {
          visit: Type.String({ maxLength: 40 }),
          gate: Type.String({ maxLength: 12 }),
          enteredDay: Type.Integer(),
          lastDay: Type.Integer(),
        },
        { additionalProperties: false },
      ),
    ),
    watch: Type.Union([Type.Literal("none"), Type.Literal("refer"), Type.Literal("refuse")]),
    dataAsOf: Instant,
    pass: Type.Optional(
      Type.String({ pattern: "^[0-9a-f]{64}$", description: "SHA-256 of the code that the gate printed on the pass" }),
    ),
  },
  { additionalProperties: false },
);
export type GateEvent = Static<typeof GateEvent>;

export const SignedGateEvent = Type.Object(
  { event: GateEvent, signature: CaptureSignature },
  { additionalProperties: false },
);
export type SignedGateEvent = Static<typeof SignedGateEvent>;

/** POST /api/passages/late : what a gate decided by itself, in any order, as often as it likes. Answer: CaptureReport. */
export const LatePassages = Type.Object(
  { events: Type.Array(SignedGateEvent, { minItems: 1, maxItems: CAPTURES_MAX }) },
  { additionalProperties: false },
);
export type LatePassages = Static<typeof LatePassages>;

/**
 * POST /api/passages/paper : a passage that was written on a numbered seal, keyed in by an officer at a gate. The seal's
 * series and number stand where a device's key and sequence would. Answer: CaptureReport with one answer.
 */
export const PaperPassage = Type.Object(
  {
    seal: Type.Object(
      {
        series: Type.String({ pattern: "^[A-Z0-9]{1,12}$" }),
        number: captureFields.sequence,
      },
      { additionalProperties: false },
    ),
    at: Instant,
    ...decidedThere,
  },
  { additionalProperties: false },
);
export type PaperPassage = Static<typeof PaperPassage>;
