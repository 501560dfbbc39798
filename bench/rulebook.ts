import { compileClosures, compileRaw, compileSource, type Days, type DecideRaw } from "@twinline/rulebook";
import type { Report } from "../tools/campaign/report.ts";
import { handWritten } from "./allowance/hand-written.ts";
import { loadAllowance } from "./allowance/law.ts";
import { CHECKSUM, checksum, type Passage, passages } from "./allowance/passages.ts";
import { measurePeers } from "./peers/measure-peers.ts";

const ROWS = 100_000;
const ROUNDS = 5;
/** Passes of one round: the best of them counts, and of the rounds the median. */
const PASSES = 15;

/** Limits of the ratio to hand-written JavaScript. */
const SOURCE_MIN = 0.75;
const TRACED_MIN = 0.45;
const CLOSURES_MIN = 0.08;

type Contender = {
  readonly name: string;
  readonly pass: () => number;
  readonly check: () => string;
  readonly least?: number;
};

/** One decision at a time: hand-written JavaScript, the compiled function without and with trace, closures. */
export async function run(report: Report): Promise<void> {
  const contenders = contendersOf(passages(ROWS));
  for (const { name, check } of contenders) {
    const sum = check();
    report.verdict(`rulebook.${name}.checksum`, sum === CHECKSUM, sum);
  }
  const speeds = measure(contenders);
  for (const { name, least } of contenders) {
    const { speed, ratio } = speeds.get(name)!;
    report.figure(`rulebook.${name}`, speed, "decisions/s");
    if (least === undefined) continue;
    report.figure(`rulebook.${name}.ratio`, ratio, "ratio");
    report.verdict(`rulebook.${name}`, ratio >= least, `${ratio.toFixed(3)} of hand-written, at least ${least}`);
  }
  await measurePeers(report, speeds.get("source")!.speed);
}

function contendersOf(rows: readonly Passage[]): Contender[] {
  const rulebook = loadAllowance();
  const inputs = inputsOf(rows);
  return [
    {
      name: "hand-written",
      pass: () => {
        let sum = 0;
        for (const row of rows) {
          const { dutyFree, taxable, tax } = handWritten(row);
          sum += dutyFree + taxable + tax;
        }
        return sum;
      },
      check: () => {
        const sum = checksum();
        for (const { reason, dutyFree, taxable, tax } of rows.map(handWritten)) sum.add(reason, dutyFree, taxable, tax);
        return sum.text();
      },
    },
    compiled("source", compileRaw(rulebook), inputs, SOURCE_MIN),
    compiled("source-traced", compileSource(rulebook), inputs, TRACED_MIN),
    compiled("closures", compileClosures(rulebook), inputs, CLOSURES_MIN),
  ];
}

/** Rows are facts and counters at once, names being one namespace; days are shared, as a node's calendar shares them. */
type Inputs = { readonly rows: readonly Passage[]; readonly days: readonly Days[] };

function inputsOf(rows: readonly Passage[]): Inputs {
  const known = new Map<number, Days>();
  const daysOf = (day: number): Days => {
    const date = Temporal.PlainDate.from(String(day));
    const number = Temporal.PlainDate.from("1970-01-01").until(date).days;
    return { law: number, legal: number };
  };
  return { rows, days: rows.map(({ day }) => known.getOrInsertComputed(day, daysOf)) };
}

/** Each contender has a loop of its own, made from text, so that no engine's feedback spoils another's. */
function compiled(name: string, decide: DecideRaw, { rows, days }: Inputs, least: number): Contender {
  const loop = new Function(
    "decide",
    "rows",
    "days",
    `let sum = 0;
    for (let i = 0; i < rows.length; i++) {
      const { outputs } = decide(rows[i], rows[i], days[i]);
      sum += outputs.duty_free + outputs.taxable + outputs.tax;
    }
    return sum; // ${name}`,
  ) as (decide: DecideRaw, rows: Inputs["rows"], days: Inputs["days"]) => number;
  return {
    name,
    least,
    pass: () => loop(decide, rows, days),
    check: () => {
      const sum = checksum();
      for (const [index, row] of rows.entries()) {
        const decision = decide(row, row as never, days[index]!);
        if (decision.kind === "unanswerable") throw new Error(`Unanswerable: ${decision.reason} "${decision.name}"`);
        const { reason, duty_free, taxable, tax } = decision.outputs as { [name: string]: never };
        sum.add(reason!, duty_free!, taxable!, tax!);
      }
      return sum.text();
    },
  };
}

type Speed = { readonly speed: number; readonly ratio: number };

/** Contenders take turns, pass by pass, so that a busy machine slows all of them; ratios are those of one round. */
function measure(contenders: readonly Contender[]): Map<string, Speed> {
  const rounds = Array.from({ length: ROUNDS }, () => bestOf(contenders));
  return new Map(
    contenders.map(({ name }, index) => [
      name,
      {
        speed: median(rounds.map((best) => (ROWS / best[index]!) * 1000)),
        ratio: median(rounds.map((best) => best[0]! / best[index]!)),
      },
    ]),
  );
}

/**
 * The shortest pass of each contender in milliseconds of processor time, collector included: a machine that others
 * use too changes it little.
 */
function bestOf(contenders: readonly Contender[]): number[] {
  const best = contenders.map(() => Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < PASSES; turn++) {
    for (const [index, { pass }] of contenders.entries()) {
      const start = process.cpuUsage();
      pass();
      const { user, system } = process.cpuUsage(start);
      best[index] = Math.min(best[index]!, (user + system) / 1000);
    }
  }
  return best;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
