/** Minutes that a board looks back (packages/api boardSpans, which would bring the schemas along). */
export const spans = [15, 60, 240, 1_440] as const;
export type Span = (typeof spans)[number];

/** What of the board is shown, as it stands in the address. */
export type BoardSearch = { readonly minutes?: Span; readonly view?: "table" };

/** Reads the address; what it cannot mean is left out. */
export function readBoardSearch(raw: Readonly<Record<string, unknown>>): BoardSearch {
  const minutes = spans.find((one) => one === Number(raw.minutes));
  return { ...(minutes && { minutes }), ...(raw.view === "table" && { view: "table" }) };
}

/** An instant as the journal's filters write it: the clock of the side, by the minute. */
export function localMinute(instant: string, zone: string): string {
  const wall = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  return wall.round({ smallestUnit: "minute", roundingMode: "floor" }).toString({ smallestUnit: "minute" });
}
