/** Sizes of machine-readable zones: lines × characters (ICAO 9303 part 4, 5 and 6: TD3, TD1, TD2). */
const shapes: readonly { readonly lines: number; readonly width: number }[] = [
  { lines: 2, width: 44 },
  { lines: 3, width: 30 },
  { lines: 2, width: 36 },
];
/** Some permits carry a single line of 30; it is only told from the first of three by the silence after it. */
const SINGLE_WIDTH = 30;
const MRZ_LINE = /^[A-Z0-9<]+$/;

/** Upper case and without the blanks that some readers add at the ends. */
export function tidyLines(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.trim().toUpperCase()).filter((line) => line !== "");
}

/** No further line can belong to this document. */
export function isWhole(lines: readonly string[]): boolean {
  const tidy = tidyLines(lines);
  return shapes.some(({ lines: count, width }) => tidy.length === count && tidy.every((line) => line.length === width));
}

/** The lines look like a travel document's machine-readable zone; whether they are true is the node's to say. */
export function isMrz(lines: readonly string[]): boolean {
  const tidy = tidyLines(lines);
  if (!tidy.every((line) => MRZ_LINE.test(line))) return false;
  return isWhole(tidy) || (tidy.length === 1 && tidy[0]?.length === SINGLE_WIDTH);
}
