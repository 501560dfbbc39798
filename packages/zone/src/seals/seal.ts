import { CAPTURE, captureId } from "../captures/numbering.ts";
import { getInteger, getText } from "../spine/read-body.ts";
import type { Row, State, StateKey } from "../spine/state.ts";

/** Table of print runs, by series: each seal of a run has a number from 1 to `count`. */
export const SEAL_RUN = "seal_run";
/** Table of seals that do not hold any more, by `<series>.<number>`. */
export const SEAL_VOID = "seal_void";

/** Seals of one print run: ten sheets of ten. */
export const SEALS_MAX = 100;

/** One numbered paper seal (promises.md D14). */
export type Seal = { readonly series: string; readonly number: number };

/** Seals printed together, and the gate that they were printed for. */
export type SealRun = {
  readonly series: string;
  readonly count: number;
  readonly gate: string;
  readonly lane: string;
};

/** Why a seal does not hold any more: spoiled in writing, lost, or called back. */
export const voidCodes = ["spoiled", "lost", "recalled"] as const;
export type VoidCode = (typeof voidCodes)[number];

/** Why a seal that is keyed in is not taken. */
export type SealRefusal = "seal_not_printed" | "seal_other_gate" | "seal_void";

const DEVICE = "seal:";

/** Name under which a series numbers its captures, as a device does. */
export function sealDevice(series: string): string {
  return `${DEVICE}${series}`;
}

/** The seal of a capture; undefined for what a device did. */
export function sealOf({ device, sequence }: { readonly device: string; readonly sequence: number }): Seal | undefined {
  return device.startsWith(DEVICE) ? { series: device.slice(DEVICE.length), number: sequence } : undefined;
}

export function runKey(series: string): StateKey {
  return { table: SEAL_RUN, key: series };
}

export function voidKey({ series, number }: Seal): StateKey {
  return { table: SEAL_VOID, key: `${series}.${number}` };
}

/** Rows that say what is known of a seal. */
export function sealKeys(seal: Seal | undefined): readonly StateKey[] {
  return seal === undefined ? [] : [runKey(seal.series), voidKey(seal)];
}

export function findRun(state: State, series: string): SealRun | undefined {
  const row = state.find(SEAL_RUN, series);
  return row === undefined ? undefined : runOf(row);
}

/** Whether the seal was printed: its run is known and long enough. */
export function isPrinted(state: State, { series, number }: Seal): boolean {
  const run = findRun(state, series);
  return run !== undefined && number >= 1 && number <= run.count;
}

/** Whether a passage was keyed in under the seal. */
export function isUsed(state: State, { series, number }: Seal): boolean {
  return state.find(CAPTURE, captureId({ device: sealDevice(series), sequence: number })) !== undefined;
}

/** Why a passage under the seal is not taken at this gate; that its number was used before is found by its number. */
export function sealRefusal(state: State, seal: Seal, gate: string): SealRefusal | undefined {
  if (!isPrinted(state, seal)) return "seal_not_printed";
  if (state.find(SEAL_VOID, voidKey(seal).key) !== undefined) return "seal_void";
  return findRun(state, seal.series)?.gate === gate ? undefined : "seal_other_gate";
}

/** Reads a run from a row or a body. Throws BodyError. */
export function runOf(fields: Row): SealRun {
  return {
    series: getText(fields, "series"),
    count: getInteger(fields, "count"),
    gate: getText(fields, "gate"),
    lane: getText(fields, "lane"),
  };
}
