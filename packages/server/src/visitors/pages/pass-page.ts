import type { VisitorPass } from "@twinline/api";
import { formatDay, formatNumber } from "@twinline/rulebook";
import { dayNumber } from "@twinline/zone";
import type { ZoneNode } from "../../node.ts";
import type { OpenSpine } from "../../spine/open-spine.ts";
import { amountText } from "./amount-text.ts";
import { queueLink } from "./data-page.ts";
import { type Markup, markup } from "./markup.ts";
import { timeOf } from "./queue/times.ts";
import { meterLine, type Telling, verdictAnswer } from "./told.ts";

const CODE = /[A-Za-z0-9_-]{22}$/;

/** The code in what was typed or pasted; a scanner may have put an address before it. */
export function passCodeOf(text = ""): string | undefined {
  return CODE.exec(text.replace(/\s/g, ""))?.[0];
}

/** Where a pass is shown. */
type Place = { readonly node: Pick<ZoneNode, "side">; readonly spine: OpenSpine };

/** Days and allowance left to the holder of a pass; nobody is named. */
export function passAnswer(pass: VisitorPass, place: Place, telling: Telling): Markup {
  const { language, say } = telling;
  const { daysLeft, daysUsed, daysMax, lastDay, enteredOn, gate, meters } = pass;
  const label = place.spine.zone.gates.find((one) => one.gate === gate)?.label[language] ?? gate;
  const isOver = daysLeft < 0;
  const words = {
    day: formatDay(language, dayNumber(lastDay)),
    entered: formatDay(language, dayNumber(enteredOn)),
    used: formatNumber(language, daysUsed),
    max: formatNumber(language, daysMax),
  };
  const more = markup`<p>${say("visitor.answer.last", words)}</p><p>${say("visitor.answer.gate", { gate: label })}</p>${meters.map((meter) => meterLine(telling, meter))}${holdLines(pass, place, telling)}${otherSides(place, telling)}${queueLink(telling)}`;
  const title = isOver
    ? say("visitor.answer.over")
    : say("visitor.answer.pass", { days: formatNumber(language, daysLeft) });
  return verdictAnswer(isOver ? "refer" : "admit", title, more);
}

/** What shops still hold of the allowance: which, since when, and how it comes back. */
function holdLines({ holds }: VisitorPass, { node, spine }: Place, { language, say }: Telling): Markup {
  if (holds.length === 0) return markup``;
  const clock = spine.zone.sides.find(({ side }) => side === node.side)?.clock ?? "UTC";
  const lines = holds.map(({ place, lane, label, since, day, amounts }) => {
    const amount = amounts.map((one) => amountText(language, one.amount, one.unit)).join(", ");
    const till = { place: label?.[language] ?? place, lane };
    const words = { ...till, amount, time: timeOf(since, clock), day: formatDay(language, dayNumber(day)) };
    return markup`<li>${say("visitor.answer.hold", words)}</li>`;
  });
  return markup`<h3>${say("visitor.answer.hold.head")}</h3><ul class="rows">${lines}</ul><p class="note">${say("visitor.answer.hold.more")}</p>`;
}

/** The other side counts by itself: what is left there is told there, and what its rules say is on this page. */
function otherSides({ node, spine }: Place, { language, say }: Telling): Markup {
  const others = spine.zone.sides.filter(({ side }) => side !== node.side);
  return markup`${others.map(
    ({ title }) =>
      markup`<h3>${say("visitor.answer.other.head", { side: title[language] })}</h3><p>${say("visitor.answer.other")}</p><p><a href="/${language}#carry">${say("visitor.answer.other.link")}</a></p>`,
  )}`;
}
