import { type Static, Type } from "typebox";
import { Day, Instant, Texts } from "./codes.ts";
import { Right } from "./reservations.ts";

/** What a shop may do while the node cannot be reached; the law's own caps are never among what may be risked. */
export const OfflinePolicy = Type.Union([
  Type.Literal("refuse"),
  Type.Literal("reserved-only"),
  Type.Literal("bounded-risk"),
]);
export type OfflinePolicy = Static<typeof OfflinePolicy>;

/** Open stays that one pack carries at most, the newest; whoever is missing is for a human. */
export const PACK_STAYS_MAX = 20_000;
/** Watched documents that one pack carries at most. */
export const PACK_WATCH_MAX = 20_000;
/** Rights of one device that one pack carries at most. */
export const PACK_RIGHTS_MAX = 2_000;

/**
 * GET /api/pack?have=<hash>,<hash> : what this device needs to decide by itself, signed for by its key. Rulebooks come as
 * checked data for `compileClosures`; those whose hash the device has are named without it. `version` changes when anything
 * in it does; `asOf` is the node's instant from which its age counts.
 */
export const Pack = Type.Object({
  version: Type.String({ pattern: "^[0-9a-f]{64}$" }),
  asOf: Instant,
  zone: Type.String(),
  side: Type.String(),
  device: Type.Object({
    id: Type.String(),
    kind: Type.Union([Type.Literal("gate"), Type.Literal("till")]),
    gate: Type.String(),
    lane: Type.String(),
    last: Type.Integer({ description: "Highest number of an event of this device that the node knows" }),
    suspended: Type.Boolean({ description: "A number of it was used twice: it gets no more rights" }),
  }),
  policy: OfflinePolicy,
  rulebooks: Type.Array(
    Type.Object({
      name: Type.String(),
      hash: Type.String({ pattern: "^[0-9a-f]{64}$" }),
      rulebook: Type.Optional(Type.Any({ description: "CheckedRulebook of packages/rulebook" })),
    }),
  ),
  /** Signed legal days of the side (zone `Run`): days since 1970-01-01, epoch ms. */
  calendar: Type.Object({
    side: Type.String(),
    zone: Type.String(),
    runs: Type.Array(
      Type.Object({
        firstDay: Type.Integer(),
        lastDay: Type.Integer(),
        startsAt: Type.Integer(),
        lengthMs: Type.Integer(),
      }),
    ),
  }),
  goods: Type.Array(
    Type.Object({
      code: Type.String(),
      label: Texts,
      headings: Type.Optional(Type.Array(Type.String({ description: "Headings that usually fall under it" }))),
      facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Boolean()])),
    }),
  ),
  rights: Type.Array(Right),
  /** Gates only: how documents are read here, and which limits a passage shows (zone `DocumentRow`, `MeterRow`). */
  documents: Type.Optional(
    Type.Object({
      rows: Type.Array(Type.Object({ code: Type.String(), issuer: Type.String(), kind: Type.String() })),
      byHand: Type.Array(Type.String()),
    }),
  ),
  meters: Type.Optional(
    Type.Record(
      Type.String(),
      Type.Array(
        Type.Object({
          name: Type.String(),
          used: Type.String(),
          cap: Type.String(),
          output: Type.Optional(Type.String()),
          unit: Type.String(),
          label: Texts,
        }),
      ),
    ),
  ),
  /**
   * Gates only. A document is on the list when base64url(SHA-256(salt + "\n" + issuer + "\n" + number)) is among the rows;
   * issuer and number in NFKC, upper case, letters and digits only.
   */
  watch: Type.Optional(
    Type.Object({
      salt: Type.String(),
      asOf: Instant,
      whole: Type.Boolean({ description: "False when the list is longer than a pack: ask a human" }),
      rows: Type.Array(
        Type.Object({
          commitment: Type.String(),
          verdict: Type.Union([Type.Literal("refer"), Type.Literal("refuse")]),
          from: Day,
          until: Day,
        }),
      ),
    }),
  ),
  /** Gates only: who is inside, found by the SHA-256 of the code on the pass. */
  stays: Type.Optional(
    Type.Object({
      whole: Type.Boolean(),
      rows: Type.Array(
        Type.Object({
          pass: Type.String(),
          visit: Type.String(),
          gate: Type.String(),
          enteredDay: Type.Integer(),
          lastDay: Type.Integer(),
        }),
      ),
    }),
  ),
});
export type Pack = Static<typeof Pack>;
