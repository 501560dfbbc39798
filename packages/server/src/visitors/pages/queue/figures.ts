import type { QueueFairness } from "@twinline/api";
import { formatDay, formatNumber } from "@twinline/rulebook";
import { dayNumber, dayText } from "@twinline/zone";
import { type Markup, markup } from "../markup.ts";
import type { Telling } from "../told.ts";

/** Figures of a day that anybody may read: how long was waited, by whom, who went first, who was moved; and the day before. */
export function dayFiguresPart(figures: QueueFairness, telling: Telling): Markup {
  const { language, say } = telling;
  const day = dayNumber(figures.day);
  return markup`<section id="figures"><h2>${say("visitor.answer.queue.figures.of", { day: formatDay(language, day) })}</h2>
<p>${say("visitor.answer.queue.figures.lead")}</p>${figureList(figures, telling)}
<p><a href="/${language}/queue?of=${dayText(day - 1)}#figures">${say("visitor.answer.queue.figures.before")}</a></p></section>`;
}

function figureList(figures: QueueFairness, { language, say }: Telling): Markup {
  const rows = [
    ["booked", figures.booked],
    ["by-driver", figures.byDriver],
    ["live", figures.live],
    ["passed", figures.passed],
    ["median", figures.wait?.median],
    ["ninetieth", figures.wait?.ninetieth],
    ["median.booked", figures.waitBooked?.median],
    ["median.by-driver", figures.waitByDriver?.median],
    ["median.live", figures.waitLive?.median],
    ["priority", figures.priority],
    ["overtaken", figures.overtaken],
    ["moved", figures.moved],
    ["no-shows", figures.noShows],
  ] as const;
  const told = rows.flatMap(([name, value]) =>
    value === undefined
      ? []
      : [markup`<li>${say(`visitor.answer.queue.figure.${name}`, { count: formatNumber(language, value) })}</li>`],
  );
  return markup`<ul class="figures">${told}</ul><p class="note">${say("visitor.answer.queue.settings")}</p>`;
}
