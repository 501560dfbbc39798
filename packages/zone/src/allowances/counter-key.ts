import type { CheckedRulebook, Counter, CounterKey } from "@twinline/rulebook";
import { type Period, periodStart } from "../calendar/period.ts";
import type { Subject } from "./subject.ts";

/** A rolling window reads one row a day; a longer one is refused at publish. */
export const WINDOW_DAYS_MAX = 366;

/** Hexadecimal digits of the definition in a key: enough to tell the versions of one counter apart. */
const DEFINITION_DIGITS = 16;

/** What the keys of one counter begin with: state belongs to a definition, not to a name alone. */
export function counterPrefix({ name }: Pick<CheckedRulebook, "name">, counter: Counter): string {
  return `${name}#${counter.name}@${counter.definition.slice(0, DEFINITION_DIGITS)}`;
}

/** Row that an event of this subject and day adds to; undefined when the subject lacks a key of the counter. */
export function counterKey(
  rulebook: Pick<CheckedRulebook, "name">,
  counter: Counter,
  subject: Subject,
  day: number,
): string | undefined {
  const parts = counter.per.map((key) => part(key, subject, day));
  if (parts.includes(undefined)) return undefined;
  const bucket = counter.within === undefined ? [] : [`d${day}`];
  return [counterPrefix(rulebook, counter), ...parts, ...bucket].join("/");
}

/** Rows whose sum is the counter's value before an event: one, or one for each day of its window. */
export function countedKeys(
  rulebook: Pick<CheckedRulebook, "name">,
  counter: Counter,
  subject: Subject,
  day: number,
): readonly string[] {
  const days = Array.from({ length: counter.within ?? 1 }, (_, back) => day - back);
  return days.map((one) => counterKey(rulebook, counter, subject, one)).filter((key) => key !== undefined);
}

/** Whether the row counts within one passage, line by line; such a row lives as long as the decision. */
export function isOfPassage(key: string): boolean {
  return /\/passage:\d/.test(key);
}

function part(key: CounterKey, subject: Subject, day: number): string | undefined {
  if (isPeriod(key)) return `${key}:${periodStart(key, day)}`;
  const value = subject[key];
  return value === undefined ? undefined : `${key}:${value}`;
}

function isPeriod(key: CounterKey): key is Period {
  return key.startsWith("legal_");
}
