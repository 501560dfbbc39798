import { labelText } from "@twinline/rulebook";
import type { Writing } from "../rulebooks/expression-text.ts";

const ARROW = /^=>\s*/;

/** A column's head as written, in the reader's words: "=> verdict" is what the row gives. */
export function headText(written: string, { rulebook, locale, text }: Writing): string {
  if (written === "source") return text("console.studio.source");
  const label = labelText(rulebook, locale, written.replace(ARROW, ""));
  return ARROW.test(written) ? `⇒ ${label}` : label;
}
