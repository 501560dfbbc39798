import type { VisitorPass } from "@twinline/api";
import { formatDay, formatNumber } from "@twinline/rulebook";
import { dayNumber, type Zone } from "@twinline/zone";
import { type Markup, markup } from "./markup.ts";
import { meterLine, type Telling, verdictAnswer } from "./told.ts";

const CODE = /[A-Za-z0-9_-]{22}$/;

/** The code in what was typed or pasted; a scanner may have put an address before it. */
export function passCodeOf(text = ""): string | undefined {
  return CODE.exec(text.replace(/\s/g, ""))?.[0];
}

/** Days and allowance left to the holder of a pass; nobody is named. */
export function passAnswer(pass: VisitorPass, zone: Zone, telling: Telling): Markup {
  const { language, say } = telling;
  const { daysLeft, daysUsed, daysMax, lastDay, enteredOn, gate, meters } = pass;
  const label = zone.gates.find((one) => one.gate === gate)?.label[language] ?? gate;
  const isOver = daysLeft < 0;
  const words = {
    day: formatDay(language, dayNumber(lastDay)),
    entered: formatDay(language, dayNumber(enteredOn)),
    used: formatNumber(language, daysUsed),
    max: formatNumber(language, daysMax),
  };
  const more = markup`<p>${say("visitor.answer.last", words)}</p><p>${say("visitor.answer.gate", { gate: label })}</p>${meters.map((meter) => meterLine(telling, meter))}`;
  const title = isOver
    ? say("visitor.answer.over")
    : say("visitor.answer.pass", { days: formatNumber(language, daysLeft) });
  return verdictAnswer(isOver ? "refer" : "admit", title, more);
}
