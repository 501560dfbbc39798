import { type Html, html } from "../html.ts";
import { type DocumentGroup, type DocumentRow, type EntryLaw, EVERYONE } from "../law/entry-law.ts";
import type { SideLaw } from "../law/visitor-law.ts";
import { countryName, type Words } from "../words.ts";
import { gateCard } from "./gate-card.ts";
import { sourceLine } from "./source-line.ts";

/** Who may enter with which document, by gate. */
export function documents(words: Words, sides: readonly SideLaw[]): Html {
  const { say } = words;
  return html`<section id="documents" aria-labelledby="documents-title">
<h2 id="documents-title">${say("visitor.documents.title")}</h2>
${sides.map((side, at) => gateCard(words, side, at === 0, gateDocuments(words, side)))}
<p>${say("visitor.documents.other")}</p>
</section>`;
}

function gateDocuments(words: Words, side: SideLaw): Html {
  const { entry } = side;
  return html`${entry.groups.map((group) => groupRows(words, side, group))}
${children(words, entry)}`;
}

function groupRows(words: Words, { entry, books }: SideLaw, { who, rows }: DocumentGroup): Html {
  const { say } = words;
  const name =
    who === EVERYONE
      ? say("visitor.documents.everyone")
      : say("visitor.citizens", { country: countryName(books, words.locale, who) });
  return html`<h4>${name}</h4><ul class="rows documents">${rows.map((row) => documentRow(words, row, entry))}</ul>`;
}

function documentRow(words: Words, { label, accepted, source, why }: DocumentRow, { minorAge }: EntryLaw): Html {
  const { say, text, head, colon } = words;
  const age = minorAge === undefined ? "" : String(minorAge);
  return html`<li data-accepted="${accepted}"><p><strong>${head(label)}</strong>${colon}${say(`visitor.documents.${accepted}`, { age })}</p>
${why !== undefined && html`<p>${text(why)}</p>`}${sourceLine(words, source)}</li>`;
}

function children(words: Words, { minorAge, minorSource }: EntryLaw): Html {
  if (minorAge === undefined) return html``;
  return html`<h4>${words.say("visitor.children.title")}</h4>
<p>${words.say("visitor.children.text", { age: String(minorAge) })}</p>${sourceLine(words, minorSource)}`;
}
