import { FOUND } from "../../tools/campaign/found.ts";
import { compareEngines } from "./agreement.ts";
import { checkArithmetic } from "./arithmetic.ts";
import { closures, openDuckDb, source, sqlEngine } from "./engines.ts";
import { columnFold, compareHistories, windowsOf } from "./histories.ts";

const ARITHMETIC = 40_000;
const EVENTS = 600;
const RULEBOOKS = 120;
const ROWS = 120;

/** The campaign on a small scale, until the first difference; run as a program beside a copy of the sources. */
async function hunt(seed: number): Promise<string | undefined> {
  const [wrong] = checkArithmetic(seed, ARITHMETIC);
  if (wrong !== undefined) return wrong;
  const { run, close } = await openDuckDb();
  try {
    for (const way of [columnFold, windowsOf("duckdb", run)]) {
      const { differences } = await compareHistories(way, seed, EVENTS);
      if (differences.length > 0) return differences[0];
    }
    const engines = [source, closures, sqlEngine("duckdb", run)];
    const agreement = await compareEngines(engines, { seed, rulebooks: RULEBOOKS, rows: ROWS, stopAt: 1 });
    const [first] = agreement.differences;
    return first && `seed ${first.seed}: ${first.engine} tells ${first.told}, source ${first.expected}`;
  } finally {
    close();
  }
}

if (import.meta.main) {
  const told = await hunt(Number(process.argv[2])).catch((error: unknown) => `thrown: ${String(error).split("\n")[0]}`);
  if (told !== undefined) {
    console.log(told);
    process.exitCode = FOUND;
  }
}
