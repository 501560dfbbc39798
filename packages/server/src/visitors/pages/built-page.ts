import type { Language } from "@twinline/api";
import type { SiteFile, SiteFiles } from "../../site/files.ts";
import type { Markup } from "./markup.ts";

/** A page as the screens' build left it (packages/web/prerender.ts). */
export type BuiltPage = {
  /** The page with an answer in its place. */
  readonly withAnswer: (answer: Markup) => string;
  /** The page as it is, with its remark that the law has moved on if it has. */
  readonly asWritten: (isStale: boolean) => string;
  /** Says a message of the page's language. Throws Error on one that the build did not put there. */
  readonly say: Say;
  /** The law it was written from. */
  readonly law: WrittenLaw;
};

export type Say = (key: string, values?: Readonly<Record<string, string>>) => string;

/** Fingerprints by rulebook, and the day (since 1970-01-01) on which something of it changes. */
export type WrittenLaw = { readonly hashes: Readonly<Record<string, string>>; readonly changes?: number };

const read = new WeakMap<SiteFile, BuiltPage>();

/** The page of a zone's side, language and name among the built screens; undefined when they were not built. */
export function findPage(
  files: SiteFiles,
  { zone, side }: { readonly zone: string; readonly side: string },
  language: Language,
  name: "index" | "answer" | "queue",
): BuiltPage | undefined {
  const file = files.get(`visitor/${zone}/${side}/${language}/${name}.html`);
  if (file === undefined) return undefined;
  const page = read.get(file) ?? readPage(file.bytes.toString("utf8"));
  read.set(file, page);
  return page;
}

function readPage(text: string): BuiltPage {
  const [comment = "", json = "{}"] = /<!--words (.*?)-->/s.exec(text) ?? [];
  const words = JSON.parse(json) as Record<string, string>;
  const page = text.replace(comment, "");
  const say: Say = (key, values = {}) => {
    const word = words[key];
    if (word === undefined) throw new Error(`Cannot say "${key}": the built page has no such word`);
    return word.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  };
  return {
    withAnswer: (answer) => page.replace("<!--answer-->", () => answer.markup),
    asWritten: (isStale) => page.replace(/<!--stale (.*?) -->/s, (_, remark: string) => (isStale ? remark : "")),
    say,
    law: lawOf(text),
  };
}

function lawOf(text: string): WrittenLaw {
  const content = /<meta name="law" content="([^"]*)"/.exec(text)?.[1] ?? "{&quot;hashes&quot;:{}}";
  return JSON.parse(content.replaceAll("&quot;", '"')) as WrittenLaw;
}
