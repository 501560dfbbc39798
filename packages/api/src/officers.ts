import { type Static, Type } from "typebox";
import { Instant } from "./codes.ts";
import { Recorded, SecondToken } from "./recorded.ts";
import { Role } from "./sessions.ts";

export const OfficerRow = Type.Object({
  id: Type.String(),
  number: Type.String(),
  role: Role,
  active: Type.Boolean(),
  passkeys: Type.Array(Type.String(), { description: "Credential ids of the keys in use" }),
  may: Type.Array(Type.String()),
});
export type OfficerRow = Static<typeof OfficerRow>;

/** GET /api/officers */
export const OfficerList = Type.Object({
  rows: Type.Array(OfficerRow),
  forTwo: Type.Array(Role, { description: "Roles whose officers the caller adds with a second officer only" }),
  may: Type.Array(Type.String()),
});
export type OfficerList = Static<typeof OfficerList>;

/**
 * POST /api/officers. Who may sign as one of two takes two to add (P26; `isSignatory`), but for the first one of a fresh zone:
 * `second` for the act "officer.add_signatory".
 */
export const OfficerAdd = Type.Object(
  { number: Type.String({ pattern: "^[0-9A-Z-]{1,12}$" }), role: Role, second: Type.Optional(SecondToken) },
  { additionalProperties: false },
);
export type OfficerAdd = Static<typeof OfficerAdd>;

/** POST /api/officers/:id/invitation. Takes two: who has the link is that officer. `second` for the act "officer.invite/ID". */
export const OfficerInvite = Type.Object({ second: Type.Optional(SecondToken) }, { additionalProperties: false });
export type OfficerInvite = Static<typeof OfficerInvite>;

/** A link to sign in by: path with a fragment, to be opened once on the officer's own device. */
export const Invitation = Type.Object({ path: Type.String(), expiresAt: Instant });
export type Invitation = Static<typeof Invitation>;

export const OfficerAdded = Type.Object({
  ...Recorded.properties,
  officer: Type.Optional(Type.String()),
  invitation: Type.Optional(Invitation),
});
export type OfficerAdded = Static<typeof OfficerAdded>;

export const OfficerInvited = Type.Object({ ...Recorded.properties, invitation: Type.Optional(Invitation) });
export type OfficerInvited = Static<typeof OfficerInvited>;

export const OfficerParams = Type.Object({ id: Type.String({ pattern: "^o_[A-Za-z0-9_-]{22}$" }) });

export const PasskeyParams = Type.Object({ credential: Type.String({ pattern: "^[A-Za-z0-9_-]{1,200}$" }) });
