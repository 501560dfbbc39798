import { type CountryCode, countryCode } from "./country.ts";
import { DocumentError } from "./document-error.ts";
import { checkVin, type VinCheck } from "./vin.ts";

/** Longest plate, in characters. */
export const PLATE_CHARS_MAX = 12;

/** Registration plate without spaces and marks, upper case. */
export type Plate = string & { readonly Plate: true };

/** A vehicle as it is recorded at a gate. */
export type VehicleDocument = {
  readonly plate: Plate;
  readonly country: CountryCode;
  readonly vin?: string;
  readonly vinCheck?: VinCheck;
};

const PLATE = /^[\p{L}\p{Nd}]+$/u;

/**
 * Reads plate, country (ISO 3166-1 alpha-2) and, where given, the vehicle identification number. Letters of any script
 * stay, for Chinese plates begin with a character of the province. Throws DocumentError.
 */
export function readVehicle(given: {
  readonly plate: string;
  readonly country: string;
  readonly vin?: string;
}): VehicleDocument {
  const plate = given.plate
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s.·•-]/g, "");
  if (!PLATE.test(plate) || [...plate].length > PLATE_CHARS_MAX) {
    throw new DocumentError("vehicle/plate", {
      field: "plate",
      expected: `letters and digits, at most ${PLATE_CHARS_MAX}`,
    });
  }
  const country = countryCode(given.country, "plate");
  const vehicle = { plate: plate as Plate, country };
  if (given.vin === undefined) return vehicle;
  const vin = given.vin.normalize("NFKC").toUpperCase().replace(/\s/g, "");
  return { ...vehicle, vin, vinCheck: checkVin(vin) };
}
