import { type Static, Type } from "typebox";
import { Day, Instant, Language, Texts } from "./codes.ts";

/** GET /api/status, public: what runs here, which law, how fresh; the ladder of degradation (D14). */
export const Status = Type.Object({
  zone: Type.String(),
  title: Texts,
  languages: Type.Optional(
    Type.Array(Type.Unsafe<Language>(Language), { description: "In the order in which they are spoken at the zone" }),
  ),
  side: Type.String(),
  now: Instant,
  legalDay: Day,
  timeZone: Type.Optional(Type.String({ description: "IANA zone of the side's clock, e.g. Asia/Almaty" })),
  demonstration: Type.Optional(
    Type.Boolean({ description: "Made-up traffic and one-time codes for second officers; never a zone at work" }),
  ),
  ladder: Type.Union([
    Type.Literal("full"),
    Type.Literal("peer-cut"),
    Type.Literal("node-cut"),
    Type.Literal("grace-over"),
    Type.Literal("closed"),
  ]),
  entries: Type.Integer(),
  listsAsOf: Instant,
  listsGraceSeconds: Type.Optional(Type.Integer({ description: "Age from which the lists ask for a human (P19)" })),
  rulebooks: Type.Array(Type.Object({ name: Type.String(), title: Texts, hash: Type.String(), law: Day })),
  gates: Type.Array(
    Type.Object({ gate: Type.String(), side: Type.String(), label: Texts, lanes: Type.Array(Type.String()) }),
  ),
});
export type Status = Static<typeof Status>;
