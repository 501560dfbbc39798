import { DocumentError, type DocumentField, type DocumentPlace } from "./document-error.ts";
import table from "./states.json" with { type: "json" };

/** ISO 3166-1 alpha-2; `XX` = none recorded: stateless, refugee, organisation (rulebook.md, type country). */
export type CountryCode = string & { readonly CountryCode: true };

const states = new Map<string, string>([...Object.entries(table.states), ...Object.entries(table.others)]);
const specimens = new Set(table.specimens);
const alpha2 = new Set(states.values());

/** A country that a person or a reader names by its ISO 3166-1 alpha-2 code. Throws DocumentError document/country. */
export function countryCode(text: string, field: DocumentField): CountryCode {
  if (alpha2.has(text)) return text as CountryCode;
  throw new DocumentError("document/country", { field });
}

/**
 * The one place where a code of ICAO 9303-3 §5 (alpha-3, D, GBN, XXA, UNO …) becomes alpha-2. The state of specimens,
 * UTO, is taken only where `specimenTaken`. Throws DocumentError document/country, document/specimen.
 */
export function countryOfIcao(
  code: string,
  fault: { readonly field: DocumentField; readonly place: DocumentPlace },
  specimenTaken: boolean,
): CountryCode {
  const letters = code.replace(/<+$/, "");
  if (specimens.has(letters)) {
    if (specimenTaken) return "XX" as CountryCode;
    throw new DocumentError("document/specimen", { ...fault, read: letters });
  }
  const found = states.get(letters);
  if (found === undefined) throw new DocumentError("document/country", { ...fault, read: letters });
  return found as CountryCode;
}
