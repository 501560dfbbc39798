import { encodeAttribute, encodeText } from "./entities.ts";

/** An element to be written: its qualified name, attributes in their order, and children or text. */
export type Markup = {
  readonly tag: string;
  readonly attributes: { readonly [name: string]: string | undefined };
  readonly content: readonly Markup[] | string;
};

/** An element; an attribute that is undefined is left out. */
export function markup(tag: string, attributes: Markup["attributes"], content: Markup["content"] = []): Markup {
  return { tag, attributes, content };
}

/** An element with nothing but text. */
export function textMarkup(tag: string, text: string): Markup {
  return { tag, attributes: {}, content: text };
}

/** The document as text, indented by two. */
export function writeXml(root: Markup): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root, "")}`;
}

function writeElement({ tag, attributes, content }: Markup, indent: string): string {
  const written = Object.entries(attributes).flatMap(([name, value]) => {
    return value === undefined ? [] : [` ${name}="${encodeAttribute(value)}"`];
  });
  const open = `${indent}<${tag}${written.join("")}`;
  if (content.length === 0) return `${open}/>\n`;
  if (typeof content === "string") return `${open}>${encodeText(content)}</${tag}>\n`;
  return `${open}>\n${content.map((child) => writeElement(child, `${indent}  `)).join("")}${indent}</${tag}>\n`;
}
