import type { QueueFairness, QueuePlace } from "@twinline/api";
import { formatDay, formatNumber } from "@twinline/rulebook";
import { dayNumber } from "@twinline/zone";
import { type Markup, markup } from "./markup.ts";
import { plainAnswer, type Telling, verdictAnswer } from "./told.ts";

/** What a driver asked for, if the code is known here, and the figures that anybody may see. */
export type RoadAnswer = { readonly place: QueuePlace | undefined; readonly figures: QueueFairness };

const CLOCK_CHARS = 5;

/** The own place by its code, with slot, expected time and what was moved; below it the day's figures. Nobody is named. */
export function queueAnswer({ place, figures }: RoadAnswer, clock: string, telling: Telling): Markup {
  const { say } = telling;
  if (place === undefined) return plainAnswer(say("visitor.answer.queue.figures"), figureList(figures, telling));
  const more = markup`${placeLines(place, clock, telling)}<h3>${say("visitor.answer.queue.figures")}</h3>${figureList(figures, telling)}`;
  const title = say(`visitor.answer.queue.${place.state}`);
  return place.state === "called" ? verdictAnswer("admit", title, more) : plainAnswer(title, more);
}

function placeLines(place: QueuePlace, clock: string, telling: Telling): Markup {
  const { language, say } = telling;
  const { state, slot, promised, expectedAt, ahead, moves, why } = place;
  const lines: string[] = [];
  const isComing = state === "booked" || state === "waiting";
  if (isComing) {
    lines.push(
      slot === undefined
        ? say("visitor.answer.queue.no-slot")
        : say("visitor.answer.queue.slot", { time: moment(slot, clock, telling) }),
    );
  }
  if (isComing && expectedAt !== undefined) {
    const words = { time: moment(expectedAt, clock, telling), ahead: formatNumber(language, ahead ?? 0) };
    lines.push(say("visitor.answer.queue.expected", words));
  }
  if (moves > 0 && why !== undefined) {
    const from = promised === undefined ? "–" : moment(promised, clock, telling);
    lines.push(say("visitor.answer.queue.moved", { from, why: say(`visitor.answer.queue.why.${why}`) }));
  }
  return markup`<ul class="rows">${lines.map((line) => markup`<li><p>${line}</p></li>`)}</ul>`;
}

function figureList(figures: QueueFairness, { language, say }: Telling): Markup {
  const rows = [
    ["passed", figures.passed],
    ["median", figures.wait?.median],
    ["ninetieth", figures.wait?.ninetieth],
    ["priority", figures.priority],
    ["overtaken", figures.overtaken],
    ["moved", figures.moved],
    ["no-shows", figures.noShows],
  ] as const;
  const told = rows.flatMap(([name, value]) =>
    value === undefined
      ? []
      : [
          markup`<li><p>${say(`visitor.answer.queue.figure.${name}`, { count: formatNumber(language, value) })}</p></li>`,
        ],
  );
  return markup`<ul class="rows">${told}</ul><p class="note">${say("visitor.answer.queue.settings")}</p>`;
}

/** Day and time by the clock of this side. */
function moment(at: string, clock: string, { language }: Telling): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(clock);
  const day = formatDay(language, dayNumber(local.toPlainDate().toString()));
  return `${day} ${local.toPlainTime().toString().slice(0, CLOCK_CHARS)}`;
}
