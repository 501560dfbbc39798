import { type Static, Type } from "typebox";
import { Instant, type Texts } from "./codes.ts";

/** Number of an entry as a request names it: exact, so that none is rounded to another. */
export const EntryNumber = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });

/** GET /api/entries?from=&kind=&gate=&verdict=&since=&until=&limit=&after= : the journal, newest first. */
export const EntryRow = Type.Object({
  number: Type.Integer(),
  at: Instant,
  kind: Type.String(),
  gate: Type.Optional(Type.String()),
  lane: Type.Optional(Type.String()),
  outcome: Type.String({ description: "admit, refer, refuse, done or refused" }),
  reason: Type.String(),
  hash: Type.String(),
});
export type EntryRow = Static<typeof EntryRow>;

export const EntryList = Type.Object({
  rows: Type.Array(EntryRow),
  total: Type.Integer(),
  next: Type.Optional(Type.String()),
});
export type EntryList = Static<typeof EntryList>;

/** One line of an explanation: a sentence, its working, the provision; lines below it are its grounds. */
export type ExplanationLine = {
  text: Texts;
  rule?: string;
  cite?: Texts;
  note?: Texts;
  children: ExplanationLine[];
};

/** GET /api/entries/:number : the entry, told, with its proof against the newest checkpoint. */
export const EntryDetail = Type.Object({
  row: EntryRow,
  body: Type.String({ description: "The exact canonical bytes as text" }),
  prev: Type.String(),
  replayed: Type.Boolean({ description: "The decision was run again now and gave the same bytes" }),
  explanation: Type.Array(Type.Any({ description: "ExplanationLine" })),
  proof: Type.Object({
    leafIndex: Type.Integer(),
    treeSize: Type.Integer(),
    root: Type.String(),
    path: Type.Array(Type.String()),
    checkpoint: Type.String({ description: "C2SP signed note" }),
    holds: Type.Boolean(),
  }),
});
export type EntryDetail = Omit<Static<typeof EntryDetail>, "explanation"> & { explanation: ExplanationLine[] };
