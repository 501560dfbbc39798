import type { DeviceKey } from "./device-key.ts";

/** One device of the fleet as its process is told of it. `isCopy` runs on a copied disk beside the first one. */
export type DeviceSetup = {
  readonly name: string;
  readonly kind: "till" | "gate";
  readonly gate: string;
  readonly lane: string;
  readonly key: DeviceKey;
  readonly isCopy: boolean;
};

export type HostSetup = {
  readonly kind: "setup";
  readonly seed: number;
  readonly folder: string;
  readonly nodeUrl: string;
  readonly linePort: number;
  readonly devices: readonly DeviceSetup[];
  readonly pauseMs: number;
};

/** From the parent to a process of devices. */
export type Order =
  | HostSetup
  | { readonly kind: "visitor"; readonly person: number; readonly pass: string }
  | { readonly kind: "exit"; readonly gate: string; readonly person: number; readonly covers: readonly string[] }
  | { readonly kind: "clock"; readonly offsetMs: number }
  | { readonly kind: "drain" };

/** What a device says, always after its disk has it. */
export type Word =
  | { readonly kind: "ready" }
  | { readonly kind: "entered"; readonly person: number; readonly pass: string }
  | { readonly kind: "left"; readonly person: number; readonly verdict: string; readonly uncovered: readonly string[] }
  | {
      readonly kind: "sold";
      readonly sale: string;
      readonly isCopy: boolean;
      readonly person: string;
      readonly visitor: number;
      readonly day: number;
      readonly taken: { readonly [counter: string]: number };
    }
  | { readonly kind: "refunded"; readonly sale: string }
  | { readonly kind: "receipt"; readonly key: string; readonly number: number; readonly hash: string }
  | { readonly kind: "refusal"; readonly what: string; readonly reason: string; readonly device: string }
  | { readonly kind: "answer"; readonly status: number; readonly what: string; readonly retryAfter: boolean }
  | { readonly kind: "unknown"; readonly what: string }
  /** A question that was answered with a problem: no entry may stand under its key. */
  | { readonly kind: "dropped"; readonly key: string }
  | { readonly kind: "drained"; readonly left: readonly string[] };
