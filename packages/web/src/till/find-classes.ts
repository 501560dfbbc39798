import type { Pack } from "@twinline/api";
import type { Locale } from "../format/index.ts";

export type GoodsClass = Pack["goods"][number];

const SHOWN_MAX = 8;
const HEADING_DIGITS = 4;

/** Classes whose name holds the words in any of the four languages, or whose usual headings begin with the digits. */
export function findClasses(classes: readonly GoodsClass[], wanted: string, locale: Locale): readonly GoodsClass[] {
  const words = wanted.trim().toLocaleLowerCase();
  const digits = words.replace(/[.\s]/g, "");
  if (/^\d+$/.test(digits)) {
    const heading = digits.slice(0, HEADING_DIGITS);
    const fits = ({ headings = [] }: GoodsClass): boolean => headings.some((one) => one.startsWith(heading));
    const found = classes.filter(fits);
    return (found.length > 0 ? found : classes.filter(({ headings = [] }) => headings.length === 0)).slice(
      0,
      SHOWN_MAX,
    );
  }
  const isIn = (text: string): boolean => text.toLocaleLowerCase().includes(words);
  const own = classes.filter(({ label }) => isIn(label[locale]));
  const others = classes.filter((one) => !own.includes(one) && Object.values(one.label).some(isIn));
  return [...own, ...others].slice(0, SHOWN_MAX);
}

/** The heading to write for a class: the digits that were typed when there are enough, else its first usual one. */
export function headingOf({ headings = [] }: GoodsClass, wanted: string): string {
  const digits = wanted.replace(/\D/g, "");
  return digits.length >= HEADING_DIGITS ? digits.slice(0, 10) : (headings[0] ?? "");
}
