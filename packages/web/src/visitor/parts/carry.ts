import { type Html, html } from "../html.ts";
import type { CarryExample, Limit } from "../law/carry-law.ts";
import type { SideLaw } from "../law/visitor-law.ts";
import type { Words } from "../words.ts";
import { sourceLine } from "./source-line.ts";

/** How much may be carried home through each gate, and what is owed above it. */
export function carry(words: Words, sides: readonly SideLaw[]): Html {
  return html`<section id="carry" aria-labelledby="carry-title">
<h2 id="carry-title">${words.say("visitor.carry.title")}</h2>
${sides.map(({ books, carry: law }) => {
  const several = law.limits.length > 1;
  return html`<div class="card"><h3>${words.head(books.gate.label)}</h3>
${law.limits.length === 0 && html`<p>${words.say("visitor.questions.unknown")}</p>`}
${several && html`<p>${words.say("visitor.carry.both")}</p>`}
<ul class="rows limits">${law.limits.map((limit) => limitRow(words, limit))}</ul>
${law.example !== undefined && example(words, law.example)}</div>`;
})}
</section>`;
}

function limitRow(words: Words, { label, cap, unit, period, source, note }: Limit): Html {
  const { say, text, head, measure } = words;
  return html`<li><p class="limit"><strong>${measure(cap, unit)}</strong> <span>${say(`visitor.per.${period}`)}</span></p>
<p>${head(label)}</p>${note !== undefined && html`<p class="note">${text(note)}</p>`}${sourceLine(words, source)}</li>`;
}

function example(words: Words, { category, value, currency, tax, reasons }: CarryExample): Html {
  const { say, text, measure } = words;
  const figures = { category: text(category), value: measure(value, currency), tax: measure(tax, currency) };
  return html`<p>${say("visitor.carry.example", figures)}</p>
<details><summary>${say("visitor.why")}</summary><ul class="rows">${reasons.map((reason) => html`<li>${text(reason.text)}</li>`)}</ul></details>`;
}
