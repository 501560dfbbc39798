import type { DocumentInput, Vehicle } from "@twinline/api";
import {
  type BirthDate,
  DocumentError,
  type DocumentFacts,
  documentErrorText,
  documentFacts,
  readDocument as readTravelDocument,
  readVehicle,
  type TravelDocument,
  type VehicleDocument,
  type Zone,
} from "@twinline/zone";
import { RequestError } from "../errors.ts";
import type { DocumentIdentity } from "../vault/persons.ts";

/** A document as it was read: what the rules may know, what only the vault keeps, and the document itself to be shown. */
export type ReadDocument = {
  readonly document: TravelDocument;
  readonly facts: DocumentFacts;
  readonly identity: DocumentIdentity;
};

/** What reading needs besides the document: the zone's kinds, the legal day, and a minor's guardian. */
export type Reading = { readonly zone: Zone; readonly day: number; readonly guardian?: ReadDocument | undefined };

/** Reads what a reader or a hand gave; `at` is its JSON pointer in the request. Throws RequestError 422 with the field at fault. */
export function readDocument(input: DocumentInput, { zone, day, guardian }: Reading, at: string): ReadDocument {
  const { rows, byHand } = zone.documents;
  const beside = guardian === undefined ? {} : { guardian: guardian.document };
  return refusing(input.mrz === undefined ? at : `${at}/mrz`, () => {
    const document = readTravelDocument(input, { legalDay: day, rows, byHand, ...beside });
    return { document, facts: documentFacts(document), identity: identityOf(document) };
  });
}

/** Reads a vehicle's plate and papers. Throws RequestError 422. */
export function readPlate(vehicle: Vehicle, at: string): VehicleDocument {
  return refusing(at, () => readVehicle(vehicle));
}

function identityOf({ issuer, number, kind, nationality, name, born, expires }: TravelDocument): DocumentIdentity {
  return {
    issuer,
    number,
    kind,
    nationality,
    ...(name === undefined ? {} : { name: name.text }),
    ...(born === undefined ? {} : { born: birthText(born) }),
    ...(expires === undefined ? {} : { expires: expires.toString() }),
  };
}

/** A date of birth as far as it is known, e.g. 1990-05-17 or 1990-xx-xx. */
function birthText({ year, month, day }: BirthDate): string {
  const part = (value: number | undefined, digits: number) =>
    value === undefined ? "x".repeat(digits) : String(value).padStart(digits, "0");
  return `${part(year, 4)}-${part(month, 2)}-${part(day, 2)}`;
}

function refusing<T>(at: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const field = at.endsWith("/mrz") ? at : `${at}/${error.field === "names" ? "name" : error.field}`;
    throw new RequestError(error.id, 422, error.message, { field, texts: documentErrorText(error) });
  }
}
