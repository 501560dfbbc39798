import type { Language, Reason } from "@twinline/api";
import { formatDay } from "@twinline/rulebook";
import { type DecisionRecord, type Installed, type MeterReading, type Verdict, verdicts } from "@twinline/zone";
import { amountText } from "./amount-text.ts";
import type { Say } from "./built-page.ts";
import { type Markup, markup } from "./markup.ts";

/** One language of an answer. */
export type Telling = { readonly language: Language; readonly say: Say };

const outlines: Readonly<Record<Verdict, Markup>> = {
  admit: markup`<circle cx="12" cy="12" r="10"/><path d="M7.2 12.4l3.3 3.3 6.4-6.9"/>`,
  refer: markup`<path d="M12 2.6L22.4 20.6H1.6z"/><path d="M12 9v5.4M12 17.2v.6"/>`,
  refuse: markup`<path d="M7.9 2h8.2L22 7.9v8.2L16.1 22H7.9L2 16.1V7.9z"/><path d="M8.2 8.2l7.6 7.6M15.8 8.2l-7.6 7.6"/>`,
};

/** The answer of a page: a verdict with its outline, and what follows from it. */
export function verdictAnswer(verdict: Verdict, title: string, more: Markup): Markup {
  return markup`<section id="answer" data-verdict="${verdict}"><h2 class="verdict"><svg width="40" height="40" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">${outlines[verdict]}</svg>${title}</h2>${more}</section>`;
}

/** An answer without a verdict: a remark on what was asked, or plain figures. */
export function plainAnswer(title: string, more: Markup): Markup {
  return markup`<section id="answer"><h2>${title}</h2>${more}</section>`;
}

/** Each reason; its provisions open on request, and that one is not certain is said at once. */
export function reasonList({ language, say }: Telling, reasons: readonly Reason[]): Markup {
  return markup`<ul class="rows">${reasons.map((reason) => {
    const cites = [...new Set(reason.citations.map(({ cite }) => cite[language]))].join(
      language === "zh" ? "；" : "; ",
    );
    const doubt = doubtOf(reason);
    const mark = doubt === undefined ? "" : markup`<strong>${say(`visitor.confidence.${doubt}`)}</strong> · `;
    return markup`<li><p>${reason.text[language]}</p><details class="source"><summary>${mark}${say("visitor.source")}</summary><p>${cites}</p></details></li>`;
  })}</ul>`;
}

const doubts = ["unverified", "low", "medium"] as const;

function doubtOf({ citations }: Reason): (typeof doubts)[number] | undefined {
  return doubts.find((one) => citations.some(({ confidence }) => confidence === one));
}

/** Under which law the answer was found. */
export function lawLine({ language, say }: Telling, { rulebook }: Installed, { law }: DecisionRecord): Markup {
  const words = { title: rulebook.label[language], day: formatDay(language, law) };
  return markup`<p class="note">${say("visitor.answer.law", words)}</p>`;
}

/** What is left of a limit. */
export function meterLine(
  { language, say }: Telling,
  { label, left, cap, unit }: Omit<MeterReading, "before" | "now">,
): Markup {
  const figures = { left: amountText(language, left, unit), cap: amountText(language, cap, unit) };
  return markup`<p class="left">${say("visitor.answer.left", { label: label[language], ...figures })}</p>`;
}

/** Whether a text is one of the verdicts. */
export function strictestOf(found: readonly Verdict[]): Verdict {
  return verdicts.findLast((verdict) => found.includes(verdict)) ?? "refer";
}
