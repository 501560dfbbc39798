import { outside } from "../problem.ts";

/** Words of the grammar; a declared name that is or begins with one reads in two ways. */
export const feelKeywords: ReadonlySet<string> = new Set(
  `and between else every external false for function if in instance list not null of or return satisfies some then
  true`.split(/\s+/),
);

/** Built-in functions of the profile. */
export const feelFunctions: ReadonlySet<string> = new Set([
  "abs",
  "ceiling",
  "date",
  "decimal",
  "floor",
  "max",
  "min",
  "not",
  "round down",
  "round half down",
  "round half up",
  "round up",
]);

const nameShape = /^[\p{L}_][\p{L}\p{M}\p{N}_ .'/+*-]*$/u;
const namePart = /[\p{L}\p{M}\p{N}_?\u{10000}-\u{EFFFF}]/u;
const operatorOrKeyword = new RegExp(`^ *(?:[.'/+*-]|(?:${[...feelKeywords].join("|")})(?![\\p{L}\\p{N}_]))`, "u");

/** A name of a model with its white space brought to single spaces (DMN 1.5, 10.3.1.2). */
export function normaliseName(name: string): string {
  return name.trim().replace(/\s+/g, " ");
}

/** Refuses a declared name that FEEL text cannot tell from something else. */
export function assertReadable(name: string): void {
  const [first = ""] = name.split(" ");
  if (!nameShape.test(name)) outside(`the name "${name}"`);
  if (feelKeywords.has(first) || feelFunctions.has(name)) outside(`the name "${name}", which is a word of FEEL`);
}

/** The longest of the names that stands at a position, and where it ends (DMN 1.5, 10.3.1.2: longest match). */
export function matchName(
  text: string,
  at: number,
  names: Iterable<string>,
): { name: string; end: number } | undefined {
  const matches = [...names].flatMap((name) => {
    const end = endOfName(text, at, name);
    return end === undefined ? [] : [{ name, end }];
  });
  const longest = matches.reduce((best, each) => (best && best.end >= each.end ? best : each), matches[0]);
  for (const { name } of matches) {
    const rest = longest!.name.slice(name.length);
    if (operatorOrKeyword.test(rest)) outside(`"${longest!.name}", which is also "${name}" and more`);
  }
  return longest;
}

function endOfName(text: string, at: number, name: string): number | undefined {
  let position = at;
  for (const word of name.split(" ")) {
    if (position > at) {
      const gap = /^\s+/.exec(text.slice(position, position + 100));
      if (!gap) return undefined;
      position += gap[0].length;
    }
    if (!text.startsWith(word, position)) return undefined;
    position += word.length;
  }
  const next = String.fromCodePoint(text.codePointAt(position) ?? 32);
  return namePart.test(next) ? undefined : position;
}
