import { type Column, labelText, valueText } from "@twinline/rulebook";
import type { MessageKey } from "../../messages/catalogue.ts";
import type { Writing } from "../rulebooks/expression-text.ts";

/** A condition's cell with its codes and names in the reader's words; its signs stay as the law writes them. */
export function cellText(written: string, { of }: Column, { rulebook, locale, text }: Writing): string {
  return written.replaceAll(/"([^"]*)"|\b[a-z_][a-z0-9_]*\b/g, (token, quoted: string | undefined) => {
    if (quoted !== undefined) return valueText(rulebook, locale, of.type, quoted);
    const word = words.get(token);
    return word === undefined ? labelText(rulebook, locale, token) : text(word);
  });
}

const words: ReadonlyMap<string, MessageKey> = new Map([
  ["true", "console.studio.cell.true"],
  ["false", "console.studio.cell.false"],
  ["not", "console.studio.cell.not"],
  ["missing", "console.studio.cell.missing"],
  ["present", "console.studio.cell.present"],
] as const);
