import { plainDay } from "../calendar/legal-day.ts";
import type { DocumentRow } from "../zones/zone.ts";
import { checkDigit } from "./check-digit.ts";
import { countryOfIcao } from "./country.ts";
import { DocumentError } from "./document-error.ts";
import { findKind } from "./kind.ts";
import { readKzIin } from "./kz-iin.ts";
import { assertCheckDigit } from "./mrz-checks.ts";
import { birthDateAt, expiryAt } from "./mrz-dates.ts";
import { namesAt } from "./mrz-names.ts";
import { digitsAt, lettersAt, parseZone, placeOf, textAt, type Zone } from "./mrz-zone.ts";
import type { BirthDate, DocumentNumber, DocumentWarning, TravelDocument } from "./travel-document.ts";

export type MrzOptions = {
  /** Legal day of the reading, days since 1970-01-01: two-digit years are told by it. */
  readonly legalDay: number;
  /** Rows that give the document kind (zone.yaml). */
  readonly rows: readonly DocumentRow[];
  /** Kind that an officer named; it counts where only a row that takes every code fits. */
  readonly named?: string;
  /** Whether ICAO's specimens of the state UTO are taken, as in training. */
  readonly specimens?: boolean;
};

/**
 * Reads and checks a machine-readable zone of ICAO 9303 parts 4 to 7 (TD1, TD2, TD3, MRV-A, MRV-B): characters, dates,
 * states, and every check digit. Throws DocumentError with the field, line, column, what was read and expected.
 */
export function readMrz(texts: readonly string[], options: MrzOptions): TravelDocument {
  const zone = parseZone(texts);
  const { slots, format } = zone.layout;
  const today = plainDay(options.legalDay);
  const code = lettersAt(zone, slots.code, "code");
  const number = numberOf(zone);
  assertChecks(zone);
  const born = birthDateAt(zone, slots.born, today);
  const expires = expiryAt(zone, slots.expires, today);
  const { name, truncated } = namesAt(zone, slots.names);
  const issuer = countryAt(zone, "issuer", options);
  const nationality = countryAt(zone, "nationality", options);
  const sex = sexOf(zone);
  const personalNumber = personalNumberOf(zone, number.inOptional);
  const warnings = warningsOf({ truncated, born, expires, icao: [issuer.icao, nationality.icao], personalNumber, sex });
  return {
    format,
    kind: kindOf(code, issuer.icao, options),
    icao: { code: code.replace(/<+$/, ""), issuer: issuer.icao, nationality: nationality.icao },
    number: number.text,
    issuer: issuer.country,
    nationality: nationality.country,
    born,
    ...(expires === undefined ? {} : { expires }),
    ...(sex === undefined ? {} : { sex }),
    name,
    ...(personalNumber === undefined ? {} : { personalNumber }),
    warnings,
  };
}

/** The document number; a long one goes on in the optional data and ends there with its check digit (9303-5 §4.2.2). */
function numberOf(zone: Zone): { readonly text: DocumentNumber; readonly inOptional: number } {
  const { slots, longNumbers } = zone.layout;
  const head = textAt(zone, slots.number);
  const rest = /^[^<]+/.exec(textAt(zone, slots.optional))?.[0] ?? "";
  if (head.startsWith("<"))
    throw new DocumentError("document/number", { field: "number", place: placeOf(slots.number) });
  if (!longNumbers || textAt(zone, slots.numberCheck) !== "<" || rest.length < 2) {
    assertCheckDigit(zone, { field: "number", over: [slots.number], check: slots.numberCheck });
    return { text: trimmed(head), inOptional: 0 };
  }
  const whole = head + rest.slice(0, -1);
  const expected = checkDigit(whole);
  const place = placeOf(slots.optional, rest.length - 1);
  if (rest.at(-1) !== expected) {
    throw new DocumentError("document/check-digit", { field: "number", place, read: rest.at(-1)!, expected });
  }
  return { text: trimmed(whole), inOptional: rest.length };
}

/** Fillers inside a number stand for characters the zone does not have (9303-3 §4.3): they read as spaces. */
function trimmed(text: string): DocumentNumber {
  return text.replace(/<+$/, "").replaceAll("<", " ") as DocumentNumber;
}

/** Checks before dates: a misread digit is better told by its check digit than by the day that does not exist. */
function assertChecks(zone: Zone): void {
  const { slots, optionalCheck, composite } = zone.layout;
  digitsAt(zone, slots.born, "born", true);
  digitsAt(zone, slots.expires, "expires", true);
  assertCheckDigit(zone, { field: "born", over: [slots.born], check: slots.bornCheck });
  assertCheckDigit(zone, { field: "expires", over: [slots.expires], check: slots.expiresCheck });
  if (optionalCheck !== undefined) {
    assertCheckDigit(zone, { field: "personalNumber", over: [slots.optional], check: optionalCheck });
  }
  if (composite !== undefined) assertCheckDigit(zone, { field: "composite", ...composite });
}

function countryAt(zone: Zone, field: "issuer" | "nationality", { specimens = false }: MrzOptions) {
  const slot = zone.layout.slots[field];
  const text = lettersAt(zone, slot, field);
  const country = countryOfIcao(text, { field, place: placeOf(slot) }, specimens);
  return { icao: text.replace(/<+$/, ""), country };
}

function sexOf(zone: Zone): "F" | "M" | undefined {
  const slot = zone.layout.slots.sex;
  const read = textAt(zone, slot);
  if (read === "F" || read === "M") return read;
  if (read === "<") return undefined;
  throw new DocumentError("document/character", { field: "sex", place: placeOf(slot), read, expected: "F, M or <" });
}

function personalNumberOf(zone: Zone, usedByNumber: number): string | undefined {
  const { slots, secondOptional } = zone.layout;
  const first = textAt(zone, slots.optional).slice(usedByNumber);
  const second = secondOptional === undefined ? "" : textAt(zone, secondOptional);
  const text = [first, second].map((one) => one.replace(/^<+|<+$/g, "").replaceAll("<", " "));
  return text.filter((one) => one !== "").join(" ") || undefined;
}

function kindOf(code: string, issuer: string, { rows, named }: MrzOptions): string {
  const found = findKind(rows, code, issuer);
  if (found?.certain) return found.kind;
  const kind = named ?? found?.kind;
  if (kind === undefined) throw new DocumentError("document/kind", { field: "kind" });
  return kind;
}

type Looked = {
  readonly truncated: boolean;
  readonly born: BirthDate;
  readonly expires: Temporal.PlainDate | undefined;
  readonly icao: readonly string[];
  readonly personalNumber: string | undefined;
  readonly sex: "F" | "M" | undefined;
};

function warningsOf(looked: Looked): readonly DocumentWarning[] {
  const { year, month, day } = looked.born;
  const warnings: readonly (readonly [boolean, DocumentWarning])[] = [
    [looked.truncated, "document/names-truncated"],
    [year === undefined || month === undefined || day === undefined, "document/born-partly-unknown"],
    [looked.expires === undefined, "document/expiry-not-stated"],
    [looked.icao.includes("UTO"), "document/is-specimen"],
  ];
  const own = warnings.filter(([holds]) => holds).map(([, id]) => id);
  return looked.icao.includes("KAZ") ? [...own, ...iinWarnings(looked)] : own;
}

/**
 * Kazakh documents carry the IIN. Its own check digit and date are compared, but only warned of: the zone's check
 * digits hold, and a person's IIN stays when her recorded date of birth is corrected.
 */
function iinWarnings({ personalNumber, born, sex }: Looked): readonly DocumentWarning[] {
  if (personalNumber === undefined || !/^\d{12}$/.test(personalNumber)) return [];
  const iin = readKzIin(personalNumber);
  if (!iin.holds) return ["document/personal-number-unsound"];
  const sameBirth =
    iin.born === undefined || (["year", "month", "day"] as const).every((part) => iin.born?.[part] === born[part]);
  const sameSex = iin.sex === undefined || sex === undefined || iin.sex === sex;
  return sameBirth && sameSex ? [] : ["document/personal-number-differs"];
}
