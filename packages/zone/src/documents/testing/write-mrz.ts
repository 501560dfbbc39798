/** Writes machine-readable zones for tests, from the layouts that are read. */
import { checkDigit } from "../check-digit.ts";
import { findLayout, type MrzLayout, type Slot } from "../mrz-layouts.ts";
import type { MrzFormat } from "../travel-document.ts";

export type ZoneFields = {
  readonly format: MrzFormat;
  readonly code: string;
  readonly issuer: string;
  readonly nationality: string;
  readonly number: string;
  /** YYMMDD, with << for what is not known. */
  readonly born: string;
  readonly expires: string;
  readonly sex: string;
  readonly names: string;
  readonly optional: string;
};

const shapes: Readonly<Record<MrzFormat, readonly [lines: number, width: number, first: string]>> = {
  TD1: [3, 30, "I"],
  TD2: [2, 36, "I"],
  TD3: [2, 44, "P"],
  "MRV-A": [2, 44, "V"],
  "MRV-B": [2, 36, "V"],
};

export function layoutOf(format: MrzFormat): MrzLayout {
  return findLayout(...shapes[format])!;
}

/** The zone of these fields with right check digits; a long number goes on in the optional data. */
export function writeMrz(fields: ZoneFields): readonly string[] {
  const layout = layoutOf(fields.format);
  const { slots, optionalCheck, composite } = layout;
  const lines = Array.from({ length: layout.lines }, () => "<".repeat(layout.width).split(""));
  const put = ({ line, from, to }: Slot, text: string): void => {
    [...text.padEnd(to - from + 1, "<").slice(0, to - from + 1)].forEach((char, at) => {
      lines[line - 1]![from - 1 + at] = char;
    });
  };
  const get = ({ line, from, to }: Slot): string => lines[line - 1]!.slice(from - 1, to).join("");
  for (const name of ["code", "issuer", "nationality", "born", "expires", "sex", "names"] as const)
    put(slots[name], fields[name]);
  put(slots.number, fields.number);
  put(slots.bornCheck, checkDigit(get(slots.born)));
  put(slots.expiresCheck, checkDigit(get(slots.expires)));
  const long = fields.number.length > 9;
  put(slots.numberCheck, long ? "<" : checkDigit(get(slots.number)));
  put(slots.optional, (long ? `${fields.number.slice(9)}${checkDigit(fields.number)}<` : "") + fields.optional);
  if (optionalCheck) put(optionalCheck, checkDigit(get(slots.optional)));
  if (composite) put(composite.check, checkDigit(composite.over.map(get).join("")));
  return lines.map((line) => line.join(""));
}
