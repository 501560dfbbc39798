import { type Html, html } from "../html.ts";
import type { SideLaw } from "../law/visitor-law.ts";
import type { Words } from "../words.ts";

/** One gate's part of a section: the page's own gate lies open, the other one opens on request. */
export function gateCard({ head }: Words, { books }: SideLaw, isOwn: boolean, content: Html): Html {
  const label = head(books.gate.label);
  return isOwn
    ? html`<div class="card"><h3>${label}</h3>${content}</div>`
    : html`<details class="folded"><summary><h3>${label}</h3></summary>${content}</details>`;
}
