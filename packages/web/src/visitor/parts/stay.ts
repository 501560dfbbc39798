import { type Html, html } from "../html.ts";
import type { SideLaw } from "../law/visitor-law.ts";
import type { Words } from "../words.ts";
import { sourceLine } from "./source-line.ts";

/** How long a visitor may stay and which gate leads home; what both gates say alike is said once. */
export function stay(words: Words, sides: readonly SideLaw[]): Html {
  const { say, text, colon } = words;
  const own = sides[0]!;
  const others = sides.filter(({ entry }) => entry.stayText?.en !== own.entry.stayText?.en);
  return html`<section id="stay" aria-labelledby="stay-title">
<h2 id="stay-title">${say("visitor.stay.title")}</h2>
<div class="card">
${[own, ...others].map(({ books, entry }) =>
  entry.stayText === undefined
    ? html`<p>${text(books.gate.label)}${colon}${say("visitor.questions.unknown")}</p>`
    : html`<p>${others.length > 0 && html`${text(books.gate.label)}${colon}`}<strong>${text(entry.stayText)}</strong></p>${sourceLine(words, entry.staySource)}`,
)}
${own.carry.otherGate !== undefined && html`<p>${say("visitor.stay.gate")}</p>${sourceLine(words, own.carry.otherGate)}`}
</div>
</section>`;
}
