import type { LineForecast } from "@twinline/api";
import { formatInteger, formatQuantity } from "../../format/index.ts";
import { useLanguage } from "../../ui/language.ts";
import { useBoardText } from "../supervision/board-text.ts";

const MINUTE = 60;

/** Waits and advice as people say them: whole minutes, and below one "under a minute". */
export function useWaitWords() {
  const { locale } = useLanguage();
  const text = useBoardText();
  const wait = (seconds: number): string =>
    seconds < MINUTE ? text("wait.under") : formatQuantity(locale, Math.round(seconds / MINUTE), "minute");
  /** What would shorten the wait; undefined when what is open is enough. */
  const advice = ({ open, lanes, forecastSeconds = 0, advised, spread }: LineForecast): string | undefined => {
    const parts: string[] = [];
    if (advised !== undefined) {
      const more = advised.lanes - open;
      const values = { n: more, more: formatInteger(locale, more), lanes: formatInteger(locale, advised.lanes) };
      const waits = { from: wait(forecastSeconds), to: wait(advised.waitSeconds) };
      parts.push(text(advised.lanes === lanes ? "advice.open-all" : "advice.open", { ...values, ...waits }));
    }
    if (spread !== undefined) {
      const people = formatInteger(locale, spread.peoplePerHour);
      parts.push(text("advice.spread", { n: spread.peoplePerHour, people, wait: wait(spread.waitSeconds) }));
    }
    return parts.length === 0 ? undefined : parts.join(" ");
  };
  return { wait, advice };
}
