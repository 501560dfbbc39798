import { languages } from "@twinline/api";
import type { SiteFile, SiteFiles } from "./files.ts";

/** Screens under their own path; the visitor page is at the root. */
export const screens = ["gate", "till", "console"] as const;

/** Where the visitor pages stand that the node itself writes (visitors/pages); the language is one of the zone's. */
export const VISITOR_PAGES = `/:language(^(${languages.join("|")})$)`;

const FALLBACK_LANGUAGE = "en";

export type Resolved =
  | { kind: "file"; file: SiteFile }
  | { kind: "redirect"; to: string }
  | { kind: "not-built" }
  | { kind: "none" };

/**
 * What stands at a path of the site. A screen answers each of its addresses with its one page; the visitor page has one
 * prerendered page a language, and "/" leads to the language the browser asks for.
 * @param path decoded path without query @param accepts header Accept-Language
 */
export function resolveSite(files: SiteFiles, path: string, accepts: string): Resolved {
  const inner = path.replaceAll(/^\/+|\/+$/g, "");
  const exact = files.get(inner) ?? files.get(`visitor/${inner}`);
  if (exact !== undefined && !exact.type.startsWith("text/html")) return { kind: "file", file: exact };
  const screen = screens.find((name) => inner === name || inner.startsWith(`${name}/`));
  if (screen !== undefined) return page(files, `${screen}/index.html`, inner);
  if (inner === "") return { kind: "redirect", to: `/${preferredLanguage(accepts)}` };
  const language = languages.find((code) => inner === code || inner.startsWith(`${code}/`));
  if (language === undefined) return { kind: "none" };
  const own = files.get(`visitor/${inner}/index.html`);
  if (own !== undefined) return { kind: "file", file: own };
  // A visitor's mistyped address leads to her page; the shell alone would be an empty one.
  if (inner !== language && !/\.\w+$/.test(inner)) return { kind: "redirect", to: `/${language}` };
  const prerendered = `visitor/${language}/index.html`;
  return page(files, files.has(prerendered) ? prerendered : "visitor/index.html", inner);
}

/** The page of a screen; a path with an extension asks for a file that is not there, not for a page. */
function page(files: SiteFiles, name: string, inner: string): Resolved {
  if (/\.\w+$/.test(inner)) return { kind: "none" };
  const file = files.get(name);
  return file === undefined ? { kind: "not-built" } : { kind: "file", file };
}

/** The first language of the zone in the order of the header's weights (RFC 9110 §12.5.4). */
function preferredLanguage(accepts: string): string {
  const wanted = accepts.split(",").map((part, at) => {
    const [range = "", ...parameters] = part.trim().split(";");
    const weight = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find((q) => q !== undefined);
    return { code: range.toLowerCase().split("-")[0]!, weight: Number(weight ?? "1"), at };
  });
  const order = wanted.toSorted((a, b) => b.weight - a.weight || a.at - b.at);
  const found = order.find(({ code, weight }) => weight > 0 && languages.some((language) => language === code));
  return found?.code ?? FALLBACK_LANGUAGE;
}
