import type { Locale } from "../format/index.ts";
import { type Catalogue, catalogues, type MessageKey } from "../messages/catalogue.ts";
import type { Html } from "./html.ts";

/** First parts of the keys that the server needs to write an answer. */
const PREFIXES = ["visit.verdict.", "visitor.answer.", "visitor.confidence.", "visitor.source", "visitor.queue."];

/**
 * The words of an answer as a comment of the page that frames it: the server takes them out and writes with them, so that
 * the catalogues stay the one place of words. A hyphen is escaped, for a comment ends at two.
 */
export function answerWords(locale: Locale): Html {
  const catalogue: Catalogue = catalogues[locale];
  const keys = (Object.keys(catalogue) as MessageKey[]).filter((key) =>
    PREFIXES.some((prefix) => key.startsWith(prefix)),
  );
  const words = Object.fromEntries(keys.map((key) => [key, catalogue[key]]));
  return { markup: `<!--words ${JSON.stringify(words).replaceAll("-", "\\u002d").replaceAll(">", "\\u003e")}-->` };
}
