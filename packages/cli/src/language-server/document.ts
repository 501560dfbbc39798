/** Where something stands in a document; both count from 0, columns in UTF-16 units as the protocol does. */
export type Position = { readonly line: number; readonly character: number };
export type Range = { readonly start: Position; readonly end: Position };

/** A name that the file declares: in which section, and where. */
export type Declared = { readonly section: string; readonly name: string; readonly range: Range };

/** Sections whose entries are names. */
const NAMED = new Set(["facts", "parameters", "counters", "rules", "codes", "instruments"]);

/**
 * The names that a rulebook's lines declare, read without a parser so that a half-written file has them too: keys in the
 * second column of a named section.
 */
export function declaredIn(text: string): readonly Declared[] {
  const found: Declared[] = [];
  let section = "";
  for (const [line, content] of text.split("\n").entries()) {
    const top = /^([a-z_]+):/.exec(content);
    if (top) section = top[1]!;
    const entry = /^ {2}([A-Za-z][A-Za-z0-9_]*):/.exec(content);
    if (entry && NAMED.has(section))
      found.push({ section, name: entry[1]!, range: rangeOf(line, 2, entry[1]!.length) });
  }
  return found;
}

/** The section of a line. */
export function sectionAt(text: string, { line }: Position): string {
  const above = text.split("\n").slice(0, line + 1);
  return /^([a-z_]+):/.exec(above.findLast((one) => /^[a-z_]+:/.test(one)) ?? "")?.[1] ?? "";
}

/** The line up to the cursor. */
export function lineBefore(text: string, { line, character }: Position): string {
  return (text.split("\n")[line] ?? "").slice(0, character);
}

/** The name or provision (`N12/4`) under the cursor, and where it stands. */
export function wordAt(text: string, { line, character }: Position): { word: string; range: Range } | undefined {
  const content = text.split("\n")[line] ?? "";
  for (const match of content.matchAll(/[A-Za-z][A-Za-z0-9_]*(?:\/[A-Za-z0-9.]+)?/g)) {
    const [from, to] = [match.index, match.index + match[0].length];
    if (from <= character && character <= to) return { word: match[0], range: rangeOf(line, from, match[0].length) };
  }
  return undefined;
}

/** A range on one line. */
export function rangeOf(line: number, from: number, length: number): Range {
  return { start: { line, character: from }, end: { line, character: from + length } };
}
