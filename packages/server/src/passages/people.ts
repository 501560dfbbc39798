import type { VehicleDocument, Watch } from "@twinline/zone";
import type { DocumentIdentity, PersonRecord } from "../vault/persons.ts";

/** What passages ask of the vault and the watch list: tokens for people, and people for tokens. */
export type People = {
  tokenOf(document: DocumentIdentity): Promise<string>;
  vehicleTokenOf(vehicle: VehicleDocument): Promise<string>;
  /** What the lists say of a document on a legal day. */
  watchOf(document: DocumentIdentity, day: number): Promise<Watch>;
  /** Names and numbers by token; erased persons are absent. */
  reveal(tokens: readonly string[]): Promise<ReadonlyMap<string, PersonRecord>>;
};
