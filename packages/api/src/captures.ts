import { type Static, Type } from "typebox";
import { Instant } from "./codes.ts";
import { Receipt } from "./receipts.ts";

/** Events of one device that one request may bring. */
export const CAPTURES_MAX = 100;
/** Largest number of an event: a device that made one a second would reach it in a lifetime. */
export const SEQUENCE_MAX = 2_000_000_000;

/**
 * What is signed before an event's canonical bytes (RFC 8785, `writeCanonical` of packages/journal), so that a signature
 * over an event is no signature over anything else: UTF-8 of `${CAPTURE_CONTEXT}\n${writeCanonical(event)}`.
 */
export const CAPTURE_CONTEXT = "twinline device event v1";

/** Ed25519 over the event, 64 bytes as base64url. */
export const CaptureSignature = Type.String({ pattern: "^[A-Za-z0-9_-]{86}$" });

/**
 * What every event says of itself. `sequence` counts the device's events from 1 and never goes back, restarts included;
 * `boot` is a random name made at each start of the device. The clock is a claim: order is by number (promises.md D9).
 */
export const captureFields = {
  device: Type.String({ pattern: "^[A-Za-z0-9_-]{43}$", description: "Key id of the device that made it" }),
  boot: Type.String({ pattern: "^[A-Za-z0-9_-]{22}$", description: "128 random bits, made at each start" }),
  sequence: Type.Integer({ minimum: 1, maximum: SEQUENCE_MAX }),
  at: Instant,
};

/**
 * What became of one event. `recorded`: an entry stands in the journal (outcome and reason say which), also when the event
 * came before; `waiting`: it speaks of an event that has not arrived, nothing was recorded, send it again after that one.
 */
export const CaptureAnswer = Type.Object({
  device: Type.String(),
  sequence: Type.Integer(),
  status: Type.Union([Type.Literal("recorded"), Type.Literal("waiting")]),
  reason: Type.String({ description: "Code, e.g. sold, over_reservation, number_reused" }),
  outcome: Type.Optional(Type.String({ description: "done, refused, or the verdict of a passage" })),
  receipt: Type.Optional(Receipt),
  findings: Type.Array(Type.String({ description: "Codes of what did not fit; a human looks at each" })),
});
export type CaptureAnswer = Static<typeof CaptureAnswer>;

/** Answer to a batch: one for each event in the order they came, and how far the node knows each device's numbers. */
export const CaptureReport = Type.Object({
  answers: Type.Array(CaptureAnswer),
  devices: Type.Array(
    Type.Object({
      device: Type.String(),
      last: Type.Integer({ description: "Highest number that arrived; 0 for none" }),
      missing: Type.Integer({ description: "Numbers below it that have not arrived" }),
    }),
  ),
});
export type CaptureReport = Static<typeof CaptureReport>;

/** Something that does not fit and that a person must look at: a number used twice, a gap, a verdict that differs. */
export const FindingRow = Type.Object({
  entry: Type.Integer(),
  at: Instant,
  finding: Type.String({ description: "Code, e.g. number_reused, over_reservation, verdict_differs" }),
  device: Type.Optional(Type.String()),
  sequence: Type.Optional(Type.Integer()),
});
export type FindingRow = Static<typeof FindingRow>;

/** GET /api/findings : newest first. */
export const FindingList = Type.Object({ rows: Type.Array(FindingRow), total: Type.Integer() });
export type FindingList = Static<typeof FindingList>;
