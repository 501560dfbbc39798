import { type Locale, parseDay } from "../format/index.ts";
import type { DraftErrors } from "./document-draft.ts";

/** What is written on a paper seal, as an officer types it. */
export type SealDraft = {
  readonly seal: string;
  readonly day: string;
  readonly time: string;
  readonly verdict: string;
};
export type SealField = keyof SealDraft;

const SEAL = /^(?:TLS:)?([A-Z0-9]{1,12})-(\d{1,9})$/;
const TIME = /^([01]?\d|2[0-3]):([0-5]\d)$/;
const verdicts = ["admit", "refer", "refuse"] as const;

export type Seal = {
  readonly seal: { readonly series: string; readonly number: number };
  readonly at: string;
  readonly verdict: (typeof verdicts)[number];
};

/** Reads a seal in the lane's own time zone, or says at each field what is wrong; nothing happened later than `now`. */
export function readSeal(
  draft: SealDraft,
  locale: Locale,
  timeZone: string,
  now: Temporal.Instant,
): { readonly value: Seal } | { readonly errors: DraftErrors<SealField> } {
  const [, series = "", digits = "0"] = SEAL.exec(draft.seal.trim().toUpperCase()) ?? [];
  const [, hour, minute] = TIME.exec(draft.time.trim()) ?? [];
  const day = parseDay(locale, draft.day);
  const number = Number(digits);
  const verdict = verdicts.find((one) => one === draft.verdict);
  const at =
    day && hour !== undefined && minute !== undefined
      ? day.toZonedDateTime({ timeZone, plainTime: { hour: Number(hour), minute: Number(minute) } }).toInstant()
      : undefined;
  const isPast = at !== undefined && Temporal.Instant.compare(at, now) <= 0;
  const errors: DraftErrors<SealField> = {
    ...((series === "" || number < 1) && { seal: "gate.seal.error.number" }),
    ...(!day && { day: "gate.error.day" }),
    ...(!isPast && day && { time: "gate.seal.error.time" }),
    ...(!verdict && { verdict: "gate.error.reason" }),
  };
  if (!at || !verdict || Object.keys(errors).length > 0) return { errors };
  return { value: { seal: { series, number }, at: at.toString({ smallestUnit: "second" }), verdict } };
}
