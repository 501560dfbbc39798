import { type Html, html } from "../html.ts";
import type { SideLaw } from "../law/visitor-law.ts";
import { countryName, type Words } from "../words.ts";

/** May I enter? A plain form: the server answers with a page, and with script the answer appears below. */
export function checkForm(words: Words, { books }: SideLaw): Html {
  const { say, text, head, locale } = words;
  const kinds = books.arrival.rulebook.codes.find(({ name }) => name === "document_kind")?.values ?? [];
  const offered = books.zone.documents.byHand.flatMap((kind) => kinds.filter(({ code }) => code === kind));
  const states = books.zone.sides.map(({ side }) => side.toUpperCase());
  return html`<section id="check" aria-labelledby="check-title">
<h2 id="check-title">${say("visitor.check.title")}</h2>
<p>${say("visitor.check.lead", { gate: text(books.gate.label) })}</p>
<form class="card" action="/${locale}/check" method="get" data-live>
<label>${say("visitor.check.nationality")}
<select name="nationality" required>
${states.map((code) => html`<option value="${code}">${countryName(books, locale, code)}</option>`)}
<option value="XX">${say("visitor.check.other")}</option>
</select></label>
<label>${say("visitor.check.kind")}
<select name="kind" required>
${offered.map(({ code, label }) => html`<option value="${code}"${code === "passport" && html` selected`}>${head(label)}</option>`)}
</select></label>
<label>${say("visitor.check.age")}
<input name="age" type="number" inputmode="numeric" min="0" max="130" step="1" required></label>
<label>${say("visitor.check.expires")}
<input name="expires" type="date"><small>${say("visitor.check.expires.more")}</small></label>
<label class="tick"><input name="guardian" type="checkbox" value="yes"> ${say("visitor.check.guardian")}</label>
<button>${say("visitor.check.submit")}</button>
<div class="live" aria-live="polite" data-failed="${say("visitor.failed")}"></div>
</form>
</section>`;
}
