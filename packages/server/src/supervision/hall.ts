import type { HallRequest, HallRun } from "@twinline/api";
import { Input, models, simulate } from "@twinline/insight";

/** Repetitions with other chance; the interval is over them. */
export const REPETITIONS = 20;
/** Hours that each repetition simulates after the warm-up. */
export const HOURS = 8;
const WARM_UP_HOURS = 1;
const SEED = 20_261_122;
/** Quantile 0.975 of Student's t with 19 degrees of freedom. */
const T_975_19 = 2.093;
const HOUR_SECONDS = 3_600;

export type HallResult = NonNullable<HallRun["result"]>;

/**
 * What if a hall had so many lanes: the same hours again and again with other chance, and the 95 % interval of the means
 * (independent replications, Law 2015 §9.4.1). `told` hears the share done, in per cent.
 */
export function runHall(asked: HallRequest, told: (percent: number) => void): HallResult {
  const { lanes, perHour, seconds, variationPercent = 100 } = asked;
  const station = {
    name: "hall",
    arrivalRate: perHour / HOUR_SECONDS,
    serviceRate: 1 / seconds,
    servers: lanes,
    serviceVariation: variationPercent / 100,
  };
  const seen = Array.from({ length: REPETITIONS }, (_, at) => {
    const run = { seed: SEED + at, length: HOURS * HOUR_SECONDS, warmUp: WARM_UP_HOURS * HOUR_SECONDS };
    const [hall] = simulate({ stations: [station], routing: [[0]] }, run);
    told(Math.round(((at + 1) * 100) / REPETITIONS));
    return { wait: hall!.meanWait.mean, number: hall!.meanNumber.mean, utilisation: hall!.utilisation };
  });
  const utilisation = meanOf(seen.map((one) => one.utilisation));
  const formula = formulaWait(asked);
  return {
    repetitions: REPETITIONS,
    hours: HOURS,
    seed: SEED,
    isStable: formula !== undefined,
    waitSeconds: between(seen.map(({ wait }) => wait)),
    // People in the hall less those who are being served.
    waiting: between(seen.map((one) => Math.max(0, one.number - one.utilisation * lanes))),
    utilisationPercent: Math.round(utilisation * 100),
    ...(formula === undefined ? {} : { formulaSeconds: formula }),
  };
}

/** Lee and Longton's M/G/c; undefined where more come than all lanes take. */
function formulaWait({ lanes, perHour, seconds, variationPercent = 100 }: HallRequest): number | undefined {
  const input = {
    model: "M/G/c",
    lambda: perHour / HOUR_SECONDS,
    mu: 1 / seconds,
    servers: lanes,
    serviceTimeSquaredCoefficientOfVariation: variationPercent / 100,
  };
  const { meanWait } = models.get("queue")!.compute(new Input(input));
  return typeof meanWait === "number" ? meanWait : undefined;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function between(values: readonly number[]): { mean: number; low: number; high: number } {
  const mean = meanOf(values);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const half = T_975_19 * Math.sqrt(variance / values.length);
  return { mean, low: Math.max(0, mean - half), high: mean + half };
}
