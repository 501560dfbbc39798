import { unreadable } from "../problem.ts";

const named = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** Replaces XML's own five entities and character references; any other entity is refused. */
export function decodeText(text: string): string {
  return text.replace(/&(#x[0-9a-fA-F]{1,6};|#[0-9]{1,7};|[^;&\s]*;?)/g, (reference, body: string) => {
    if (!body.endsWith(";")) return unreadable(`"${reference}" is no entity`);
    const name = body.slice(0, -1);
    if (!name.startsWith("#")) return named.get(name) ?? unreadable(`the entity "${reference}" is not declared`);
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    if (!(code > 0 && code <= 0x10ffff)) return unreadable(`"${reference}" is no character`);
    return String.fromCodePoint(code);
  });
}

/** The text as it stands between tags. */
export function encodeText(text: string): string {
  return encode(text, /[&<>\r]/g);
}

/** The text as it stands in a quoted attribute. */
export function encodeAttribute(text: string): string {
  return encode(text, /[&<>"\n\r\t]/g);
}

function encode(text: string, special: RegExp): string {
  return text.replace(special, (sign) => {
    const name = { "&": "amp", "<": "lt", ">": "gt", '"': "quot" }[sign];
    return name ? `&${name};` : `&#${sign.codePointAt(0)};`;
  });
}
