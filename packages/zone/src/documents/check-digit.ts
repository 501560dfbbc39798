/** Weights of ICAO 9303-3 §4.9, repeated over the text. */
const WEIGHTS = [7, 3, 1] as const;

/**
 * Check digit of ICAO 9303-3 §4.9: digits count as themselves, A to Z as 10 to 35, the filler as 0; modulus 10.
 * Characters whose values differ by a multiple of ten (0 A K U <, 6 G Q) it cannot tell apart.
 */
export function checkDigit(text: string): string {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum += characterValue(text[at]!) * WEIGHTS[at % 3]!;
  return String(sum % 10);
}

/** Value of a character of the zone. The caller has checked that it is one. */
export function characterValue(char: string): number {
  return char === "<" ? 0 : Number.parseInt(char, 36);
}
