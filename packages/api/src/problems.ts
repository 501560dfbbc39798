import { type Static, Type } from "typebox";
import { Texts } from "./codes.ts";

/** RFC 9457 problem with a stable id and texts for people, and the field at fault where there is one. */
export const Problem = Type.Object({
  type: Type.String({ description: "Stable id, e.g. document/check-digit" }),
  status: Type.Integer(),
  title: Type.String({ description: "English sentence for developers" }),
  text: Type.Optional(Texts),
  field: Type.Optional(Type.String({ description: "JSON pointer of the field at fault" })),
  retryAfterSeconds: Type.Optional(Type.Integer()),
});
export type Problem = Static<typeof Problem>;
