/** Finished markup of an answer; whatever is put into it has been escaped. */
export type Markup = { readonly markup: string };
type Part = string | number | Markup | readonly Markup[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Markup with every value escaped, unless it is markup itself. */
export function markup(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: texts.map((text, at) => text + written(parts[at] ?? "")).join("") };
}

function written(part: Part): string {
  if (typeof part === "string" || typeof part === "number")
    return String(part).replace(/[&<>"']/g, (sign) => entities[sign]!);
  return "markup" in part ? part.markup : part.map((one) => one.markup).join("");
}
