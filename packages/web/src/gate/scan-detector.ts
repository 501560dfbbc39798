import { characterOf, endsLine, isModifier, type KeyStroke } from "./key-strokes.ts";
import { isWhole } from "./mrz-shape.ts";

/** Two keys of one scan are seldom further apart; two of a person almost never so near, six times running. */
export const KEY_GAP_MAX_MS = 50;
/** From so many keys in a row on it is a reader, not a hand. */
export const KEYS_MIN = 6;
/** A short code is a scan when its Enter comes as fast as its characters. */
export const SHORT_MIN = 3;
/** A reader may rest so long, between lines or when the machine was busy; after that the scan is over. */
export const LINE_GAP_MAX_MS = 250;
const LINES_MAX = 8;
const CHARACTERS_MAX = 200;

/** `swallow`: the key belongs to the reader and reaches nothing else. `began`: what leaked into a field is to be undone. */
export type ScanEffect = { readonly swallow: boolean; readonly began?: true; readonly scan?: readonly string[] };
export type ScanDetector = {
  press(stroke: KeyStroke): ScanEffect;
  /** To be called when LINE_GAP_MAX_MS have passed: a scan that ended without a full document. */
  settle(now: number): readonly string[] | undefined;
  isReading(): boolean;
};

/** Keys without a rest between them; `quick` of the last ones came at a reader's speed. */
type Burst = { text: string; quick: number; lines: string[]; lastAt: number; mode: "hand" | "reader" | "after" };

/**
 * Tells a reader's keys from a hand's by their speed and takes them away from the page, Enter included: a scan must never
 * press a button (ux.md T2).
 */
export function createScanDetector(): ScanDetector {
  let burst: Burst = fresh("hand", Number.NEGATIVE_INFINITY);
  /** What was taken for over by the clock alone, while keys of it may still be on their way. */
  let settled: Burst | undefined;

  const finish = (): readonly string[] => {
    const lines = burst.text === "" ? burst.lines : [...burst.lines, burst.text];
    burst = fresh("after", burst.lastAt);
    return lines;
  };
  const finishLate = (now: number): readonly string[] | undefined =>
    burst.mode === "reader" && now - burst.lastAt > LINE_GAP_MAX_MS ? finish() : undefined;
  const settle = (now: number): readonly string[] | undefined => {
    const reading = burst;
    const lines = finishLate(now);
    if (lines) settled = reading;
    return lines;
  };

  const press = (stroke: KeyStroke): ScanEffect => {
    if (isModifier(stroke)) return { swallow: false };
    // NOTE: a busy machine brings keys late; they belong where their own stamps say, and the whole is read again.
    if (settled && stroke.at - settled.lastAt <= LINE_GAP_MAX_MS) burst = settled;
    settled = undefined;
    const late = finishLate(stroke.at);
    const effect = endsLine(stroke) ? endLine(stroke.at) : addCharacter(characterOf(stroke), stroke.at);
    return late ? { ...effect, scan: late } : effect;
  };

  const addCharacter = (character: string | undefined, at: number): ScanEffect => {
    if (character === undefined) {
      if (burst.mode !== "reader") burst = fresh("hand", at);
      return { swallow: burst.mode === "reader" };
    }
    const gap = at - burst.lastAt;
    if (burst.mode === "after" || (burst.mode === "hand" && gap > LINE_GAP_MAX_MS)) burst = fresh("hand", at);
    burst.quick = gap > KEY_GAP_MAX_MS ? 1 : burst.quick + 1;
    burst.lastAt = at;
    burst.text = (burst.text + character).slice(0, CHARACTERS_MAX);
    if (burst.mode === "reader") return { swallow: true };
    if (burst.quick < KEYS_MIN) return { swallow: false };
    burst.mode = "reader";
    return { swallow: true, began: true };
  };

  const endLine = (at: number): ScanEffect => {
    const gap = at - burst.lastAt;
    // NOTE: readers that send CR and LF, or Enter and Tab, end the document twice; the second must not press anything either.
    if (burst.mode === "after" && gap <= LINE_GAP_MAX_MS) return { swallow: true };
    const short = burst.mode === "hand" && burst.quick >= SHORT_MIN && gap <= KEY_GAP_MAX_MS;
    if (burst.mode !== "reader" && !short) {
      burst = fresh("hand", at);
      return { swallow: false };
    }
    if (burst.text !== "" && burst.lines.length < LINES_MAX) burst.lines.push(burst.text);
    burst = { ...fresh("reader", at), lines: burst.lines };
    const began = short ? { began: true as const } : {};
    return isWhole(burst.lines) ? { swallow: true, ...began, scan: finish() } : { swallow: true, ...began };
  };

  return { press, settle, isReading: () => burst.mode === "reader" };
}

function fresh(mode: Burst["mode"], lastAt: number): Burst {
  return { text: "", quick: 0, lines: [], lastAt, mode };
}
