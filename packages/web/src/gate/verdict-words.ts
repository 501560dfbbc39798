import type { PassageAnswer, Reason } from "@twinline/api";
import { formatDate, formatInteger, formatMoney, type Locale } from "../format/index.ts";
import type { Text } from "../ui/language.ts";

/** The reason that decided: the rule that the answer names, else the first that stops. */
export function decidingReason(answer: PassageAnswer): Reason | undefined {
  return (
    answer.reasons.find((reason) => reason.rule === answer.reason) ??
    answer.reasons.find((reason) => reason.mark === "stop")
  );
}

/** One sentence under the verdict: until when, what is to pay, or why not. */
export function verdictSentence(answer: PassageAnswer, locale: Locale, text: Text): string {
  if (answer.overridden) return text("gate.sentence.overridden");
  const reason = answer.verdict === "admit" ? undefined : decidingReason(answer);
  if (reason) return reason.text[locale];
  if (answer.due && answer.due.minor > 0) return text("gate.sentence.due", { amount: formatMoney(locale, answer.due) });
  if (answer.verdict !== "admit") return "";
  if (answer.direction === "out") return text("gate.sentence.free");
  return answer.stay ? staySentence(answer.stay, locale, text) : "";
}

function staySentence(stay: NonNullable<PassageAnswer["stay"]>, locale: Locale, text: Text): string {
  const day = formatDate(locale, Temporal.PlainDate.from(stay.lastDay), "long");
  const [used, max] = [stay.daysUsed, stay.daysMax].map((days) => formatInteger(locale, days));
  return text("gate.sentence.stay", { day, used: used!, max: max! });
}
