import { XMLParser, XMLValidator } from "fast-xml-parser";
import { DmnError, unreadable } from "../problem.ts";
import type { Element } from "./element.ts";
import { decodeText } from "./entities.ts";

/** Characters of one file: some thousand tables. */
export const xmlLengthMax = 4_000_000;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: "#cdata",
  ignoreDeclaration: true,
  ignorePiTags: true,
});

type Attributes = { readonly [name: string]: string };
type Node = { readonly [name: string]: readonly Node[] | string | Attributes };

/** Reads a document without a DOCTYPE: no entity but XML's own five and character references, namespaces resolved. */
export function readXml(text: string): Element {
  if (text.length > xmlLengthMax) unreadable(`the file is longer than ${xmlLengthMax} characters`);
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) unreadable("the file declares a document type");
  const roots = parse(text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n")).filter((node) => !("#text" in node));
  const [root, ...more] = roots;
  if (root === undefined || more.length > 0) return unreadable("the file has no one root element");
  return toElement(root, new Map([["xml", "http://www.w3.org/XML/1998/namespace"]]));
}

function parse(text: string): readonly Node[] {
  try {
    const verdict = XMLValidator.validate(text);
    if (verdict !== true) unreadable(`the file is not well-formed XML: ${verdict.err.msg} (line ${verdict.err.line})`);
    return parser.parse(text) as readonly Node[];
  } catch (error) {
    if (error instanceof DmnError) throw error;
    return unreadable(`the file is not well-formed XML: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function toElement(node: Node, outer: ReadonlyMap<string, string>): Element {
  const tag = Object.keys(node).find((key) => key !== ":@") ?? unreadable("the file has an element without a name");
  const raw = Object.entries((node[":@"] ?? {}) as Attributes).map(
    ([name, value]) => [name, decodeText(value)] as const,
  );
  const spaces = new Map(outer);
  for (const [name, value] of raw) {
    if (name === "xmlns") spaces.set("", value);
    if (name.startsWith("xmlns:")) spaces.set(name.slice("xmlns:".length), value);
  }
  const content = node[tag] as readonly Node[];
  const plain = raw.filter(([name]) => !name.includes(":") && name !== "xmlns");
  const prefixed = raw.filter(([name]) => name.includes(":") && !name.startsWith("xmlns:"));
  return {
    ...resolve(tag, spaces),
    attributes: new Map(plain),
    foreign: new Map(prefixed.map(([name, value]) => [qualifiedText(name, spaces), value])),
    children: content.filter((child) => !isText(child)).map((child) => toElement(child, spaces)),
    text: content.filter(isText).map(textOf).join(""),
  };
}

function resolve(tag: string, spaces: ReadonlyMap<string, string>): { space: string; name: string } {
  const colon = tag.indexOf(":");
  const prefix = tag.slice(0, Math.max(0, colon));
  const space = spaces.get(prefix) ?? (prefix === "" ? "" : unreadable(`the prefix "${prefix}" has no namespace`));
  return { space, name: tag.slice(colon + 1) };
}

function qualifiedText(name: string, spaces: ReadonlyMap<string, string>): string {
  const resolved = resolve(name, spaces);
  return `{${resolved.space}}${resolved.name}`;
}

function isText(node: Node): boolean {
  return "#text" in node || "#cdata" in node;
}

function textOf(node: Node): string {
  if (typeof node["#text"] === "string") return decodeText(node["#text"]);
  const parts = node["#cdata"] as readonly Node[];
  return parts.map((part) => String(part["#text"] ?? "")).join("");
}
