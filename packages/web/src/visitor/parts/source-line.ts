import { type Html, html } from "../html.ts";
import type { Source } from "../law/source.ts";
import type { Words } from "../words.ts";

/** Where a statement comes from, opened on request; that it is not certain is said at once. */
export function sourceLine({ say, text, locale }: Words, source: Source | undefined): Html {
  if (source === undefined) return html``;
  const cites = source.cites.map(text).join(locale === "zh" ? "；" : "; ");
  const { confidence } = source;
  const doubt = confidence !== "high" && html`<strong>${say(`visitor.confidence.${confidence}`)}</strong> · `;
  return html`<details class="source"><summary>${doubt}${say("visitor.source")}</summary><p>${cites}</p></details>`;
}
