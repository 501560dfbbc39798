import type { ReactNode } from "react";
import { formatMeasure, formatMoney, type Locale } from "../format/index.ts";
import { isMessageKey } from "../messages/catalogue.ts";
import { type Text, useLanguage, useText } from "../ui/language.ts";
import { problemText } from "../ui/problem-text.ts";
import type { Stop, TillView } from "./view.ts";

/** The one figure: what may still be bought. After a sale, that it is done; when it is not, why. */
export function TillBanner({ view }: { readonly view: TillView }): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const { head, sentence, tone } = wordsOf(view, locale, text);
  return (
    <section className="verdict till-banner" data-verdict="none" data-tone={tone}>
      <div className="verdict-words" role={tone === "stop" ? "alert" : "status"}>
        <p className="verdict-word">{head}</p>
        <p className="verdict-sentence">{sentence}</p>
      </div>
    </section>
  );
}

type Words = { readonly head: string; readonly sentence: string; readonly tone: "quiet" | "left" | "done" | "stop" };

function wordsOf(view: TillView, locale: Locale, text: Text): Words {
  const { slip, stop, visitor, node } = view;
  if (slip)
    return {
      head: text("till.sold"),
      sentence: text(view.node.waitingCount === 0 ? "till.sold.sent" : "till.sold.kept"),
      tone: "done",
    };
  if (stop) return { head: text("till.not-sold"), sentence: stopText(stop, locale, text), tone: "stop" };
  if (node.step === "closed")
    return { head: text("ui.ladder.closed"), sentence: text("problem.away/closed"), tone: "quiet" };
  if (!visitor) return { head: text("till.waiting"), sentence: text("till.waiting.more"), tone: "quiet" };
  const left = leftOf(view);
  if (!left) return { head: text("till.unknown-left"), sentence: text("till.unknown-left.more"), tone: "quiet" };
  const isHeld = visitor.meters.length === 0;
  const head = formatMeasure(locale, left.amount, left.unit);
  return { head, sentence: text(isHeld ? "till.left.held" : "till.left.today"), tone: "left" };
}

/** The money that is left to the visitor, or, without a line, what this till holds for her. */
function leftOf({ visitor }: TillView): { readonly amount: number; readonly unit: string } | undefined {
  const meter = visitor?.meters.find(({ unit }) => unit === "CNY");
  if (meter) return { amount: meter.left, unit: meter.unit };
  const held = visitor?.held.find(({ unit }) => unit === "CNY");
  return held && { amount: held.amount, unit: held.unit };
}

function stopText(stop: Stop, locale: Locale, text: Text): string {
  if ("problem" in stop) return problemText(stop.problem, locale, text);
  if ("reasons" in stop) {
    const reason = stop.reasons.find(({ mark }) => mark === "stop") ?? stop.reasons[0];
    return reason ? reason.text[locale] : text("till.stop.other");
  }
  const key = `till.stop.${stop.code}`;
  return text(isMessageKey(key) ? key : "till.stop.other");
}

/** Sum of a column of outcomes as money. */
export function sumText(locale: Locale, view: TillView, pick: "dutyFree" | "tax"): string | undefined {
  const [first] = view.outcomes;
  if (!first) return undefined;
  const minor = view.outcomes.reduce((sum, outcome) => sum + outcome[pick].minor, 0);
  return formatMoney(locale, { minor, currency: first[pick].currency });
}
