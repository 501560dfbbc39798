import type { Problem } from "@twinline/api";
import type { Locale } from "../format/index.ts";
import { isMessageKey } from "../messages/catalogue.ts";
import type { Text } from "./language.ts";

/** A problem for people: its own text, else the catalogue's for its id, else that it could not be done. */
export function problemText(problem: Problem, locale: Locale, text: Text): string {
  if (problem.text) return problem.text[locale];
  const key = `problem.${problem.type}`;
  return text(isMessageKey(key) ? key : "problem.other", { id: problem.type });
}
