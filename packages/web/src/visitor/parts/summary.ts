import { type Html, html } from "../html.ts";
import type { SideLaw, VisitorLaw } from "../law/visitor-law.ts";
import type { Words } from "../words.ts";

/** The answer at a glance: is it open, with what, how long, how much. */
export function summary(words: Words, { sides }: VisitorLaw, own: SideLaw): Html {
  const { say } = words;
  const { state } = own.opening;
  return html`<section class="summary" aria-labelledby="today">
<h2 id="today"><span class="state" data-open="${state}">${say(`visitor.${state}`)}</span></h2>
<dl>
${tile(say("visitor.tile.document"), mainDocument(words, own))}
${own.entry.stayDays !== undefined && tile(say("visitor.tile.stay"), words.measure(own.entry.stayDays, "day"))}
${sides.map((side) => tile(`${say("visitor.tile.free")}${words.colon}${words.text(side.books.gate.label)}`, freeOf(words, side)))}
</dl>
</section>`;
}

function tile(label: string, value: string): Html {
  return html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}

function mainDocument(words: Words, { entry }: SideLaw): string {
  const row = entry.groups[0]?.rows.find(({ accepted }) => accepted === "yes");
  return row ? words.head(row.label) : words.say("visitor.desk");
}

function freeOf(words: Words, { carry }: SideLaw): string {
  if (carry.limits.length === 0) return words.say("visitor.questions.unknown");
  const parts = carry.limits.map(({ cap, unit }) => words.measure(cap, unit));
  const period = carry.limits[0]?.period ?? "other";
  return `${parts.join(" + ")} ${words.say(`visitor.short.${period}`)}`;
}
