import type { Calibration } from "./calibration.ts";
import { createChance, weighted } from "./random.ts";

/** A made-up traveller. Everything follows from seed and number, so that nobody has to be kept in memory. */
export type Person = {
  readonly number: number;
  readonly nationality: string;
  readonly document: string;
  /** Days since 1970-01-01. */
  readonly born: number;
  readonly expires: number;
  readonly female: boolean;
};

const DAYS_PER_YEAR = 365.2425;
const ADULT_YEARS = 18;
const DOCUMENT_YEARS = 10;

/** Draws the traits of person `number`, as she is on `day` (days since 1970-01-01). */
export function personSource(seed: number, day: number, calibration: Calibration): (number: number) => Person {
  const nations = Object.keys(calibration.nationality.shares);
  const drawNation = weighted(Object.values(calibration.nationality.shares));
  const chinese = Object.entries(calibration.documents.CN);
  const drawChinese = weighted(chinese.map(([, weight]) => weight));
  const { minor, median, spread, oldest } = calibration.ages;
  return (number) => {
    const chance = createChance(Math.imul(seed ^ 0x9e3779b9, number + 1) ^ (number >>> 3));
    const nationality = nations[drawNation(chance)]!;
    const document =
      nationality === "CN" ? chinese[drawChinese(chance)]![0] : Object.keys(calibration.documents.other)[0]!;
    const adult = Math.min(oldest, Math.max(ADULT_YEARS, median + spread * chance.normal()));
    const years = chance.next() < minor ? 1 + chance.next() * (ADULT_YEARS - 2) : adult;
    const expired = chance.next() < calibration.expiredDocument.share;
    const validity = (chance.next() * DOCUMENT_YEARS + 1) * DAYS_PER_YEAR;
    return {
      number,
      nationality,
      document,
      born: day - Math.round(years * DAYS_PER_YEAR),
      expires: expired ? day - 1 - chance.below(400) : day + Math.round(validity),
      female: chance.next() < 0.5,
    };
  };
}
