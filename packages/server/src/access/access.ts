import type { KeyObject } from "node:crypto";
import type { Device } from "@twinline/zone";
import { Nonces } from "../devices/nonces.ts";
import { createBuckets } from "../http/token-bucket.ts";
import type { ZoneNode } from "../node.ts";
import { Remembered } from "../remembered.ts";
import type { Ask, Recorded } from "../writer/ask.ts";
import type { Door } from "./door.ts";

/** Attempts to sign in from one address: a shift change behind one proxy, not a machine that guesses. */
export const SIGN_IN_LIMITS = { burst: 60, perSecond: 1, keysMax: 10_000 };

/** Key ids remembered; claims of keys that nobody registered count too. */
const DEVICES_MAX = 5_000;

/** What the doors of a node work with. */
export type Access = {
  readonly node: ZoneNode;
  readonly door: Door;
  /** A demonstration lets officers work by link, without a passkey, and sign as second by a one-time code. */
  readonly demo: boolean;
  readonly nonces: Nonces;
  /** Active devices by key id with their keys made ready, until one changes. */
  readonly devices: Remembered<{ readonly device: Device; readonly key: KeyObject } | "none">;
  readonly signIns: ReturnType<typeof createBuckets>;
  /** The writer's `ask`: decides a command and records it. */
  readonly ask: (ask: Ask) => Promise<Recorded>;
};

export type AccessOptions = Pick<Access, "node" | "ask"> & { readonly door?: Door; readonly demo?: boolean };

/** The doors of a node. */
export function createAccess({ node, ask, door = {}, demo = false }: AccessOptions): Access {
  const devices: Access["devices"] = new Remembered(DEVICES_MAX);
  const forgetful: Access["ask"] = async (one) => {
    try {
      return await ask(one);
    } finally {
      // NOTE: before anybody learns the outcome, an unknown one included.
      if (CHANGES_DEVICES.test(one.command.kind)) devices.forget();
    }
  };
  const nonces = new Nonces(node.effects.now());
  return { node, ask: forgetful, door, demo, nonces, devices, signIns: createBuckets(SIGN_IN_LIMITS) };
}

const CHANGES_DEVICES = /^device_/;
