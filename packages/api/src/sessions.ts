import { type Static, Type } from "typebox";

export const Role = Type.Union([
  Type.Literal("gate_officer"),
  Type.Literal("duty_officer"),
  Type.Literal("customs_officer"),
  Type.Literal("analyst"),
  Type.Literal("administrator"),
]);
export type Role = Static<typeof Role>;

/** GET /api/session : who is signed in here, on which device, and what the screen may offer. */
export const Session = Type.Object({
  officer: Type.Object({
    id: Type.String(),
    number: Type.String({ description: "Badge number shown on screen, e.g. 0417" }),
    role: Role,
    side: Type.String(),
  }),
  device: Type.Optional(Type.Object({ id: Type.String(), gate: Type.String(), lane: Type.String() })),
  passkey: Type.Boolean({ description: "Signed in by passkey; false for the one-time link of a fresh zone" }),
  may: Type.Array(Type.String()),
});
export type Session = Static<typeof Session>;
