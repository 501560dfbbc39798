import type { QueueOpenings } from "@twinline/api";
import type { Fields } from "../fields.ts";
import { type Markup, markup } from "../markup.ts";
import type { Telling } from "../told.ts";
import { dayList, dayWords, slotSelect } from "./slot-choice.ts";

/** What the form is made from; `key` makes a form that is sent twice over a bad line one booking. */
export type BookForm = {
  readonly openings: QueueOpenings;
  readonly clock: string;
  readonly key: string;
  /** Countries of the zone's sides, as examples. */
  readonly countries: readonly string[];
  /** Goods that a rule puts first, in words; empty when none does. */
  readonly first: readonly string[];
  /** What was typed before. */
  readonly typed: Fields;
};

/** Booking from afar: a day, a slot, and what identifies the vehicle. */
export function bookPart(form: BookForm, telling: Telling): Markup {
  const { language, say } = telling;
  const { openings } = form;
  const days = dayList(
    openings,
    telling,
    (day, words, isShown) =>
      markup`<a href="/${language}/queue?day=${day}#book"${isShown ? markup` aria-current="true"` : markup``}>${words}</a>`,
  );
  const body =
    openings.days.length === 0
      ? markup`<p><strong>${say("visitor.answer.queue.book.none")}</strong></p>`
      : openings.slots.length === 0
        ? markup`${days}<p><strong>${say("visitor.answer.queue.day.none", { day: dayWords(openings.day, telling) })}</strong></p>`
        : markup`${days}${bookForm(form, telling)}`;
  return markup`<section id="book"><h2>${say("visitor.answer.queue.book")}</h2><p>${say("visitor.answer.queue.book.lead")}</p>${body}</section>`;
}

function bookForm({ openings, clock, key, countries, first, typed }: BookForm, telling: Telling): Markup {
  const { language, say } = telling;
  const list = first.join(language === "zh" ? "、" : ", ");
  const goodsNote =
    first.length === 0 ? markup`` : markup`<small>${say("visitor.answer.queue.chapter.first", { list })}</small>`;
  const { plate = "", country = "", vin = "", chapter = "" } = typed;
  return markup`<form class="card" action="/${language}/queue/book" method="post">
<input type="hidden" name="key" value="${key}">
${slotSelect(openings, clock, telling, typed.slot)}
<label>${say("visitor.answer.queue.plate")}
<input name="plate" type="text" required maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false" class="code" value="${plate}"></label>
<label>${say("visitor.answer.queue.country")}
<input name="country" type="text" required maxlength="2" minlength="2" pattern="[A-Za-z]{2}" autocomplete="off" autocapitalize="characters" spellcheck="false" class="code" value="${country}"><small>${say("visitor.answer.queue.country.more", { list: countries.join(", ") })}</small></label>
<label>${say("visitor.answer.queue.vin")}
<input name="vin" type="text" required maxlength="24" autocomplete="off" autocapitalize="characters" spellcheck="false" class="code" value="${vin}"><small>${say("visitor.answer.queue.vin.more")}</small></label>
<label>${say("visitor.answer.queue.chapter")}
<input name="chapter" type="number" inputmode="numeric" required min="0" max="97" step="1" value="${chapter}">${goodsNote}</label>
<button>${say("visitor.answer.queue.book.submit")}</button>
<p class="note">${say("visitor.answer.queue.privacy")}</p>
</form>`;
}
