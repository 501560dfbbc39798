import { type Html, html } from "../html.ts";
import type { Closure } from "../law/opening-law.ts";
import type { SideLaw } from "../law/visitor-law.ts";
import type { Words } from "../words.ts";
import { gateCard } from "./gate-card.ts";
import { sourceLine } from "./source-line.ts";

/** When the centre was and will be closed, by gate. */
export function opening(words: Words, sides: readonly SideLaw[]): Html {
  return html`<section id="closed" aria-labelledby="closed-title">
<h2 id="closed-title">${words.say("visitor.closures.title")}</h2>
${sides.map((side, at) => {
  const rows = side.opening.closures.map((closure) => closureRow(words, closure));
  return gateCard(words, side, at === 0, html`<ul class="rows">${rows}</ul>`);
})}
</section>`;
}

function closureRow(words: Words, { from, until, source, note }: Closure): Html {
  const { say, day, text } = words;
  const span =
    until === undefined
      ? say("visitor.closures.from", { from: day(from) })
      : say("visitor.closures.span", { from: day(from), to: day(until - 1) });
  return html`<li><p><strong>${span}</strong></p>${note !== undefined && html`<p class="note">${text(note)}</p>`}${sourceLine(words, source)}</li>`;
}
