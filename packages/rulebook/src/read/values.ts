import { type Language, languages, type Note, type Texts } from "../ir/texts.ts";
import { asMapping, readFields } from "./fields.ts";
import type { Findings } from "./findings.ts";
import type { Node, Scalar } from "./node.ts";
import type { Reading } from "./scalar/reading.ts";

/** Reads a scalar with a parser; what it refuses is a finding "Cannot read "…" as …". */
export function readScalar<T>(
  scalar: Scalar | undefined,
  what: string,
  parse: (text: string) => Reading<T>,
  findings: Findings,
  id = "file/value",
): T | undefined {
  if (scalar === undefined) return undefined;
  const reading = parse(scalar.text.trim());
  if (reading.ok) return reading.value;
  findings.error(id, scalar.at, `Cannot read "${scalar.text.trim()}" as ${what}: ${reading.why}`);
  return undefined;
}

/** Reads one of a few words. */
export function readWord<T extends string>(
  scalar: Scalar | undefined,
  what: string,
  words: readonly T[],
  findings: Findings,
): T | undefined {
  const refusal = { ok: false as const, why: `one of "${words.join('", "')}" is expected` };
  const parse = (text: string): Reading<T> => {
    const value = words.find((word) => word === text);
    return value === undefined ? refusal : { ok: true, value };
  };
  return readScalar(scalar, what, parse, findings);
}

/** Reads a text in all four languages. */
export function readTexts(node: Node | undefined, what: string, findings: Findings): Texts | undefined {
  if (node === undefined) return undefined;
  const texts = readSomeTexts(node, what, findings);
  if (texts === undefined) return undefined;
  const missing = languages.filter((language) => texts[language] === undefined);
  if (missing.length === 0) return texts as Texts;
  findings.error("say/language", node.at, `Cannot use ${what} without its text in ${missing.join(", ")}`);
  return undefined;
}

/** Reads a text in some of the four languages. */
export function readSomeTexts(node: Node, what: string, findings: Findings): Partial<Texts> | undefined {
  const mapping = asMapping(node, what, findings);
  const fields = mapping && readFields(mapping, what, { optional: languages }, findings);
  if (fields === undefined) return undefined;
  const entries = languages
    .filter((language) => fields.has(language))
    .map((language) => [language, fields.scalar(language)] as const);
  if (entries.some(([, scalar]) => scalar === undefined)) return undefined;
  return Object.fromEntries(entries.map(([language, scalar]) => [language, scalar!.text])) as Partial<
    Record<Language, string>
  >;
}

/** Reads a remark: plain text is English, a mapping has all four languages. */
export function readNote(node: Node | undefined, findings: Findings): Note | undefined {
  if (node?.kind === "scalar") return { en: node.text };
  return readTexts(node, '"note"', findings);
}
