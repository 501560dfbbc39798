import type { LineForecast } from "@twinline/api";
import { formatInteger, formatQuantity } from "../../format/index.ts";
import { useLanguage } from "../../ui/language.ts";
import { useWhen } from "../shell/use-when.ts";
import { type BoardKey, useBoardText } from "../supervision/board-text.ts";

const MINUTE = 60;

/** The words for who was counted, when, and at how many lanes. */
function countWords(
  { waiting, open }: LineForecast,
  count: (n: number) => string,
  time: (at: string) => string,
): readonly [BoardKey, Readonly<Record<string, string>>?] {
  if (waiting === undefined) return ["rests.none"];
  const { people, at, isFresh, lanes } = waiting;
  if (!isFresh) return ["rests.old", { time: time(at) }];
  const told = { people: count(people), time: time(at) };
  if (lanes === undefined) return ["rests.counted", told];
  return ["rests.lanes", { ...told, lanes: count(lanes), open: count(Math.max(open, lanes)) }];
}

/** Waits and advice as people say them: whole minutes, and below one "under a minute". */
export function useWaitWords() {
  const { locale } = useLanguage();
  const text = useBoardText();
  const when = useWhen();
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
  /** What the forecast was made from, in a line: the count with its age, the flow, the time for one person and its source. */
  const rests = (line: LineForecast): string => {
    const { seconds, passedPerHour } = line;
    const counted = text(...countWords(line, (n) => formatInteger(locale, n), when.time));
    if (seconds === undefined) return counted;
    const values = {
      passed: formatInteger(locale, passedPerHour),
      seconds: formatInteger(locale, Math.round(seconds.value)),
      basis: text(`basis.${seconds.basis}`),
    };
    return text("rests.join", { counted, flow: text("rests.flow", values) });
  };
  return { wait, advice, rests };
}
