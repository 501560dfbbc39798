import { randomUUID } from "node:crypto";
import type { QueueAnswer } from "@twinline/api";
import { priorityLoads } from "@twinline/zone";
import { isKey } from "../../../access/recording.ts";
import { RequestError } from "../../../errors.ts";
import type { DriverDesk } from "../../../queue/drivers/desk.ts";
import { dayFigures } from "../../../queue/public.ts";
import { calendarDay, type Fields } from "../fields.ts";
import { type Markup, markup } from "../markup.ts";
import { passCodeOf } from "../pass-page.ts";
import { reasonList, type Telling } from "../told.ts";
import type { VisitorPages } from "../visitor-pages.ts";
import { bookPart } from "./book-form.ts";
import { readBooking } from "./booking-fields.ts";
import { dayFiguresPart } from "./figures.ts";
import { placeAnswer } from "./place.ts";

export type RoadPages = VisitorPages & { readonly drivers: DriverDesk };
type RoadAnswering = (fields: Fields, telling: Telling) => Promise<Markup>;
/** Asks for something that is recorded, from an address. */
type RoadRecording = (fields: Fields, telling: Telling, address: string) => Promise<Markup>;
type RoadAnswers = {
  readonly read: RoadAnswering;
  readonly place: RoadAnswering;
  readonly recording: Readonly<Record<"book" | "change" | "cancel", RoadRecording>>;
};

/**
 * The pages of the road queue: one that anybody reads (free slots, the form, the day's figures), and those of the holder of a
 * code, each asked for in a body, so that no code stands in an address.
 */
export function roadAnswers(pages: RoadPages): RoadAnswers {
  const { drivers } = pages;
  return {
    read: (fields, telling) => roadPage(pages, fields, telling),
    place: async (fields, telling) => {
      const code = passCodeOf(fields.code);
      return code === undefined ? roadFault(telling, "code") : placePage(pages, code, fields.day, telling);
    },
    recording: {
      book: async (fields, telling, address) => {
        const asked = readBooking(fields);
        if (typeof asked === "string") return roadPage(pages, fields, telling, roadFault(telling, asked));
        const answer = await told(telling, () => drivers.book(asked, keyIn(fields), address));
        if ("markup" in answer) return roadPage(pages, fields, telling, answer);
        if (answer.code === undefined) return roadPage(pages, fields, telling, refusal(answer, telling));
        return placePage(pages, answer.code, undefined, telling);
      },
      change: (fields, telling) => changed(pages, fields, telling, fields.slot ?? ""),
      cancel: (fields, telling) => changed(pages, fields, telling, undefined),
    },
  };
}

async function changed(pages: RoadPages, fields: Fields, telling: Telling, slot: string | undefined): Promise<Markup> {
  const code = passCodeOf(fields.code);
  if (code === undefined || (await pages.drivers.place(code)) === undefined) return roadFault(telling, "code");
  if (slot === "") return roadFault(telling, "slot");
  const to = slot === undefined ? {} : { to: slot };
  const answer = await told(telling, () => pages.drivers.change({ code, ...to }, keyIn(fields)));
  if ("markup" in answer) return markup`${answer}${await placePage(pages, code, undefined, telling)}`;
  if (answer.outcome === "refused")
    return markup`${refusal(answer, telling)}${await placePage(pages, code, undefined, telling)}`;
  return placePage(pages, code, undefined, telling, telling.say(`visitor.answer.queue.${answer.reason}`));
}

/** What is free, the form with what was typed, one's own place, the figures of a day. */
async function roadPage(pages: RoadPages, fields: Fields, telling: Telling, first: Markup = markup``): Promise<Markup> {
  const { node, spine, drivers } = pages;
  const { language } = telling;
  const openings = await drivers.openings(dayIn(fields.day));
  const form = {
    openings,
    clock: clockOf(pages),
    key: randomUUID(),
    countries: spine.zone.sides.map(({ side }) => side.toUpperCase()),
    first: priorityLoads(spine.world(), node.effects.now().epochMilliseconds).map((label) => label[language]),
    typed: fields,
  };
  const figures = await figuresOf(pages, dayIn(fields.of));
  return markup`${first}${bookPart(form, telling)}${minePart(telling)}${dayFiguresPart(figures, telling)}`;
}

async function placePage(
  pages: RoadPages,
  code: string,
  day: string | undefined,
  telling: Telling,
  done?: string,
): Promise<Markup> {
  const { node, spine, drivers } = pages;
  const place = await drivers.place(code);
  if (place === undefined) return roadFault(telling, "code");
  const openings = await drivers.openings(dayIn(day));
  const title = spine.zone.gates.find(({ side }) => side === node.side)?.label[telling.language] ?? "";
  const page = { code, place, clock: clockOf(pages), title, openings, key: randomUUID() };
  return placeAnswer(done === undefined ? page : { ...page, done }, telling);
}

function minePart({ language, say }: Telling): Markup {
  return markup`<section id="mine"><h2>${say("visitor.answer.queue.mine")}</h2>
<form class="card" action="/${language}/queue" method="post"><label>${say("visitor.queue.code")}
<input name="code" type="text" required maxlength="40" autocomplete="off" autocapitalize="off" spellcheck="false" class="code"></label>
<button>${say("visitor.queue.submit")}</button></form></section>`;
}

/** A day's figures; today's where the day that was asked for is none that this side knows. */
async function figuresOf({ node, spine }: RoadPages, day: string | undefined) {
  try {
    return await dayFigures({ node, spine }, day === undefined ? {} : { day });
  } catch (error) {
    if (day === undefined || !(error instanceof RequestError)) throw error;
    return await dayFigures({ node, spine }, {});
  }
}

/** What the desk answered, or what it would not take in the words of the page. */
async function told(telling: Telling, ask: () => Promise<QueueAnswer>): Promise<QueueAnswer | Markup> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof RequestError) || error.texts === undefined) throw error;
    return remark(telling, markup`<p>${error.texts[telling.language]}</p>`);
  }
}

/** By rule: its reason with provisions. Otherwise what stood against it. */
function refusal({ reason, reasons = [] }: QueueAnswer, telling: Telling): Markup {
  const { say } = telling;
  const [deciding] = reasons;
  const isByRule = deciding?.mark === "stop";
  const why = isByRule
    ? reasonList(telling, [deciding])
    : markup`<p>${say(`visitor.answer.queue.refused.${reason}`)}</p>`;
  const help = reason === "already_booked" ? markup`<p>${say("visitor.answer.queue.other-plate")}</p>` : markup``;
  return remark(telling, markup`${why}${help}`);
}

function roadFault(telling: Telling, fault: string): Markup {
  return remark(telling, markup`<p>${telling.say(`visitor.answer.queue.fault.${fault}`)}</p>`);
}

/** What was not done and why, above what can be done. */
function remark({ say }: Telling, more: Markup): Markup {
  return markup`<section class="card remark" role="alert"><h2>${say("visitor.answer.queue.refused")}</h2>${more}</section>`;
}

/** NOTE: a form that was made without the key books anew each time it is sent. */
function keyIn({ key = "" }: Fields): string {
  return isKey(key) ? key : randomUUID();
}

function dayIn(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && calendarDay(text) !== undefined ? text : undefined;
}

function clockOf({ node, spine }: VisitorPages): string {
  return spine.zone.sides.find(({ side }) => side === node.side)?.clock ?? "UTC";
}
