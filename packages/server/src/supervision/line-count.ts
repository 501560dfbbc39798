import type { LineForecast } from "@twinline/api";
import { instantText, type Line } from "@twinline/zone";
import type { QueueRow } from "./queries.ts";

/** A count of people waiting is believed for so many minutes. */
export const COUNT_FRESH_MINUTES = 20;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Who waits before a line's lanes as it was counted, and how many more an hour that says have come. */
export type LineCount = {
  readonly told: NonNullable<LineForecast["waiting"]>;
  readonly growthPerHour: number;
};

/**
 * The newest word on a line: the count of somebody who saw all of it, or the counts of officers at their glasses if one of
 * them is younger. Open lanes that nobody counted are taken like the mean of the counted. Undefined when nobody ever counted.
 */
export function countOfLine(
  { gate, line, lanes }: Pick<Line, "gate" | "line" | "lanes">,
  counts: readonly QueueRow[],
  open: number,
  nowMs: number,
): LineCount | undefined {
  const own = counts.filter((one) => one.gate === gate && one.line === line);
  const isFresh = ({ atMs }: QueueRow) => nowMs - atMs <= COUNT_FRESH_MINUTES * MINUTE_MS;
  const newest = own.toSorted((a, b) => b.atMs - a.atMs)[0];
  if (newest === undefined) return undefined;
  const told = { at: instantText(newest.atMs), entry: newest.entry, isFresh: isFresh(newest) };
  const atGlasses = own.filter(({ lane }) => lane !== null && lanes.includes(lane)).filter(isFresh);
  if (newest.lane === null || atGlasses.length === 0)
    return { told: { ...told, people: newest.waiting }, growthPerHour: growthPerHour(newest) };
  const share = Math.max(open, atGlasses.length) / atGlasses.length;
  const people = Math.round(atGlasses.reduce((sum, { waiting }) => sum + waiting, 0) * share);
  const growth = atGlasses.reduce((sum, one) => sum + growthPerHour(one), 0) * share;
  return { told: { ...told, people, lanes: atGlasses.length }, growthPerHour: growth };
}

/** Two counts: what came beyond those who passed. A first count, or one long after the other, says nothing of that. */
function growthPerHour({ waiting, atMs, beforeWaiting, beforeAtMs }: QueueRow): number {
  if (beforeWaiting === null || beforeAtMs === null) return 0;
  const hours = (atMs - beforeAtMs) / HOUR_MS;
  const isComparable = hours > 1 / 60 && hours <= COUNT_FRESH_MINUTES / 60;
  return isComparable ? (waiting - beforeWaiting) / hours : 0;
}
