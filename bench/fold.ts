import { compileFold, type FoldBatch } from "@twinline/rulebook";
import type { Report } from "../tools/campaign/report.ts";
import { handWrittenFold } from "./allowance/hand-written-fold.ts";
import { loadAllowance } from "./allowance/law.ts";
import { seeded } from "./allowance/passages.ts";

const ROWS = 2_000_000;
const BATCH = 100_000;
const ROUNDS = 5;
const PERSONS = 80_000;
const FIRST_DAY = 19_723;
/** First passages spread over three years; then about three passages a day, every few weeks. */
const SPREAD = 900;
const PER_DAY = 3;
const DAYS_BETWEEN = 20;
const TOLD = 10_000_000;
/** Of the time of a loop that cannot tell late events or counts beyond their range, and seconds for ten million rows. */
const RATIO_MAX = 1.3;
const SECONDS_MAX = 2;

/** Rules in a loop over sorted columns, the day's sum as a local variable: compiled against written by hand. */
export async function run(report: Report, options: { readonly seed: number }): Promise<void> {
  const batches = batchesOf(options.seed);
  const create = compileFold(loadAllowance(), ["bought"]);
  const contenders = [
    () => {
      const fold = handWrittenFold();
      return total(batches, (batch) => {
        const { dutyFree, taxable, tax } = fold(batch);
        return [dutyFree, taxable, tax];
      });
    },
    () => {
      const fold = create();
      return total(batches, (batch) => {
        const { duty_free, taxable, tax } = fold(batch).outputs as { [name: string]: Float64Array };
        return [duty_free!, taxable!, tax!];
      });
    },
  ];
  const [expected, sum] = contenders.map((contender) => contender());
  report.verdict("fold.checksum", sum === expected, `${sum}, by hand ${expected}`);
  const [hand, compiled] = measure(contenders);
  report.figure("fold.hand-written", (hand! * TOLD) / ROWS, "ms/10M rows");
  report.figure("fold.compiled", (compiled! * TOLD) / ROWS, "ms/10M rows");
  report.figure("fold.ratio", compiled! / hand!, "ratio");
  report.verdict(
    "fold",
    compiled! / hand! <= RATIO_MAX,
    `${(compiled! / hand!).toFixed(2)} of hand-written, at most ${RATIO_MAX}`,
  );
  const seconds = (compiled! * TOLD) / ROWS / 1000;
  report.verdict(
    "fold.time",
    seconds <= SECONDS_MAX,
    `${seconds.toFixed(2)} s for ten million rows, at most ${SECONDS_MAX}`,
  );
}

/** People in order, about 25 passages each over three years. */
function batchesOf(seed: number): FoldBatch[] {
  const random = seeded(seed);
  const people = Array.from({ length: PERSONS }, () => ({
    residence: Math.floor(random() * 6),
    category: Math.floor(random() * 4),
    age: Math.floor(random() * 85),
  }));
  const perPerson = ROWS / PERSONS;
  return Array.from({ length: ROWS / BATCH }, (_, batch) => {
    const column = (write: (row: number) => number) =>
      Int32Array.from({ length: BATCH }, (_, row) => write(batch * BATCH + row));
    const personOf = (row: number) => Math.floor(row / perPerson);
    const dayOf = (row: number) => Math.floor((row % perPerson) / PER_DAY) * DAYS_BETWEEN;
    const legal = column((row) => FIRST_DAY + ((personOf(row) * 7) % SPREAD) + dayOf(row));
    return {
      rows: BATCH,
      law: legal,
      legal,
      subjects: { person: column(personOf) },
      facts: {
        residence: {
          values: column((row) => people[personOf(row)]!.residence),
          words: ["CN", "KZ", "KG", "UZ", "RU", "XX"],
        },
        category: {
          values: column((row) => people[personOf(row)]!.category),
          words: ["tourist", "resident", "trader", "crew"],
        },
        age: { values: column((row) => people[personOf(row)]!.age) },
        value: { values: column(() => Math.floor(random() * 600_000)) },
      },
    };
  });
}

function total(batches: readonly FoldBatch[], fold: (batch: FoldBatch) => Float64Array[]): number {
  return batches.reduce(
    (sum, batch) => sum + fold(batch).reduce((part, column) => part + column.at(-1)! + column[0]!, 0),
    0,
  );
}

/** The shortest pass of each in milliseconds of processor time, turn by turn. */
function measure(contenders: readonly (() => number)[]): number[] {
  const best = contenders.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, contender] of contenders.entries()) {
      const start = process.cpuUsage();
      contender();
      const { user, system } = process.cpuUsage(start);
      best[index] = Math.min(best[index]!, (user + system) / 1000);
    }
  }
  return best;
}
