import { type Static, Type } from "typebox";
import { SecondToken } from "./recorded.ts";

/** POST /api/persons/:token/erase: two officers (P26), the second for the act "person.erase/<token>". */
export const PersonErase = Type.Object({ second: SecondToken }, { additionalProperties: false });
export type PersonErase = Static<typeof PersonErase>;

export const PersonParams = Type.Object({ token: Type.String({ pattern: "^person_[A-Za-z0-9_-]{22}$" }) });
