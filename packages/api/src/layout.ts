import { type Static, Type } from "typebox";
import { Texts } from "./codes.ts";

/** A rectangle of the schematic plan, in its columns and rows from the north-west corner. */
const Place = Type.Object({ x: Type.Integer(), y: Type.Integer(), width: Type.Integer(), height: Type.Integer() });
const held = { source: Type.String(), confidence: Type.String() };

/** GET /api/layout : the zone as a picture. Positions are schematic; without `blocks` no plan of this zone is held. */
export const LayoutAnswer = Type.Object({
  plan: Type.Object({ columns: Type.Integer(), rows: Type.Integer() }),
  sides: Type.Array(Type.Object({ side: Type.String(), title: Texts, at: Place })),
  gates: Type.Array(
    Type.Object({
      gate: Type.String(),
      side: Type.String(),
      label: Texts,
      edge: Type.Union([Type.Literal("west"), Type.Literal("east")]),
      /** Kinds of lanes with their number, from the zone's file. */
      lines: Type.Array(Type.Object({ line: Type.String(), lanes: Type.Integer() })),
      halls: Type.Optional(Type.Object({ count: Type.Optional(Type.Integer()), note: Texts, ...held })),
      ...held,
    }),
  ),
  blocks: Type.Array(
    Type.Object({
      block: Type.String(),
      label: Texts,
      /** Absent where no source says in which part it is. */
      side: Type.Optional(Type.String()),
      at: Type.Optional(Place),
      note: Type.Optional(Texts),
      ...held,
    }),
  ),
});
export type LayoutAnswer = Static<typeof LayoutAnswer>;
export type LayoutBlock = LayoutAnswer["blocks"][number];
export type LayoutGate = LayoutAnswer["gates"][number];
