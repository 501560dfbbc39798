import { outside } from "../problem.ts";

const body = /"((?:[^"\\\n\r]|\\.)*)"/y;
const escapes: { readonly [sign: string]: string } = { '"': '"', "\\": "\\", "'": "'", n: "\n", r: "\r", t: "\t" };

/** The string literal that begins at a quote, and where it ends (DMN 1.5, grammar rule 35). */
export function parseStringAt(text: string, quote: number): { value: string; end: number } {
  body.lastIndex = quote;
  const match = body.exec(text);
  if (!match) return outside("a string without its closing quote");
  return { value: readEscapes(match[1]!), end: body.lastIndex };
}

function readEscapes(raw: string): string {
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([\s\S]))/g, (written, short, long, sign) => {
    if (sign !== undefined) return escapes[sign] ?? outside(`the escape "${written}" in a string`);
    const code = Number.parseInt(short ?? long, 16);
    return code > 0x10ffff ? outside(`the escape "${written}" in a string`) : fromCode(code, short !== undefined);
  });
}

/** Four digits are one UTF-16 unit, so that a written surrogate pair is one character. */
function fromCode(code: number, isUnit: boolean): string {
  return isUnit ? String.fromCharCode(code) : String.fromCodePoint(code);
}

/** The string as a FEEL literal. */
export function quote(value: string): string {
  const written = value.replace(/["\\\n\r\t]/g, (sign) => {
    return { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" }[sign]!;
  });
  return `"${written}"`;
}
