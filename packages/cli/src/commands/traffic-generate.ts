import path from "node:path";
import { parseArgs } from "node:util";
import { generateTraffic, PASSAGES_MAX, writeTraffic } from "@twinline/insight";
import { type Command, type Effects, UsageError } from "../command.ts";

const GATE = "CN-1";

function wholeNumber(name: string, text: string | undefined, least: number, most: number): number {
  const value = Number(text);
  if (text === undefined || !Number.isInteger(value) || value < least || value > most)
    throw new UsageError(`--${name} takes a whole number from ${least} to ${most}`);
  return value;
}

function dayOf(text: string | undefined): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text ?? "", { overflow: "reject" });
  } catch {
    throw new UsageError(`--from takes a day as 2025-01-01, not "${text ?? ""}"`);
  }
}

async function run(args: readonly string[], effects: Effects): Promise<0> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      passages: { type: "string" },
      from: { type: "string" },
      seed: { type: "string", default: "1" },
      out: { type: "string" },
    },
  });
  if (!values.out) throw new UsageError("--out takes the Parquet file to write");
  const passages = wholeNumber("passages", values.passages, 1, PASSAGES_MAX);
  const seed = wholeNumber("seed", values.seed, 0, 2 ** 32 - 1);
  const days = generateTraffic({ passages, from: dayOf(values.from), seed });
  const written = await writeTraffic(path.resolve(effects.cwd, values.out), GATE, days, (done) => {
    if (effects.isTerminal) process.stderr.write(`\r${Math.round((100 * done) / passages)} % `);
  });
  if (effects.isTerminal) effects.err("");
  effects.out(`${written.passages} passages in ${written.rows} rows, seed ${seed}, written to ${values.out}`);
  return 0;
}

export const command: Command = {
  name: "traffic generate",
  usage: "traffic generate --passages N --from DATE [--seed S] --out FILE.parquet",
  about:
    "Writes made-up traffic of the Chinese gate, fitted to the sourced figures of 2025; the same seed gives the same file.",
  run,
};
