import type { Locale } from "../format/index.ts";
import { answerWords } from "./answer-words.ts";
import { type Html, html } from "./html.ts";
import type { SideLaw, VisitorLaw } from "./law/visitor-law.ts";
import { basketForm } from "./parts/basket-form.ts";
import { carry } from "./parts/carry.ts";
import { checkForm } from "./parts/check-form.ts";
import { documents } from "./parts/documents.ts";
import { frame } from "./parts/frame.ts";
import { opening } from "./parts/opening.ts";
import { dataForm, passForm } from "./parts/pass-form.ts";
import { stay } from "./parts/stay.ts";
import { summary } from "./parts/summary.ts";
import { unknown } from "./parts/unknown.ts";
import { queueForm } from "./queue/queue-form.ts";
import { type Words, wordsOf } from "./words.ts";

/** The sections of the page, in the order of a visit. */
const sections = [
  "check",
  "documents",
  "stay",
  "carry",
  "basket",
  "pass",
  "data",
  "queue",
  "closed",
  "unknown",
] as const;

/** One page of a side in one language: what stands in it, and its title. */
export type VisitorPage = { readonly title: string; readonly body: Html };

/** The page that answers a visitor before she asks; it reads without script. The server opens its comment when the law has moved on. */
export function visitorPage(law: VisitorLaw, side: string, locale: Locale): VisitorPage {
  const words = wordsOf(locale);
  const own = law.sides.find(({ books }) => books.side.side === side)!;
  const ordered: readonly SideLaw[] = [own, ...law.sides.filter((one) => one !== own)];
  const content = html`<h1>${words.say("visitor.title")}</h1>
<p class="lead">${words.say("visitor.lead")}</p>
<!--stale <p class="stale" role="note">${words.say("visitor.stale")}</p> -->
${summary(words, { ...law, sides: ordered }, own)}
${contents(words)}
${checkForm(words, own)}
${documents(words, ordered)}
${stay(words, ordered)}
${carry(words, ordered)}
${basketForm(words, own)}
${passForm(words)}
${dataForm(words)}
${queueForm(words)}
${opening(words, ordered)}
${unknown(words, ordered)}`;
  return { title: titleOf(words, law, "visitor.title"), body: frame({ words, law, content, page: "" }) };
}

function contents({ say }: Words): Html {
  return html`<nav class="contents" aria-label="${say("visitor.contents")}"><ul>${sections.map(
    (id) => html`<li><a href="#${id}">${say(`visitor.link.${id}`)}</a></li>`,
  )}</ul></nav>`;
}

function titleOf({ say, text }: Words, { zone }: VisitorLaw, key: "visitor.title" | "visitor.queue.title"): string {
  return `${say(key)} · ${text(zone.title)}`;
}

/** The frame of an answer that the server writes where `answer` stands. */
export function answerPage(law: VisitorLaw, locale: Locale): VisitorPage {
  const words = wordsOf(locale);
  const content = html`<h1>${words.say("visitor.title")}</h1><!--answer--><p><a class="back" href="/${locale}">${words.say("visitor.back")}</a></p>${answerWords(locale)}`;
  return { title: titleOf(words, law, "visitor.title"), body: frame({ words, law, content, page: "" }) };
}

/** The frame of the road queue's pages: the server writes free slots, places and figures where the answer stands. */
export function queuePage(law: VisitorLaw, locale: Locale): VisitorPage {
  const words = wordsOf(locale);
  const content = html`<h1>${words.say("visitor.queue.title")}</h1><!--answer--><p><a class="back" href="/${locale}/queue">${words.say("visitor.queue.title")}</a> · <a href="/${locale}">${words.say("visitor.back")}</a></p>${answerWords(locale)}`;
  return { title: titleOf(words, law, "visitor.queue.title"), body: frame({ words, law, content, page: "/queue" }) };
}
