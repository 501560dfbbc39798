/** Finished markup; nothing else is inserted into a page without being escaped. */
export type Html = { readonly markup: string };
type Part = string | number | Html | readonly Html[] | undefined | false;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Markup with every value escaped, unless it is markup itself; what is undefined or false leaves nothing. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: texts.map((text, at) => text + written(parts[at])).join("") };
}

function written(part: Part): string {
  if (part === undefined || part === false) return "";
  if (typeof part === "string" || typeof part === "number")
    return String(part).replace(/[&<>"']/g, (sign) => entities[sign]!);
  return "markup" in part ? part.markup : part.map(({ markup }) => markup).join("");
}
