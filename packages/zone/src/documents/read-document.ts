import { DocumentError } from "./document-error.ts";
import { type HandOptions, readByHand, type TypedDocument } from "./read-by-hand.ts";
import { type MrzOptions, readMrz } from "./read-mrz.ts";
import type { TravelDocument } from "./travel-document.ts";

/** What a reader or a hand gives (packages/api, DocumentInput). */
export type DocumentReading = Partial<TypedDocument> & { readonly mrz?: readonly string[] };

export type ReadOptions = Omit<MrzOptions, "named"> & HandOptions;

/**
 * Reads a document: by its machine-readable zone where there is one, else by what was typed. With a zone, typed fields
 * do not count, save a kind that an officer names for a document code that the zone's table does not know. Throws
 * DocumentError.
 */
export function readDocument(reading: DocumentReading, options: ReadOptions): TravelDocument {
  const { mrz, kind } = reading;
  if (mrz !== undefined) {
    if (kind !== undefined && !options.byHand.includes(kind))
      throw new DocumentError("document/kind", { field: "kind" });
    return readMrz(mrz, kind === undefined ? options : { ...options, named: kind });
  }
  if (kind === undefined) throw new DocumentError("document/incomplete", { field: "kind" });
  return readByHand({ ...reading, kind }, options);
}
