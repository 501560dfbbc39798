import { type Html, html } from "../html.ts";
import type { Words } from "../words.ts";

/** What is held about the holder of a pass; a page of its own, for it offers a file and a request. */
export function dataForm({ say, locale }: Words): Html {
  return html`<section id="data" aria-labelledby="data-title">
<h2 id="data-title">${say("visitor.data.title")}</h2>
<p>${say("visitor.data.lead")}</p>
<form class="card" action="/${locale}/data" method="post">
<label>${say("visitor.pass.code")}
${codeField(true)}</label>
<button>${say("visitor.data.submit")}</button>
</form>
</section>`;
}

/** Where the code of a pass is typed, pasted or scanned. */
export function codeField(isRequired: boolean): Html {
  return html`<input name="code" type="text"${isRequired && html` required`} maxlength="40" autocomplete="off" autocapitalize="off" spellcheck="false" class="code">`;
}

/** Days and allowance left, by the code of a printed pass. */
export function passForm({ say, locale }: Words): Html {
  return html`<section id="pass" aria-labelledby="pass-title">
<h2 id="pass-title">${say("visitor.pass.title")}</h2>
<p>${say("visitor.pass.lead")}</p>
<form class="card" action="/${locale}/pass" method="post" data-live>
<label>${say("visitor.pass.code")}
${codeField(true)}</label>
<button>${say("visitor.pass.submit")}</button>
<div class="live" aria-live="polite" data-failed="${say("visitor.failed")}"></div>
</form>
</section>`;
}
