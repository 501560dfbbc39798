import { type Static, Type } from "typebox";

export const DeviceRow = Type.Object({
  id: Type.String({ description: "Key id: base64url of the SHA-256 of the public key" }),
  gate: Type.String(),
  lane: Type.String(),
  automatic: Type.Boolean(),
  kind: Type.Union([Type.Literal("gate"), Type.Literal("till")]),
  active: Type.Boolean(),
  may: Type.Array(Type.String()),
});
export type DeviceRow = Static<typeof DeviceRow>;

/** GET /api/devices */
export const DeviceList = Type.Object({ rows: Type.Array(DeviceRow), may: Type.Array(Type.String()) });
export type DeviceList = Static<typeof DeviceList>;

/** POST /api/devices: the key that the device made for itself (`createDeviceKey`), and where it stands. */
export const DeviceAdd = Type.Object(
  {
    gate: Type.String({ pattern: "^[A-Z]{2}-[A-Z0-9]{1,8}$" }),
    lane: Type.String({ pattern: "^[A-Z0-9]{1,6}$" }),
    publicKey: Type.String({ pattern: "^[A-Za-z0-9_-]{43}$", description: "Ed25519, 32 bytes, base64url" }),
    kind: Type.Optional(
      Type.Union([Type.Literal("gate"), Type.Literal("till")], { description: "A gate unless said otherwise" }),
    ),
    automatic: Type.Optional(Type.Boolean({ description: "A lane that works without an officer" })),
  },
  { additionalProperties: false },
);
export type DeviceAdd = Static<typeof DeviceAdd>;

export const DeviceParams = Type.Object({ id: Type.String({ pattern: "^[A-Za-z0-9_-]{43}$" }) });
