import type { Row, State, StateKey } from "../spine/state.ts";

/** Table of gates and tills, by the id of their key. */
export const DEVICE = "device";

export const deviceKinds = ["gate", "till"] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** A registered gate or till: where it stands and the public half of its key. */
export type Device = {
  /** Id of the key: base64url of the SHA-256 of its 32 bytes. */
  readonly device: string;
  readonly side: string;
  readonly gate: string;
  readonly lane: string;
  /** Ed25519 public key, 32 bytes as base64url (RFC 8032). */
  readonly publicKey: string;
  /** A lane that may let people pass without an officer, and nothing else. */
  readonly automatic: boolean;
  readonly deviceKind: DeviceKind;
  readonly active: boolean;
};

export function deviceKey(device: string): StateKey {
  return { table: DEVICE, key: device };
}

export function findDevice(state: State, device: string): Device | undefined {
  const row = state.find(DEVICE, device);
  return row === undefined ? undefined : deviceOf(row);
}

/** Reads a device from a row of state or the body of an entry. Throws TypeError when it is not one. */
export function deviceOf(fields: Readonly<Record<string, unknown>>): Device {
  const { device, side, gate, lane, publicKey, automatic, deviceKind, active } = fields;
  if (typeof device !== "string" || typeof publicKey !== "string" || typeof side !== "string") {
    throw new TypeError("Cannot read the device: its id, key or side is not text");
  }
  if (typeof gate !== "string" || typeof lane !== "string") {
    throw new TypeError(`Cannot read the device "${device}": its gate or lane is not text`);
  }
  // An entry from before there were tills says no kind.
  const kinds = { automatic: automatic === true, deviceKind: deviceKind === "till" ? "till" : "gate" } as const;
  return { device, side, gate, lane, publicKey, ...kinds, active: active === true };
}

export function rowOfDevice(device: Device): Row {
  return { ...device };
}
