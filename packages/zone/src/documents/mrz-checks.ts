import { checkDigit } from "./check-digit.ts";
import { confusables } from "./confusable.ts";
import { DocumentError, type DocumentField, type NearMiss } from "./document-error.ts";
import type { Slot } from "./mrz-layouts.ts";
import { placeOf, textAt, type Zone } from "./mrz-zone.ts";

/** Most hints that help; beyond them a person reads the document herself. */
const HINTS_MAX = 4;

type Checked = { readonly field: DocumentField; readonly over: readonly Slot[]; readonly check: Slot };

/**
 * Compares a check digit with the characters it stands over. Where nothing is recorded, fillers only, the digit may be
 * a filler too (9303-4 §4.2.2). Throws document/check-digit at the place of the digit, with the
 * misreadings of one character under which this digit and the composite one would hold.
 */
export function assertCheckDigit(zone: Zone, checked: Checked): void {
  const { field, over, check } = checked;
  const text = joined(zone, over);
  const read = textAt(zone, check);
  const expected = checkDigit(text);
  if (read === expected) return;
  if (read === "<" && /^<*$/.test(text)) return;
  const hints = nearMisses(zone, checked).slice(0, HINTS_MAX);
  throw new DocumentError("document/check-digit", { field, place: placeOf(check), read, expected, hints });
}

function nearMisses(zone: Zone, checked: Checked): readonly NearMiss[] {
  const { composite } = zone.layout;
  const slots = [...checked.over, checked.check];
  const places = slots.flatMap((slot) =>
    [...textAt(zone, slot)].map((read, offset) => ({ ...at(slot, offset), read })),
  );
  return places.flatMap((place) =>
    confusables(place.read)
      .map((perhaps) => ({ ...place, perhaps }))
      .filter((miss) => {
        const mended = mend(zone, miss);
        return isWritable(mended) && holds(mended, checked) && (composite === undefined || holds(mended, composite));
      }),
  );
}

/** Dates hold no letters, so a letter is no better reading there. */
function isWritable(zone: Zone): boolean {
  const { born, bornCheck, expires, expiresCheck } = zone.layout.slots;
  return /^[\d<]+$/.test(joined(zone, [born, bornCheck, expires, expiresCheck]));
}

function at({ line, from }: Slot, offset: number): { readonly line: number; readonly column: number } {
  return { line, column: from + offset };
}

function mend(zone: Zone, { line, column, perhaps }: { line: number; column: number; perhaps: string }): Zone {
  const text = zone.lines[line - 1]!;
  return { ...zone, lines: zone.lines.with(line - 1, text.slice(0, column - 1) + perhaps + text.slice(column)) };
}

function holds(zone: Zone, { over, check }: Pick<Checked, "over" | "check">): boolean {
  return checkDigit(joined(zone, over)) === textAt(zone, check);
}

function joined(zone: Zone, slots: readonly Slot[]): string {
  return slots.map((slot) => textAt(zone, slot)).join("");
}
