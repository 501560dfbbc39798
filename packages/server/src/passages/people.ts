import type { VehicleDocument, Watch } from "@twinline/zone";
import type { DocumentIdentity, PersonRecord } from "../vault/persons.ts";

export type Met = { readonly person: string; readonly watch: Watch };

/** What passages ask of the vault and the watch list: tokens for people, and people for tokens. */
export type People = {
  /** The person's token, and what the lists say of the document on a legal day. */
  meet(document: DocumentIdentity, day: number): Promise<Met>;
  vehicleTokenOf(vehicle: VehicleDocument): Promise<string>;
  /** The booking that a vehicle has in the queue of the road gate. */
  bookingOf(vehicle: string): Promise<{ booking: string; vin: string } | undefined>;
  /** Names and numbers by token; erased persons are absent. */
  reveal(tokens: readonly string[]): Promise<ReadonlyMap<string, PersonRecord>>;
};
