import type { QueueOpenings } from "@twinline/api";
import { formatDay, formatNumber } from "@twinline/rulebook";
import { dayNumber } from "@twinline/zone";
import { type Markup, markup } from "../markup.ts";
import type { Telling } from "../told.ts";
import { offsetOf, timeOf } from "./times.ts";

/** Days that a choice offers at most; a slot farther away is asked for by its day in the address. */
const DAYS_OFFERED = 14;

/** The free slots of a day as one list, with what the clock means. */
export function slotSelect(openings: QueueOpenings, clock: string, telling: Telling, chosen = ""): Markup {
  const { language, say } = telling;
  const options = openings.slots.map(({ at, free }) => {
    const words = { time: timeOf(at, clock), count: formatNumber(language, free) };
    const selected = at === chosen ? markup` selected` : markup``;
    return markup`<option value="${at}"${selected}>${say("visitor.answer.queue.slot.free", words)}</option>`;
  });
  return markup`<label>${say("visitor.answer.queue.slot.choice", { day: dayWords(openings.day, telling) })}
<select name="slot" required>${options}</select><small>${say("visitor.answer.queue.clock", { offset: offsetOf(openings.asOf, clock) })}</small></label>`;
}

export function dayWords(day: string, { language }: Telling): string {
  return formatDay(language, dayNumber(day));
}

/** The days with free slots, each as `written` makes it. */
export function dayList(
  openings: QueueOpenings,
  telling: Telling,
  written: (day: string, words: string, isShown: boolean) => Markup,
): Markup {
  const { language, say } = telling;
  const days = openings.days.slice(0, DAYS_OFFERED).map(({ day, free }) => {
    const words = { day: dayWords(day, telling), count: formatNumber(language, free) };
    return markup`<li>${written(day, say("visitor.answer.queue.day", words), day === openings.day)}</li>`;
  });
  return markup`<nav class="contents" aria-label="${say("visitor.answer.queue.days")}"><ul>${days}</ul></nav>`;
}
