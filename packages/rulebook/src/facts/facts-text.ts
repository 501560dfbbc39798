/** What stands in the place of a JSON number: its decimal text, so that no double comes between. */
export class FactsTextError extends Error {
  override readonly name = "FactsTextError";
  readonly id = "facts/json";
}

/** Characters of a facts text; a decision needs far fewer. */
export const FACTS_TEXT_MAX = 1_000_000;

/** Reads a JSON object, every number as its own decimal text. Throws FactsTextError when it is not one object, or says a name twice. */
export function parseFactsText(text: string): Readonly<Record<string, unknown>> {
  if (text.length > FACTS_TEXT_MAX) {
    throw new FactsTextError(`Cannot read the facts: "${text.length}" characters are more than ${FACTS_TEXT_MAX}`);
  }
  const parsed = parseExact(text);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    throw new FactsTextError("Cannot read the facts: a JSON object of facts by name is expected");
  }
  assertOnce(text);
  return parsed as Record<string, unknown>;
}

/** JSON.parse would let the last of two values win, without a word. Facts are flat: each string before a colon is a name. */
function assertOnce(text: string): void {
  const seen = new Set<string>();
  for (const [, quoted, colon] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*(:)?/g)) {
    if (colon === undefined || quoted === undefined) continue;
    const name = JSON.parse(quoted) as string;
    if (seen.has(name)) throw new FactsTextError(`Cannot read the facts: "${name}" stands twice`);
    seen.add(name);
  }
}

type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

function parseExact(text: string): unknown {
  const parse = JSON.parse as (text: string, reviver: Reviver) => unknown;
  try {
    return parse(text, (_, value, context) => (typeof value === "number" ? (context.source ?? String(value)) : value));
  } catch (error) {
    throw new FactsTextError(`Cannot read the facts: ${error instanceof Error ? error.message : String(error)}`);
  }
}
