import { formatInteger, type Locale } from "../../format/index.ts";

/** Numbers in order as a hand would write them: "1, 4–6". */
export function rangesOf(numbers: readonly number[], locale: Locale): string {
  const runs: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && number === last.to + 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  const write = (number: number): string => formatInteger(locale, number);
  return runs.map(({ from, to }) => (from === to ? write(from) : `${write(from)}–${write(to)}`)).join(", ");
}
