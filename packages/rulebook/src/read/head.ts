import type { EndOfMonth } from "../ir/calendar.ts";
import type { Clock } from "../ir/rulebook.ts";
import { namePattern } from "../parse/words.ts";
import type { Head } from "./draft.ts";
import { type Fields, readFields } from "./fields.ts";
import type { Findings } from "./findings.ts";
import { dayIn, parseDay } from "./scalar/day.ts";
import { accept, type Reading, refuse } from "./scalar/reading.ts";
import { readNote, readScalar, readTexts, readWord } from "./values.ts";

const ends: readonly EndOfMonth[] = ["down", "up", "reject"];

/** Reads what a rulebook says of itself. `expected` is the name under which it was asked for. */
export function readHead(fields: Fields, expected: string, findings: Findings): Head | undefined {
  const name = readScalar(
    fields.scalar("rulebook"),
    "the name of this rulebook",
    (text) => parseName(text, expected),
    findings,
  );
  readWord(fields.scalar("language"), "a version of the language", ["1"], findings);
  const side = readScalar(fields.scalar("side"), "a side", parseSide, findings);
  const decides = readScalar(fields.scalar("decides"), "the kind of event", parseKind, findings);
  const clock = fields.has("clock") ? readClock(fields, findings) : undefined;
  const covers = fields.has("covers")
    ? readFields(fields.find("covers")!, '"covers"', { required: ["from"] }, findings)
    : undefined;
  const from = readScalar(covers?.scalar("from"), "the first law date", parseDay, findings);
  const label = readTexts(fields.find("label"), "the label of the rulebook", findings);
  const note = readNote(fields.find("note"), findings);
  if (!name || !side || !decides || !clock || from === undefined || !label) return undefined;
  return { name, side, decides, clock, covers: { from }, label, ...(note && { note }), at: fields.at };
}

/** The keys of the head. */
export const headKeys = {
  required: ["rulebook", "language", "side", "decides", "clock", "covers", "label"],
  optional: ["note"],
} as const;

function readClock(fields: Fields, findings: Findings): Clock | undefined {
  const keys = { required: ["zone", "law"], optional: ["end_of_month"] };
  const clock = readFields(fields.find("clock")!, '"clock"', keys, findings);
  if (clock === undefined) return undefined;
  const zone = readScalar(clock.scalar("zone"), "a time zone", parseZone, findings);
  const law = readWord(clock.scalar("law"), "the law date", ["event", "declaration"], findings);
  const endOfMonth = clock.has("end_of_month")
    ? readWord(clock.scalar("end_of_month"), "an end-of-month rule", ends, findings)
    : undefined;
  if (zone === undefined || law === undefined) return undefined;
  return { zone, law, ...(endOfMonth && { endOfMonth }) };
}

function parseName(text: string, expected: string): Reading<string> {
  if (!/^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*$/.test(text))
    return refuse('words such as "khorgos/cn/departure" are expected');
  return text === expected ? accept(text) : refuse(`its file is "${expected}"`);
}

function parseSide(text: string): Reading<string> {
  return /^[A-Z]{2}$|^joint$/.test(text) ? accept(text) : refuse('two capitals such as "CN", or "joint", are expected');
}

function parseKind(text: string): Reading<string> {
  return namePattern.test(text) ? accept(text) : refuse('a word such as "passage" is expected');
}

function parseZone(text: string): Reading<string> {
  try {
    dayIn(text, 0);
    return /^[A-Z][A-Za-z_]+\/[A-Za-z_/-]+$/.test(text)
      ? accept(text)
      : refuse('a name such as "Asia/Almaty" is expected');
  } catch {
    return refuse("the tz database has no such zone");
  }
}
