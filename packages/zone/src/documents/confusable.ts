/** Characters that readers and eyes take for each other in OCR-B and print; the likeliest first. */
const GROUPS = [
  "0ODQ",
  "1ILT",
  "2Z",
  "4A",
  "5S",
  "6G",
  "7T",
  "8B",
  "UV",
  "MN",
  "CG",
  "17",
  "38",
  "08",
  "68",
  "56",
] as const;

/** Characters that may have been meant where this one was read. */
export function confusables(char: string): readonly string[] {
  const similar = GROUPS.filter((group) => group.includes(char)).flatMap((group) => [...group]);
  return [...new Set(similar)].filter((other) => other !== char);
}

/** The digit that a letter may stand for, or undefined. */
export function digitFor(char: string): string | undefined {
  return confusables(char).find((other) => /\d/.test(other));
}

/** The letter that a digit may stand for, or undefined. */
export function letterFor(char: string): string | undefined {
  return confusables(char).find((other) => /[A-Z]/.test(other));
}
