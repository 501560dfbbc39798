import type { QueueOpenings, QueuePlace, Reason } from "@twinline/api";
import { formatNumber } from "@twinline/rulebook";
import { type Markup, markup } from "../markup.ts";
import { plainAnswer, reasonList, type Telling, verdictAnswer } from "../told.ts";
import { dayList, slotSelect } from "./slot-choice.ts";
import { moment } from "./times.ts";

/** A driver's place as its page shows it. `title` is the name of this gate on the slip. */
export type PlacePage = {
  readonly code: string;
  readonly place: QueuePlace;
  readonly clock: string;
  readonly title: string;
  readonly openings: QueueOpenings;
  /** Makes a form that is sent twice over a bad line one change. */
  readonly key: string;
  /** What was just done, in words; nothing when the place is only looked at. */
  readonly done?: string;
};

/** Slot, expected call, why it was moved, what the rules say, what may be done; and the slip to print. Nobody is named. */
export function placeAnswer(page: PlacePage, telling: Telling): Markup {
  const { say } = telling;
  const { place, done = say(`visitor.answer.queue.${place.state}`) } = page;
  const more = markup`${placeLines(page, telling)}${slip(page, telling)}${rules(place.reasons ?? [], telling)}${refreshForm(page, telling)}${changePart(page, telling)}${cancelPart(page, telling)}`;
  return place.state === "called" ? verdictAnswer("admit", done, more) : plainAnswer(done, more);
}

function placeLines({ place, clock }: PlacePage, telling: Telling): Markup {
  const { language, say } = telling;
  const { state, slot, promised, expectedAt, ahead, moves, why } = place;
  const lines: string[] = [];
  const isComing = state === "booked" || state === "waiting";
  if (isComing && slot !== undefined)
    lines.push(say("visitor.answer.queue.slot", { time: moment(slot, clock, telling) }));
  if (isComing && slot === undefined) lines.push(say("visitor.answer.queue.no-slot"));
  if (isComing && expectedAt !== undefined) {
    const words = { time: moment(expectedAt, clock, telling), ahead: formatNumber(language, ahead ?? 0) };
    lines.push(say("visitor.answer.queue.expected", words));
  }
  if (state === "no_show") {
    if (why !== undefined) lines.push(say(`visitor.answer.queue.missed.${why}`));
  } else if (moves > 0 && why !== undefined) {
    const from = promised === undefined ? "–" : moment(promised, clock, telling);
    lines.push(say("visitor.answer.queue.moved", { from, why: say(`visitor.answer.queue.why.${why}`) }));
  }
  const asOf = say("visitor.answer.queue.as-of", { time: moment(place.asOf, clock, telling) });
  return markup`<ul class="rows">${lines.map((line) => markup`<li><p>${line}</p></li>`)}</ul><p class="note">${asOf}</p>`;
}

/** What is printed: the slot, the code in signs and as a picture that script draws. */
function slip({ place, clock, code, title }: PlacePage, telling: Telling): Markup {
  const { say } = telling;
  if (place.state !== "booked" || place.slot === undefined) return markup``;
  return markup`<section class="slip" aria-label="${say("visitor.answer.queue.slip")}">
<p>${say("visitor.answer.queue.slip")} · ${title}</p>
<p class="slip-time">${moment(place.slot, clock, telling)}</p>
<div class="slip-qr" data-qr="${code}"></div>
<p class="code">${code}</p>
<p>${say("visitor.answer.queue.slip.come")}</p>
<p class="note">${say("visitor.answer.queue.code.keep")}</p>
</section><button type="button" class="quiet" hidden data-print>${say("visitor.answer.queue.print")}</button>`;
}

/** What the rules answered to a change now; that it may be made stands with the way to make it. */
const isAnswer = ({ rule, mark }: Reason): boolean => rule === "reason" && mark === "ok";

function rules(all: readonly Reason[], telling: Telling): Markup {
  const reasons = all.filter((one) => !isAnswer(one));
  if (reasons.length === 0) return markup``;
  return markup`<details class="rules"><summary>${telling.say("visitor.answer.queue.rules")}</summary>${reasonList(telling, reasons)}</details>`;
}

function refreshForm({ code }: PlacePage, { language, say }: Telling): Markup {
  return markup`<form action="/${language}/queue" method="post"><input type="hidden" name="code" value="${code}"><button class="quiet">${say("visitor.answer.queue.refresh")}</button></form>`;
}

function changePart({ place, code, openings, clock, key }: PlacePage, telling: Telling): Markup {
  const { language, say } = telling;
  if (place.may?.includes("change") !== true) return markup``;
  const time = moment(place.changeUntil ?? place.asOf, clock, telling);
  const text = say("visitor.answer.queue.change.until", { time });
  const allowed = (place.reasons ?? []).filter(isAnswer);
  const until = reasonList(
    telling,
    allowed.map((one) => ({ ...one, text: { ...one.text, [language]: text } })),
  );
  const days = dayList(
    openings,
    telling,
    (day, words, isShown) =>
      markup`<button class="quiet" name="day" value="${day}"${isShown ? markup` aria-current="true"` : markup``}>${words}</button>`,
  );
  const choose =
    openings.slots.length === 0
      ? markup`<p>${say("visitor.answer.queue.book.none")}</p>`
      : markup`<form class="card" action="/${language}/queue/change" method="post">${hidden(code, key)}
${slotSelect(openings, clock, telling)}<button>${say("visitor.answer.queue.change.submit")}</button></form>`;
  return markup`<h3 id="change">${say("visitor.answer.queue.change")}</h3>${until}
<form action="/${language}/queue#change" method="post"><input type="hidden" name="code" value="${code}">${days}</form>${choose}`;
}

function cancelPart({ place, code, key }: PlacePage, { language, say }: Telling): Markup {
  if (place.may?.includes("cancel") !== true) return markup``;
  return markup`<details class="folded"><summary>${say("visitor.answer.queue.cancel")}</summary>
<p>${say("visitor.answer.queue.cancel.more")}</p>
<form action="/${language}/queue/cancel" method="post">${hidden(code, key)}<button class="quiet">${say("visitor.answer.queue.cancel.submit")}</button></form></details>`;
}

function hidden(code: string, key: string): Markup {
  return markup`<input type="hidden" name="code" value="${code}"><input type="hidden" name="key" value="${key}">`;
}
