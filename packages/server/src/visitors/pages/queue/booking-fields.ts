import { type DriverBook, HS_CHAPTER_MAX } from "@twinline/api";
import { type Fields, wholeNumber } from "../fields.ts";

/** A slot as the page's own list writes it. */
const SLOT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** The booking that a form asks for, or the name of the field at fault. Plate and VIN are judged where they are read. */
export function readBooking(fields: Fields): DriverBook | "slot" | "plate" | "country" | "vin" | "chapter" {
  const { slot = "", plate = "" } = fields;
  const country = (fields.country ?? "").toUpperCase();
  const vin = (fields.vin ?? "").normalize("NFKC").toUpperCase().replace(/[\s-]/g, "");
  const chapter = wholeNumber(fields.chapter, 0, HS_CHAPTER_MAX);
  if (!SLOT.test(slot)) return "slot";
  if (plate === "") return "plate";
  if (!/^[A-Z]{2}$/.test(country)) return "country";
  if (vin.length !== 17) return "vin";
  return chapter === undefined ? "chapter" : { plate, country, vin, chapter, slot };
}
