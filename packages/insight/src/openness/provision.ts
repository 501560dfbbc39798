import type { CheckedRulebook, Citation, Confidence, Texts } from "@twinline/rulebook";
import { languages } from "@twinline/rulebook";

/** A provision of an instrument in words; `confidence` is that of the figure taken from it, where it is a figure. */
export type Provision = { readonly id: string; readonly cite: Texts; readonly confidence?: Confidence };

/** The citation by its instrument's own template: "State Council reply …, point 1". */
export function provisionOf(
  { instruments }: CheckedRulebook,
  { instrument, provision }: Citation,
  confidence?: Confidence,
): Provision {
  const template = instruments.find(({ id }) => id === instrument)?.cite;
  const cite = languages.map((language) => [
    language,
    (template?.[language] ?? instrument).replaceAll("{n}", provision),
  ]);
  const id = `${instrument}/${provision}`;
  return { id, cite: Object.fromEntries(cite) as Texts, ...(confidence === undefined ? {} : { confidence }) };
}

/** Each provision once. */
export function distinct(provisions: readonly Provision[]): readonly Provision[] {
  return [...new Map(provisions.map((one) => [one.id, one])).values()];
}
