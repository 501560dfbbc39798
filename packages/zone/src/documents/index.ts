export { type Age, ageOn, earliestDay, latestDay, yearsBetween } from "./age.ts";
export { type CountryCode, countryCode } from "./country.ts";
export {
  DocumentError,
  type DocumentErrorId,
  type DocumentField,
  type DocumentPlace,
  documentFields,
  type NearMiss,
} from "./document-error.ts";
export { type HandFormat, handFormats } from "./hand-format.ts";
export { findKind } from "./kind.ts";
export { documentErrorText, documentWarningText } from "./messages.ts";
export { MRZ_CHARS_MAX } from "./mrz-zone.ts";
export { NUMBER_CHARS_MAX, readByHand, type TypedDocument } from "./read-by-hand.ts";
export { type DocumentReading, type ReadOptions, readDocument } from "./read-document.ts";
export { type MrzOptions, readMrz } from "./read-mrz.ts";
export {
  type BirthDate,
  type DocumentNumber,
  type DocumentWarning,
  documentWarnings,
  type HolderName,
  type MrzFormat,
  type TravelDocument,
} from "./travel-document.ts";
export { type Validity, validDaysLeft, validityOn } from "./validity.ts";
export { PLATE_CHARS_MAX, type Plate, readVehicle, type VehicleDocument } from "./vehicle.ts";
export { checkVin, type VinCheck } from "./vin.ts";
