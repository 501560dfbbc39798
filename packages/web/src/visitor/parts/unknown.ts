import { type Html, html } from "../html.ts";
import type { OpenQuestion } from "../law/open-questions.ts";
import type { SideLaw } from "../law/visitor-law.ts";
import type { Words } from "../words.ts";
import { gateCard } from "./gate-card.ts";
import { sourceLine } from "./source-line.ts";

/** What is unknown is said to be unknown, with its source. */
export function unknown(words: Words, sides: readonly SideLaw[]): Html {
  const { say } = words;
  return html`<section id="unknown" aria-labelledby="unknown-title">
<h2 id="unknown-title">${say("visitor.questions.title")}</h2>
<p>${say("visitor.questions.lead")}</p>
${sides.map((side, at) => {
  const rows = side.questions.map((question) => questionRow(words, question));
  return gateCard(words, side, at === 0, html`<ul class="rows">${rows}</ul>`);
})}
</section>`;
}

function questionRow(words: Words, { label, isUnknown, note, source }: OpenQuestion): Html {
  const { say, text, head, colon } = words;
  return html`<li><p><strong>${head(label)}</strong>${isUnknown && html`${colon}${say("visitor.questions.unknown")}`}</p>
${note !== undefined && html`<p class="note">${text(note)}</p>`}${sourceLine(words, source)}</li>`;
}
