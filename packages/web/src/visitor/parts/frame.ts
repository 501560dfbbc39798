import { documentTags, type Locale } from "../../format/index.ts";
import { type Html, html } from "../html.ts";
import type { SideLaw, VisitorLaw } from "../law/visitor-law.ts";
import type { Words } from "../words.ts";

/** The four languages under their own names. */
const ownNames: Readonly<Record<Locale, string>> = { zh: "中文", kk: "Қазақша", ru: "Русский", en: "English" };
const locales = Object.keys(ownNames) as readonly Locale[];

type Framed = { readonly words: Words; readonly law: VisitorLaw; readonly content: Html; readonly page: string };

/** What stands around every page for visitors: the centre's name, the languages, the law it follows. */
export function frame({ words, law, content, page }: Framed): Html {
  const { say, text, locale, day } = words;
  return html`<a class="skip" href="#main">${say("visitor.skip")}</a>
<header><span class="mark"></span><strong><a href="/${locale}">${text(law.zone.title)}</a></strong>
<nav aria-label="${say("ui.language")}"><ul>${locales.map(
    (one) =>
      html`<li><a href="/${one}${page}" lang="${documentTags[one]}" hreflang="${documentTags[one]}"${one === locale && html` aria-current="true"`}>${ownNames[one]}</a></li>`,
  )}</ul></nav></header>
<main id="main">${content}</main>
<footer><p><strong>${say("visitor.only-gate")}</strong></p><p>${say("visitor.law", { day: day(law.day) })}</p>
<details><summary>${say("visitor.rulebooks")}</summary><ul class="rows">${law.sides.map((side) => rulebookRows(words, side))}</ul></details></footer>`;
}

function rulebookRows({ text }: Words, { books }: SideLaw): Html {
  const { arrival, departure } = books;
  return html`${[arrival, departure].map(
    ({ rulebook }) =>
      html`<li>${text(rulebook.label)} <code>${rulebook.name}</code> <code class="hash">${rulebook.hash}</code></li>`,
  )}`;
}
