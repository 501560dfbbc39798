import { type Html, html } from "../html.ts";
import type { OpenQuestion } from "../law/open-questions.ts";
import type { SideLaw } from "../law/visitor-law.ts";
import type { Words } from "../words.ts";
import { sourceLine } from "./source-line.ts";

/** What is unknown is said to be unknown, with its source. */
export function unknown(words: Words, sides: readonly SideLaw[]): Html {
  const { say, text } = words;
  return html`<section id="unknown" aria-labelledby="unknown-title">
<h2 id="unknown-title">${say("visitor.questions.title")}</h2>
<p>${say("visitor.questions.lead")}</p>
${sides.map(
  ({ books, questions }) => html`<div class="card"><h3>${text(books.gate.label)}</h3>
<ul>${questions.map((question) => questionRow(words, question))}</ul></div>`,
)}
</section>`;
}

function questionRow(words: Words, { label, isUnknown, note, source }: OpenQuestion): Html {
  const { say, text } = words;
  return html`<li><p><strong>${text(label)}</strong>${isUnknown && html`: ${say("visitor.questions.unknown")}`}</p>
${note !== undefined && html`<p class="note">${text(note)}</p>`}${sourceLine(words, source)}</li>`;
}
