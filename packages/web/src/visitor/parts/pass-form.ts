import { type Html, html } from "../html.ts";
import type { Words } from "../words.ts";

/** Days and allowance left, by the code of a printed pass. */
export function passForm({ say, locale }: Words): Html {
  return html`<section id="pass" aria-labelledby="pass-title">
<h2 id="pass-title">${say("visitor.pass.title")}</h2>
<p>${say("visitor.pass.lead")}</p>
<form class="card" action="/${locale}/pass" method="get" data-live>
<label>${say("visitor.pass.code")}
<input name="code" type="text" required maxlength="40" autocomplete="off" autocapitalize="off" spellcheck="false" class="code"></label>
<button>${say("visitor.pass.submit")}</button>
<div class="live" aria-live="polite" data-failed="${say("visitor.failed")}"></div>
</form>
</section>`;
}
