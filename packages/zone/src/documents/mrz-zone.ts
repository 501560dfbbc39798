import { digitFor, letterFor } from "./confusable.ts";
import { DocumentError, type DocumentField, type DocumentPlace } from "./document-error.ts";
import { findLayout, type MrzLayout, type Slot } from "./mrz-layouts.ts";

/** Longest input that is looked at, in characters; three lines of a TD1 with room for a reader's noise at the ends. */
export const MRZ_CHARS_MAX = 200;

/** The zone's lines, of a known layout and of the zone's characters only. */
export type Zone = { readonly layout: MrzLayout; readonly lines: readonly string[] };

/**
 * Takes lines as a reader sends them. White space at the ends of lines, line breaks inside one text and empty lines are
 * passed over; nothing else is mended, lower case included, since a guess could name another person. Throws
 * DocumentError document/lines, document/character.
 */
export function parseZone(texts: readonly string[]): Zone {
  const whole = texts.join("\n");
  if (whole.length > MRZ_CHARS_MAX)
    throw new DocumentError("document/lines", { field: "mrz", read: `${whole.length}` });
  const lines = whole
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  lines.forEach(assertCharacters);
  const width = lines[0]?.length ?? 0;
  const layout = findLayout(lines.length, width, lines[0]?.[0] ?? "");
  const uneven = lines.findIndex((line) => line.length !== width);
  if (layout === undefined || uneven >= 0) {
    throw new DocumentError("document/lines", {
      field: "mrz",
      read: lines.map((line) => line.length).join(" + "),
      expected: "30 + 30 + 30, 36 + 36 or 44 + 44",
    });
  }
  return { layout, lines };
}

/** The characters of a slot. */
export function textAt({ lines }: Zone, { line, from, to }: Slot): string {
  return lines[line - 1]!.slice(from - 1, to);
}

export function placeOf({ line, from }: Slot, offset = 0): DocumentPlace {
  return { line, column: from + offset };
}

/** A slot that holds digits, or fillers where `fillers`. Throws document/character at the first other character. */
export function digitsAt(zone: Zone, slot: Slot, field: DocumentField, fillers = false): string {
  return classAt(zone, slot, field, fillers ? /[\d<]/ : /\d/, "a digit", digitFor);
}

/** A slot that holds letters and fillers. Throws document/character at the first other character. */
export function lettersAt(zone: Zone, slot: Slot, field: DocumentField): string {
  return classAt(zone, slot, field, /[A-Z<]/, "a letter", letterFor);
}

function classAt(
  zone: Zone,
  slot: Slot,
  field: DocumentField,
  allowed: RegExp,
  expected: string,
  perhapsFor: (char: string) => string | undefined,
): string {
  const text = textAt(zone, slot);
  const offset = [...text].findIndex((char) => !allowed.test(char));
  if (offset < 0) return text;
  const read = text[offset]!;
  const place = placeOf(slot, offset);
  const perhaps = perhapsFor(read);
  const hints = perhaps === undefined ? [] : [{ ...place, read, perhaps }];
  throw new DocumentError("document/character", { field, place, read, expected, hints });
}

function assertCharacters(line: string, index: number): void {
  const offset = line.search(/[^A-Z0-9<]/);
  if (offset < 0) return;
  const read = [...line.slice(offset)][0]!;
  const upper = read.toUpperCase();
  const place = { line: index + 1, column: offset + 1 };
  const hints = upper !== read && /^[A-Z]$/.test(upper) ? [{ ...place, read, perhaps: upper }] : [];
  throw new DocumentError("document/character", { field: "mrz", place, read, expected: "A to Z, 0 to 9 or <", hints });
}
