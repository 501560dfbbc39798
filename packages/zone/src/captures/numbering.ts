import { instantText } from "../calendar/legal-day.ts";
import { deviceKey, findDevice } from "../devices/device.ts";
import { isObject, type JsonObject, present } from "../spine/json.ts";
import { getInteger, getText } from "../spine/read-body.ts";
import type { Change, State, StateKey } from "../spine/state.ts";
import { findingsOf, noted } from "./finding.ts";

/** Table of the events that devices numbered themselves, by `<device>.<sequence>`. */
export const CAPTURE = "capture";
/** Table of what is known of a device's numbers, by device. */
export const DEVICE_LOG = "device_log";
/** Table of the starts of a device, by `<device>.<boot>`. */
export const DEVICE_BOOT = "device_boot";

/** Days after which an event of a cut-off device is no longer taken (promises.md P18). */
export const LATE_DAYS_MAX = 30;
/** A device's clock may be this far ahead of the node's before somebody is told. */
export const AHEAD_MS_MAX = 30_000;
const DAY_MS = 86_400_000;

/**
 * What a device did by itself, in its own numbering: `sequence` counts its events from 1 and survives restarts, `boot` is
 * made at each start, `digest` is the SHA-256 of the event. Its clock is a claim (promises.md D9).
 */
export type Capture = {
  readonly device: string;
  readonly boot: string;
  readonly sequence: number;
  readonly atMs: number;
  readonly digest: string;
};

/** What the node knows of a device's numbers. */
export type DeviceLog = {
  readonly last: number;
  readonly seen: number;
  readonly boot: string;
  /** Lowest number of the newest start. */
  readonly bootFirst: number;
  /** Last legal day of which the device said that it sells no more, and the number under which it said so. */
  readonly endedDay: number;
  readonly endedAt: number;
  readonly suspended: boolean;
};

/** Whether the event is taken, and codes of what does not fit. */
export type Numbering = { readonly isTaken: boolean; readonly findings: readonly string[] };

/** Two devices hold one key: the device gets no more rights. */
const suspicious = new Set(["number_reused", "boots_interleaved"]);

export function captureId({ device, sequence }: Pick<Capture, "device" | "sequence">): string {
  return `${device}.${sequence}`;
}

export function captureKeys(capture: Capture): readonly StateKey[] {
  return [
    { table: CAPTURE, key: captureId(capture) },
    { table: DEVICE_LOG, key: capture.device },
    { table: DEVICE_BOOT, key: bootId(capture) },
    deviceKey(capture.device),
  ];
}

/**
 * Judges the number of an event. A number that was used by another event, or two starts whose numbers interleave, mean that
 * two devices hold one key: a disk was copied (promises.md D8). What was taken twice is not taken the second time.
 */
export function judgeNumber(state: State, capture: Capture, nowMs: number): Numbering {
  if (state.find(CAPTURE, captureId(capture)) !== undefined) return { isTaken: false, findings: ["number_reused"] };
  if (capture.atMs < nowMs - LATE_DAYS_MAX * DAY_MS) return { isTaken: false, findings: ["too_late"] };
  const findings: string[] = [];
  if (areInterleaved(state, capture)) findings.push("boots_interleaved");
  if (capture.atMs > nowMs + AHEAD_MS_MAX) findings.push("clock_ahead");
  // What it did before is still taken, and nobody but a human can say whether this was before.
  if (findDevice(state, capture.device)?.active === false) findings.push("device_revoked");
  return { isTaken: true, findings };
}

/** What is known of the device's numbers; undefined before its first event. */
export function findDeviceLog(state: State, device: string): DeviceLog | undefined {
  const row = state.find(DEVICE_LOG, device);
  return row === undefined ? undefined : logOf(row);
}

/** Fields of a body that say where the event stands, and what is known of its device after it. */
export function captureBody(state: State, capture: Capture, { isTaken, findings }: Numbering): JsonObject {
  const { device, boot, sequence, atMs, digest } = capture;
  const isSuspicious = findings.some((one) => suspicious.has(one));
  const known = logAfter(findDeviceLog(state, device), capture, isTaken || findings.includes("too_late"));
  const log: DeviceLog = { ...known, suspended: known.suspended || isSuspicious };
  return present({
    device,
    boot,
    sequence,
    captured: instantText(atMs),
    digest,
    log: { ...log },
    findings: findings.length === 0 ? undefined : [...findings],
  });
}

/** State after an event: its number is used, and the device's log stands as the body says. */
export function captureChanges(body: JsonObject, number: number): readonly Change[] {
  if (!isObject(body.log)) return [];
  const device = getText(body, "device");
  const sequence = getInteger(body, "sequence");
  const log: Change = { kind: "put", table: DEVICE_LOG, key: device, row: { ...logOf(body.log) } };
  if (findingsOf(body).includes("number_reused")) return [log, ...noted(body, number)];
  const boot = getText(body, "boot");
  const row = { device, sequence, boot, digest: getText(body, "digest"), entry: number };
  return [
    log,
    { kind: "put", table: CAPTURE, key: captureId({ device, sequence }), row },
    { kind: "put", table: DEVICE_BOOT, key: bootId({ device, boot }), row: { device } },
    ...noted(body, number),
  ];
}

function logAfter(before: DeviceLog | undefined, { boot, sequence }: Capture, counts: boolean): DeviceLog {
  const known = before ?? { last: 0, seen: 0, boot, bootFirst: sequence, endedDay: 0, endedAt: 0, suspended: false };
  if (!counts) return known;
  const isNewest = sequence > known.last;
  const isSameBoot = boot === known.boot;
  const bootFirst = isSameBoot ? Math.min(known.bootFirst, sequence) : isNewest ? sequence : known.bootFirst;
  return {
    ...known,
    last: Math.max(known.last, sequence),
    seen: known.seen + 1,
    boot: isNewest ? boot : known.boot,
    bootFirst,
  };
}

/** A start that is over does not go on, and an older one does not reach into a newer. */
function areInterleaved(state: State, { device, boot, sequence }: Capture): boolean {
  const log = findDeviceLog(state, device);
  if (log === undefined || boot === log.boot) return false;
  const isKnownBoot = state.find(DEVICE_BOOT, bootId({ device, boot })) !== undefined;
  return sequence > log.last ? isKnownBoot : sequence > log.bootFirst;
}

function bootId({ device, boot }: Pick<Capture, "device" | "boot">): string {
  return `${device}.${boot}`;
}

function logOf(row: JsonObject): DeviceLog {
  return {
    last: getInteger(row, "last"),
    seen: getInteger(row, "seen"),
    boot: getText(row, "boot"),
    bootFirst: getInteger(row, "bootFirst"),
    endedDay: getInteger(row, "endedDay"),
    endedAt: getInteger(row, "endedAt"),
    suspended: row.suspended === true,
  };
}
