import type { Locale } from "../format/index.ts";

/** So many languages have room on a printed pass. */
const ROOM = 3;

/** The languages of a printed pass: the traveller's own first, then the zone's in their order. */
export function passLanguages(traveller: Locale, ofZone: readonly Locale[]): readonly [Locale, ...Locale[]] {
  const others = ofZone.filter((language) => language !== traveller);
  return [traveller, ...others.slice(0, ROOM - 1)];
}
