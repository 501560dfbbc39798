import { type Static, Type } from "typebox";
import { Direction, Instant, Texts, Verdict } from "./codes.ts";

export const LANE_PASSAGES_MAX = 20;

/** One code of a rulebook with its words. */
export const Code = Type.Object({ code: Type.String({ maxLength: 40 }), label: Texts });
export type Code = Static<typeof Code>;

/** GET /api/codes : the code lists of the rulebooks in force that a gate offers to choose from. They are law, so no screen holds them. */
export const CodeLists = Type.Object({
  documentKinds: Type.Array(Code),
  goodsCategories: Type.Array(Code),
  overrideReasons: Type.Array(Code),
  watchReasons: Type.Array(Code),
});
export type CodeLists = Static<typeof CodeLists>;

/** One passage of a lane as the next officer may see it: enough to recognise, too little to identify. */
export const PassageRow = Type.Object({
  number: Type.Integer(),
  at: Instant,
  direction: Direction,
  verdict: Verdict,
  overridden: Type.Optional(Type.Boolean()),
  nationality: Type.Optional(Type.String()),
  documentTail: Type.Optional(Type.String({ maxLength: 4, description: "Last characters of the document number" })),
});
export type PassageRow = Static<typeof PassageRow>;

/** GET /api/passages?gate=&lane=&limit= : the newest passages of a lane, newest first. */
export const PassageList = Type.Object({ rows: Type.Array(PassageRow, { maxItems: LANE_PASSAGES_MAX }) });
export type PassageList = Static<typeof PassageList>;
