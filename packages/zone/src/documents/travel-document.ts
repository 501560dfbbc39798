import type { CountryCode } from "./country.ts";

/** Number of a document, upper case, without fillers at its end; only the readers make one. */
export type DocumentNumber = string & { readonly DocumentNumber: true };

/** Layout of the machine-readable zone: ICAO 9303 parts 4 to 7. */
export type MrzFormat = "TD1" | "TD2" | "TD3" | "MRV-A" | "MRV-B";

/** A date of birth as documents state it: unknown parts are absent (ICAO 9303-3 §3.8). */
export type BirthDate = { readonly year?: number; readonly month?: number; readonly day?: number };

/** Primary identifier first, as in the zone; `text` is both, or the name as an officer typed it. */
export type HolderName = {
  readonly text: string;
  readonly primary?: string;
  readonly secondary?: string;
};

/** What an officer should look at, though the document is readable. Words for people are in messages/. */
export const documentWarnings = [
  "document/names-truncated",
  "document/born-partly-unknown",
  "document/expiry-not-stated",
  "document/personal-number-unsound",
  "document/personal-number-differs",
  "document/is-specimen",
] as const;
export type DocumentWarning = (typeof documentWarnings)[number];

/** A document as it was read, checked and converted. It holds personal data: for the vault, never for an entry. */
export type TravelDocument = {
  /** Layout of the zone, or the format of a number that was typed (hand-formats.json). */
  readonly format: string;
  /** Document kind of the rulebook. */
  readonly kind: string;
  /** Document code and states as the zone has them, for the officer's eye. */
  readonly icao?: { readonly code: string; readonly issuer: string; readonly nationality: string };
  readonly number: DocumentNumber;
  readonly issuer: CountryCode;
  readonly nationality: CountryCode;
  readonly born?: BirthDate;
  /** Last day on which the document is valid. */
  readonly expires?: Temporal.PlainDate;
  readonly sex?: "F" | "M";
  readonly name?: HolderName;
  readonly personalNumber?: string;
  readonly guardian?: TravelDocument;
  readonly warnings: readonly DocumentWarning[];
};
