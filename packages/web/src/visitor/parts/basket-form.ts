import { type Html, html } from "../html.ts";
import type { SideLaw } from "../law/visitor-law.ts";
import type { Words } from "../words.ts";
import { codeField } from "./pass-form.ts";

/** Lines offered without script; script adds more, up to the most the server takes. */
const LINES = 3;
export const BASKET_LINES_MAX = 20;

/** What will I owe? Fields are those that the side's rules read. */
export function basketForm(words: Words, side: SideLaw): Html {
  const { say, text, locale } = words;
  const { books, carry } = side;
  const money = carry.limits.find(({ unit }) => unit.length === 3)?.unit ?? valueCurrency(books);
  const counted = carry.limits.some(({ period, unit }) => period === "day" && unit === money);
  const isMonthly = carry.limits.some(({ period }) => period === "month");
  const needs = needsOf(side);
  const lines = Array.from({ length: LINES }, (_, at) => line(words, side, String(at + 1), money));
  return html`<section id="basket" aria-labelledby="basket-title">
<h2 id="basket-title">${say("visitor.basket.title")}</h2>
<p>${say("visitor.basket.lead", { gate: text(books.gate.label) })}${isMonthly && html` ${say("visitor.basket.first")}`}</p>
<form class="card" action="/${locale}/basket" method="post" data-live>
<label>${say("visitor.basket.code")}
${codeField(false)}<small>${say("visitor.basket.code.more")}</small></label>
${counted && html`<label>${say("visitor.basket.used", { currency: money })}<input name="used" type="text" inputmode="decimal" maxlength="12" value="0"></label>`}
${needs.age && html`<label>${say("visitor.check.age")}<input name="age" type="number" inputmode="numeric" min="0" max="130" step="1" value="30" required></label>`}
<div class="lines">${lines}</div>
<button type="button" class="quiet" hidden data-add="${BASKET_LINES_MAX}">${say("visitor.basket.add")}</button>
<button>${say("visitor.basket.submit")}</button>
<div class="live" aria-live="polite" data-failed="${say("visitor.failed")}"></div>
</form>
</section>`;
}

/** The currency in which departures read the value of goods. */
function valueCurrency({ departure, side }: SideLaw["books"]): string {
  const type = departure.rulebook.facts.find(({ name }) => name === "goods_value")?.type;
  return type?.kind === "money" ? type.currency : side.currency;
}

/** Which facts beyond value the side's departures read. */
function needsOf({ books, carry }: SideLaw) {
  const facts = new Set(books.departure.rulebook.facts.map(({ name }) => name));
  return {
    age: facts.has("age"),
    mass: carry.limits.some(({ unit }) => unit === "g"),
    pieces: facts.has("goods_quantity"),
    volume: facts.has("goods_volume"),
  };
}

/** NOTE: `n` stands in names and words, so that script can copy the first line under the next number. */
function line(words: Words, side: SideLaw, n: string, currency: string): Html {
  const { say, head } = words;
  const needs = needsOf(side);
  return html`<fieldset data-line="${n}"><legend>${say("visitor.basket.line", { n })}</legend>
<label class="wide">${say("visitor.basket.category")}
<select name="category${n}"><option value="">${say("visitor.basket.none")}</option>
${side.books.zone.goods.map(({ code, label }) => html`<option value="${code}">${head(label)}</option>`)}
</select></label>
<label>${say("visitor.basket.value", { currency })}<input name="value${n}" type="text" inputmode="decimal" maxlength="12"></label>
${needs.mass && html`<label>${say("visitor.basket.mass")}<input name="mass${n}" type="text" inputmode="decimal" maxlength="9"></label>`}
${needs.pieces && html`<label>${say("visitor.basket.pieces")}<input name="pieces${n}" type="number" inputmode="numeric" min="1" max="100000" value="1"></label>`}
${needs.volume && html`<label>${say("visitor.basket.volume")}<input name="volume${n}" type="text" inputmode="decimal" maxlength="9"></label>`}
<label class="tick wide"><input name="single${n}" type="checkbox" value="yes"> ${say("visitor.basket.single")}</label>
</fieldset>`;
}
