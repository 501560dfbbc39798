import { DocumentError } from "./document-error.ts";
import type { Slot } from "./mrz-layouts.ts";
import { lettersAt, placeOf, type Zone } from "./mrz-zone.ts";
import type { HolderName } from "./travel-document.ts";

/**
 * The holder's name (9303-3 §4.6): primary identifier, two fillers, secondary identifier; one filler is a space. A field
 * without a filler at its end was filled to the last place and is perhaps truncated.
 */
export function namesAt(zone: Zone, slot: Slot): { readonly name: HolderName; readonly truncated: boolean } {
  const text = lettersAt(zone, slot, "names");
  const [first = "", ...rest] = text.replace(/<+$/, "").split("<<");
  const primary = spaced(first);
  if (primary === "")
    throw new DocumentError("document/character", { field: "names", place: placeOf(slot), read: "<" });
  const secondary = spaced(rest.join("<"));
  const name = secondary === "" ? { text: primary, primary } : { text: `${primary} ${secondary}`, primary, secondary };
  return { name, truncated: !text.endsWith("<") };
}

function spaced(text: string): string {
  return text
    .split("<")
    .filter((word) => word !== "")
    .join(" ");
}
