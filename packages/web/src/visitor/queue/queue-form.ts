import { type Html, html } from "../html.ts";
import type { Words } from "../words.ts";

/** A driver's place in the queue of the road gate by its code, and the day's figures without one; works without script. */
export function queueForm({ say, locale }: Words): Html {
  return html`<section id="queue" aria-labelledby="queue-title">
<h2 id="queue-title">${say("visitor.queue.title")}</h2>
<p>${say("visitor.queue.lead")}</p>
<form class="card" action="/${locale}/queue" method="get" data-live>
<label>${say("visitor.queue.code")}
<input name="code" type="text" maxlength="40" autocomplete="off" autocapitalize="off" spellcheck="false" class="code"></label>
<button>${say("visitor.queue.submit")}</button>
<div class="live" aria-live="polite" data-failed="${say("visitor.failed")}"></div>
</form>
</section>`;
}
