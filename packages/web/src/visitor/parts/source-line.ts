import { type Html, html } from "../html.ts";
import type { Source } from "../law/source.ts";
import type { Words } from "../words.ts";

/** Where a statement comes from, and a word where it is not certain. */
export function sourceLine({ say, text, locale }: Words, source: Source | undefined): Html {
  if (source === undefined) return html``;
  const cites = source.cites.map(text).join(locale === "zh" ? "；" : "; ");
  const { confidence } = source;
  const doubt = confidence === "high" ? undefined : say(`visitor.confidence.${confidence}`);
  return html`<p class="source">${doubt !== undefined && html`<strong>${doubt}</strong> · `}${say("visitor.source", { cites })}</p>`;
}
