import type { Locale } from "../format/index.ts";

/** Languages of the two sides and of their common traffic, in the order in which they fill a pass. */
const usual: readonly Locale[] = ["zh", "kk", "ru"];

/** The three languages of a printed pass: the traveller's own first, then the usual ones. */
export function passLanguages(traveller: Locale): readonly [Locale, Locale, Locale] {
  const [second, third] = usual.filter((language) => language !== traveller);
  return [traveller, second!, third!];
}
