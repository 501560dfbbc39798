import { type Static, Type } from "typebox";
import { Day, Instant } from "./codes.ts";
import { EntryNumber, EntryRow } from "./entries.ts";
import { Reason } from "./passages.ts";
import { SecondToken } from "./recorded.ts";

export const CASE_ROWS_MAX = 200;
/** Entries that one step may add as evidence. */
export const CASE_EVIDENCE_MAX = 20;

export const CaseSubject = Type.Union([Type.Literal("overstay"), Type.Literal("missing_pair"), Type.Literal("runner")]);
export type CaseSubject = Static<typeof CaseSubject>;
const CaseCode = Type.String({ pattern: "^[a-z_]{1,40}$" });

/** A matter that an officer may open a case on; what the journal shows, nothing decided. */
export const CaseCandidate = Type.Object({
  about: CaseSubject,
  root: Type.Integer({ description: "Entry that the case would grow from" }),
  name: Type.String(),
  nationality: Type.String(),
  gate: Type.String(),
  since: Instant,
  daysOver: Type.Optional(Type.Integer()),
  until: Type.Optional(Day),
  mismatch: Type.Optional(Type.String()),
  case: Type.Optional(Type.String()),
});
export type CaseCandidate = Static<typeof CaseCandidate>;

export const CaseRow = Type.Object({
  id: Type.String(),
  about: CaseSubject,
  state: Type.String({ description: "open, noticed, found, appealed, decided, closed, or expired" }),
  name: Type.String({ description: "From the vault; empty once the person's data are destroyed" }),
  opened: Day,
  until: Day,
  finding: Type.Optional(Type.String()),
  decision: Type.Optional(Type.String()),
  score: Type.Optional(Type.Integer()),
});
export type CaseRow = Static<typeof CaseRow>;

/** GET /api/cases?about= : cases newest first, and what there might be a case of. */
export const CaseList = Type.Object({
  asOf: Instant,
  rows: Type.Array(CaseRow, { maxItems: CASE_ROWS_MAX }),
  candidates: Type.Array(CaseCandidate, { maxItems: CASE_ROWS_MAX }),
  isCut: Type.Boolean(),
  may: Type.Array(Type.String()),
});
export type CaseList = Static<typeof CaseList>;
export const CaseQuery = Type.Object({ about: Type.Optional(CaseSubject) });

/** GET /api/matters/:id, e.g. overstay-1204: what the journal proves of a matter before anybody opens a case on it. */
export const MatterDetail = Type.Object({
  matter: CaseCandidate,
  overstay: Type.Optional(
    Type.Object({
      days: Type.Integer({ description: "Days as the limit counts them, the day of entry included" }),
      most: Type.Integer(),
      limit: Type.Union([Type.Literal("per-visit"), Type.Literal("window")]),
      isInside: Type.Boolean(),
    }),
  ),
  unpaired: Type.Optional(Type.Union([Type.Literal("missing-exit"), Type.Literal("missing-entry")])),
  evidence: Type.Array(EntryRow, { description: "The entries that a case opened now would rest on" }),
  reasons: Type.Array(Reason, { description: "What the rule said then, with the provisions it rests on" }),
  may: Type.Array(Type.String()),
});
export type MatterDetail = Static<typeof MatterDetail>;

/** GET /api/cases/:id */
export const CaseDetail = Type.Object({
  row: CaseRow,
  appealUntil: Type.Optional(Day),
  code: Type.Optional(Type.String()),
  steps: Type.Array(EntryRow),
  evidence: Type.Array(EntryRow),
  may: Type.Array(Type.String()),
});
export type CaseDetail = Static<typeof CaseDetail>;
export const CaseParams = Type.Object({ id: Type.String({ pattern: "^[a-z_]{1,20}-[1-9][0-9]{0,15}$" }) });

/** POST /api/cases: the server finds person and evidence itself. */
export const CaseOpen = Type.Object({ about: CaseSubject, root: EntryNumber }, { additionalProperties: false });
export type CaseOpen = Static<typeof CaseOpen>;

/** POST /api/cases/:id/steps. Codes, never free text. A finding that restricts carries the second officer's token. */
export const CaseStepRequest = Type.Union([
  Type.Object(
    { step: Type.Literal("evidence"), entries: Type.Array(EntryNumber, { minItems: 1, maxItems: CASE_EVIDENCE_MAX }) },
    { additionalProperties: false },
  ),
  Type.Object({ step: Type.Literal("notice"), means: CaseCode }, { additionalProperties: false }),
  Type.Object(
    {
      step: Type.Literal("finding"),
      finding: Type.Union([Type.Literal("nothing"), Type.Literal("warned"), Type.Literal("restricted")]),
      code: CaseCode,
      second: Type.Optional(SecondToken),
    },
    { additionalProperties: false },
  ),
  Type.Object({ step: Type.Literal("appeal"), ground: CaseCode }, { additionalProperties: false }),
  Type.Object(
    {
      step: Type.Literal("decision"),
      decision: Type.Union([Type.Literal("upheld"), Type.Literal("lifted")]),
      code: CaseCode,
    },
    { additionalProperties: false },
  ),
]);
export type CaseStepRequest = Static<typeof CaseStepRequest>;
