/** What stands in a travel document. The words for people are in messages/, under `document/field/…`. */
export const documentFields = [
  "mrz",
  "code",
  "kind",
  "issuer",
  "number",
  "nationality",
  "born",
  "sex",
  "expires",
  "names",
  "personalNumber",
  "composite",
  "guardian",
  "plate",
  "vin",
] as const;
export type DocumentField = (typeof documentFields)[number];

/** Why a document was not taken. Each has its sentence for people in messages/. */
export type DocumentErrorId =
  | "document/lines"
  | "document/character"
  | "document/check-digit"
  | "document/country"
  | "document/date"
  | "document/born-later"
  | "document/specimen"
  | "document/number"
  | "document/mismatch"
  | "document/incomplete"
  | "document/kind"
  | "document/guardian"
  | "vehicle/plate"
  | "vehicle/vin"
  | "vehicle/vin-check";

/** Place in the machine-readable zone, or in a typed number without a line. Both count from 1, as in ICAO 9303. */
export type DocumentPlace = { readonly line?: number; readonly column: number };

/** A character that was perhaps misread, and another with which the checks would hold. */
export type NearMiss = DocumentPlace & { readonly read: string; readonly perhaps: string };

export type DocumentFault = {
  readonly field: DocumentField;
  readonly place?: DocumentPlace;
  /** What stands there: one character or a count, never a number or a name of a person. */
  readonly read?: string;
  readonly expected?: string;
  readonly hints?: readonly NearMiss[];
};

/**
 * A document could not be taken as it was read. The message names field, place and at most one character, so that no
 * personal data reaches a log (promises.md P24).
 */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
  readonly id: DocumentErrorId;
  readonly field: DocumentField;
  readonly place: DocumentPlace | undefined;
  readonly read: string | undefined;
  readonly expected: string | undefined;
  readonly hints: readonly NearMiss[];

  constructor(id: DocumentErrorId, fault: DocumentFault) {
    super(describe(id, fault));
    this.id = id;
    this.field = fault.field;
    this.place = fault.place;
    this.read = fault.read;
    this.expected = fault.expected;
    this.hints = fault.hints ?? [];
  }
}

function describe(id: DocumentErrorId, { field, place, read, expected }: DocumentFault): string {
  const line = place?.line === undefined ? "" : ` line ${place.line},`;
  const where = place === undefined ? "" : ` at${line} column ${place.column}`;
  const what = read === undefined ? "" : `: read "${read}"`;
  const wanted = expected === undefined ? "" : `${read === undefined ? ":" : ","} expected ${expected}`;
  return `Cannot read the field "${field}"${where} (${id})${what}${wanted}`;
}
