import { addMonths, yearsBetween } from "../../packages/rulebook/src/compile/civil-days.ts";
import { roundBigInt, roundNumber } from "../../packages/rulebook/src/compile/rounding.ts";
import type { EndOfMonth } from "../../packages/rulebook/src/ir/calendar.ts";
import { type RoundingMode, roundingModes } from "../../packages/rulebook/src/ir/rounding.ts";
import { type Random, randomOf } from "../../packages/rulebook/src/testing/random.ts";

const ends: readonly EndOfMonth[] = ["down", "up", "reject"];
const EPOCH = Temporal.PlainDate.from("1970-01-01");
/** 1900-01-01 and 2199-12-31 as days since 1970: the days a rulebook may speak of. */
const [FIRST_DAY, LAST_DAY] = [-25_567, 84_005];
const SHOWN_MAX = 3;

/**
 * Roundings and calendar arithmetic, which all back ends in JavaScript share, against references written from their
 * definitions: exact neighbours in bigints, and `Temporal`. Values crowd at ties, at zero and at 2^53.
 */
export function checkArithmetic(seed: number, values: number): readonly string[] {
  const random = randomOf(seed);
  const differences: string[] = [];
  for (let turn = 0; turn < values && differences.length < SHOWN_MAX; turn++) {
    const told = turn % 8 === 0 ? checkDay(random) : checkRounding(random);
    if (told !== undefined) differences.push(told);
  }
  return differences;
}

function checkRounding(random: Random): string | undefined {
  const mode = random.pick(roundingModes);
  const divisor = BigInt(random.pick([1, 2, 3, 7, 10, 100, 10_000, 1 + random.below(1_000_000)]));
  const whole = BigInt(random.pick([0, 1, 2, random.below(1000), random.below(2 ** 31)]));
  const near = divisor / 2n + BigInt(random.below(3) - 1);
  const magnitude = whole * divisor + random.pick([0n, 1n, near, divisor - 1n]);
  const numerator = random.chance(0.5) ? -magnitude : magnitude;
  const expected = reference(mode, numerator, divisor);
  const wide = roundBigInt(mode, numerator, divisor);
  if (wide !== expected) return `${mode} of ${numerator}/${divisor} is ${wide} in bigints, and should be ${expected}`;
  if (2n * magnitude + divisor >= 2n ** 53n) return undefined;
  const plain = roundNumber(mode, Number(numerator), Number(divisor));
  return Object.is(plain, Number(expected))
    ? undefined
    : `${mode} of ${numerator}/${divisor} is ${Object.is(plain, -0) ? "-0" : plain}, and should be ${expected}`;
}

/** The neighbour below or above that the mode asks for, FEEL 1.4. */
function reference(mode: RoundingMode, numerator: bigint, divisor: bigint): bigint {
  let below = numerator / divisor;
  if (below * divisor > numerator) below -= 1n;
  const rest = numerator - below * divisor;
  if (rest === 0n) return below;
  const above = below + 1n;
  const [inwards, outwards] = numerator < 0n ? [above, below] : [below, above];
  const tie = { half_up: outwards, half_down: inwards, half_even: below % 2n === 0n ? below : above };
  const whole = { up: outwards, down: inwards, floor: below, ceiling: above };
  if (mode === "half_up" || mode === "half_down" || mode === "half_even") {
    if (2n * rest === divisor) return tie[mode];
    return 2n * rest < divisor ? below : above;
  }
  return whole[mode];
}

function checkDay(random: Random): string | undefined {
  const day = FIRST_DAY + random.below(LAST_DAY - FIRST_DAY);
  const date = EPOCH.add({ days: day });
  const leap = new Temporal.PlainDate(random.pick([1904, 2000, 2024, 2096]), 2, 29);
  const from = random.chance(0.3) ? leap : date;
  const count = random.below(2400) - 1200;
  const end = random.pick(ends);
  const start = dayOf(from);
  const added = addMonths(start, count, end);
  const expected = shifted(from, count, end);
  if (added !== expected) return `${from} and ${count} months (${end}) is day ${added}, and should be ${expected}`;
  const other = from.add({ years: random.below(30) }).add({ days: random.below(5) - 2 });
  const years = yearsBetween(start, dayOf(other), end);
  const passed = anniversaries(from, other, end);
  return years === passed ? undefined : `${from} to ${other} (${end}) is ${years} years, and should be ${passed}`;
}

function shifted(from: Temporal.PlainDate, months: number, end: EndOfMonth): number | undefined {
  try {
    return dayOf(from.add({ months }, { overflow: "reject" }));
  } catch {
    if (end === "reject") return undefined;
    return dayOf(from.add({ months })) + (end === "up" ? 1 : 0);
  }
}

/** The most years whose anniversary is not after the day; undefined where `down` and `up` differ and neither is declared. */
function anniversaries(from: Temporal.PlainDate, to: Temporal.PlainDate, end: EndOfMonth): number | undefined {
  if (end === "reject") {
    const down = anniversaries(from, to, "down");
    return down === anniversaries(from, to, "up") ? down : undefined;
  }
  if (Temporal.PlainDate.compare(to, from) < 0) {
    const back = anniversaries(to, from, end);
    return back === undefined ? undefined : 0 - back;
  }
  let years = 0;
  while (shifted(from, 12 * (years + 1), end)! <= dayOf(to)) years += 1;
  return years;
}

function dayOf(date: Temporal.PlainDate): number {
  return EPOCH.until(date).days;
}
