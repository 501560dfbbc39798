import { type Html, html } from "../html.ts";
import { codeField } from "../parts/pass-form.ts";
import type { Words } from "../words.ts";

/** The way to the road queue's own page, and to a driver's place by the code; works without script. */
export function queueForm({ say, locale }: Words): Html {
  return html`<section id="queue" aria-labelledby="queue-title">
<h2 id="queue-title">${say("visitor.queue.title")}</h2>
<p>${say("visitor.queue.lead")}</p>
<p><a class="act" href="/${locale}/queue">${say("visitor.queue.book")}</a></p>
<form class="card" action="/${locale}/queue" method="post">
<label>${say("visitor.queue.code")}
${codeField(true)}</label>
<button>${say("visitor.queue.submit")}</button>
</form>
</section>`;
}
