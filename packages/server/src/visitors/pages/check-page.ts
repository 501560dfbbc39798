import { judgementOf, type Known, tryPassage } from "@twinline/zone";
import { presentReasons } from "../../passages/reasons.ts";
import type { OpenSpine } from "../../spine/open-spine.ts";
import { knownOf } from "../question.ts";
import { calendarDay, type Fields, wholeNumber } from "./fields.ts";
import type { Markup } from "./markup.ts";
import { markup } from "./markup.ts";
import { lawLine, plainAnswer, reasonList, type Telling, verdictAnswer } from "./told.ts";

/** Where and when a visitor asks. */
export type Asking = { readonly spine: OpenSpine; readonly gate: string; readonly day: number };

const AGE_MAX = 130;
const DAYS_MAX = 36_600;

/** May I enter? Decided by the arrival rulebook of today, and not recorded. */
export function checkAnswer(fields: Fields, asking: Asking, telling: Telling): Markup {
  const known = readQuestion(fields, asking);
  if (typeof known === "string") return faultAnswer(telling, known);
  const { installed, record } = tryPassage(asking.spine.world(), known, {});
  const { verdict } = judgementOf(record);
  const more = markup`${reasonList(telling, presentReasons(installed, record))}${lawLine(telling, installed, record)}`;
  return verdictAnswer(verdict, telling.say(`visit.verdict.in.${verdict}`), more);
}

/** What was wrong with what was asked. */
export function faultAnswer({ say }: Telling, fault: string): Markup {
  return plainAnswer(say("visitor.answer.fault"), markup`<p>${say(`visitor.answer.fault.${fault}`)}</p>`);
}

/** The facts of the question, or the name of the field at fault. */
function readQuestion(fields: Fields, { spine, gate, day }: Asking): Known | string {
  const { kind = "", nationality = "", guardian } = fields;
  if (!spine.zone.documents.byHand.includes(kind)) return "kind";
  if (!/^[A-Z]{2}$/.test(nationality)) return "nationality";
  const age = wholeNumber(fields.age, 0, AGE_MAX);
  if (age === undefined) return "age";
  const expires = fields.expires === undefined ? undefined : calendarDay(fields.expires);
  if (fields.expires !== undefined && (expires === undefined || Math.abs(expires - day) > DAYS_MAX)) return "expires";
  const question = { direction: "in", kind, nationality, age, guardian: guardian !== undefined } as const;
  const known = knownOf(question, spine.zone, gate, day);
  const { lastValidDay: _, ...document } = known.traveller.document;
  const dated = expires === undefined ? document : { ...document, lastValidDay: expires };
  return { ...known, traveller: { ...known.traveller, document: dated } };
}
