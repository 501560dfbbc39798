import { plainDay } from "../calendar/legal-day.ts";
import { readCnIdentity } from "./cn-identity.ts";
import { countryCode } from "./country.ts";
import { DocumentError, type DocumentField } from "./document-error.ts";
import { type HandFormat, handFormats, type Need } from "./hand-format.ts";
import { readKzIin } from "./kz-iin.ts";
import type { BirthDate, DocumentNumber, TravelDocument } from "./travel-document.ts";

/** Longest number that is looked at. */
export const NUMBER_CHARS_MAX = 40;
const IIN_DIGITS = 12;

/** Fields that an officer or a traveller typed; days are ISO 8601, countries ISO 3166-1 alpha-2. */
export type TypedDocument = {
  readonly kind: string;
  readonly number?: string;
  readonly nationality?: string;
  readonly name?: string;
  readonly born?: string;
  readonly expires?: string;
};

export type HandOptions = {
  /** Legal day of the reading: nobody is born after it. */
  readonly legalDay: number;
  /** Kinds that may be typed (zone.yaml). */
  readonly byHand: readonly string[];
  readonly formats?: Readonly<Record<string, HandFormat>>;
  /** The guardian's document, read before, where a minor shows a certificate. */
  readonly guardian?: TravelDocument;
};

/** What the number itself says of its holder. */
type Told = { readonly born?: BirthDate; readonly sex?: "F" | "M"; readonly personalNumber?: string };

/**
 * Reads a document that was typed. Full-width characters, lower case and spaces of a keyboard are put right; the
 * number must be of its kind's form and hold its own check. Throws DocumentError with the field at fault.
 */
export function readByHand(typed: TypedDocument, options: HandOptions): TravelDocument {
  const { kind } = typed;
  const format = (options.formats ?? handFormats)[kind];
  if (format === undefined || !options.byHand.includes(kind))
    throw new DocumentError("document/kind", { field: "kind" });
  const number = numberOf(typed.number, format);
  assertNeeds(typed, format.needs ?? [], options);
  const told = toldBy(number, format);
  const born = bornOf(typed.born, told.born, options.legalDay);
  const nationality = nationalityOf(typed.nationality, number, format);
  return {
    format: kind,
    kind,
    number: number as DocumentNumber,
    issuer: format.issuer === undefined ? nationality : countryCode(format.issuer, "issuer"),
    nationality,
    ...(born === undefined ? {} : { born }),
    ...(typed.expires === undefined ? {} : { expires: dayOf(typed.expires, "expires") }),
    ...(told.sex === undefined ? {} : { sex: told.sex }),
    ...(typed.name === undefined ? {} : { name: { text: typed.name.normalize("NFC").trim() } }),
    ...(told.personalNumber === undefined ? {} : { personalNumber: told.personalNumber }),
    ...(options.guardian === undefined ? {} : { guardian: options.guardian }),
    warnings: typed.expires === undefined ? ["document/expiry-not-stated"] : [],
  };
}

function numberOf(text: string | undefined, { form, example }: HandFormat): string {
  // NFKC turns the full-width letters and digits of a Chinese keyboard into plain ones.
  const number = (text ?? "")
    .slice(0, NUMBER_CHARS_MAX + 1)
    .normalize("NFKC")
    .replace(/\s/g, "")
    .toUpperCase();
  if (number === "") throw new DocumentError("document/incomplete", { field: "number" });
  if (number.length <= NUMBER_CHARS_MAX && new RegExp(form, "u").test(number)) return number;
  throw new DocumentError("document/number", { field: "number", expected: example });
}

function assertNeeds(typed: TypedDocument, needs: readonly Need[], { guardian }: HandOptions): void {
  for (const need of needs) {
    if (need === "guardian" && guardian === undefined)
      throw new DocumentError("document/guardian", { field: "guardian" });
    if (need === "born" && typed.born === undefined) throw new DocumentError("document/incomplete", { field: "born" });
    if (need === "name" && !typed.name?.trim()) throw new DocumentError("document/incomplete", { field: "names" });
  }
}

function toldBy(number: string, { check, example }: HandFormat): Told {
  // An identity card of Kazakhstan may be typed by its own nine digits, which have no check, or by the holder's IIN.
  if (check === undefined || (check === "kz-iin" && number.length !== IIN_DIGITS)) return {};
  const read = check === "cn-identity" ? readCnIdentity(number) : readKzIin(number);
  if (read.holds)
    return { personalNumber: number, ...(read.born && { born: read.born }), ...(read.sex && { sex: read.sex }) };
  const place = { column: read.column };
  throw read.part === "check"
    ? new DocumentError("document/check-digit", { field: "number", place })
    : new DocumentError("document/number", { field: "number", place, expected: example });
}

function bornOf(text: string | undefined, told: BirthDate | undefined, legalDay: number): BirthDate | undefined {
  const typed = text === undefined ? undefined : partsOf(dayOf(text, "born"));
  if (typed !== undefined && told !== undefined && !sameDay(typed, told)) {
    throw new DocumentError("document/mismatch", { field: "born" });
  }
  const born = typed ?? told;
  if (born !== undefined && Temporal.PlainDate.compare(born as Required<BirthDate>, plainDay(legalDay)) > 0) {
    throw new DocumentError("document/born-later", { field: told === undefined ? "born" : "number" });
  }
  return born;
}

function nationalityOf(text: string | undefined, number: string, format: HandFormat) {
  const { nationality, nationalityUnless } = format;
  const fixed =
    nationalityUnless !== undefined && new RegExp(nationalityUnless, "u").test(number) ? undefined : nationality;
  if (fixed !== undefined && text !== undefined && text !== fixed) {
    throw new DocumentError("document/mismatch", { field: "nationality", expected: fixed });
  }
  const code = fixed ?? text;
  if (code === undefined) throw new DocumentError("document/incomplete", { field: "nationality" });
  return countryCode(code, "nationality");
}

function dayOf(text: string, field: DocumentField): Temporal.PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new DocumentError("document/date", { field });
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    throw new DocumentError("document/date", { field });
  }
}

function partsOf({ year, month, day }: Temporal.PlainDate): Required<BirthDate> {
  return { year, month, day };
}

function sameDay(a: BirthDate, b: BirthDate): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}
