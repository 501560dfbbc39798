import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { createChance } from "@twinline/insight";
import type { CampaignOptions, Report } from "../tools/campaign/report.ts";
import { type Mutant, mutantsOf } from "./mutation/mutants.ts";
import { Trial, type Verdict } from "./mutation/trial.ts";

const SOURCES = path.resolve(import.meta.dirname, "../packages/rulebook/src");
const SAMPLE = 100;
const SCORE_MIN = 0.9;
const WORKERS = 2;

/** A mutant takes the package's tests half a minute. */
export const onlyByName = true;

/**
 * Mutation of the rulebook language: of all small changes of its sources a seeded sample is tried, each against the
 * package's tests. `npm run chaos -- mutation [COUNT] [FOLDER]` tries COUNT mutants, of FOLDER below src alone.
 */
export async function run(report: Report, { seed, args }: CampaignOptions): Promise<void> {
  const [count = String(SAMPLE), folder = ""] = args;
  const all = findMutants(folder);
  const sample = drawn(all, Number(count), seed);
  report.figure("mutation.possible", all.length, "mutants");
  using first = new Trial();
  using second = new Trial();
  const sound = await first.control();
  second.limitMs = first.limitMs;
  report.verdict("the tests pass where nothing is changed", sound === "survived", sound);
  if (sound !== "survived") return;
  const verdicts = await tryAll(sample, [first, second].slice(0, WORKERS), report);
  const survivors = sample.filter((mutant) => verdicts.get(mutant) === "survived");
  const score = 1 - survivors.length / sample.length;
  report.figure("mutation.tried", sample.length, "mutants");
  const endless = sample.filter((mutant) => verdicts.get(mutant) === "timed out");
  report.figure("mutation.endless", endless.length, "mutants");
  report.figure("mutation.killed", sample.length - survivors.length, "mutants");
  report.verdict("mutation score", score >= SCORE_MIN, `${(100 * score).toFixed(1)} %, at least ${100 * SCORE_MIN} %`);
}

/** Mutants of everything that runs: tests, their helpers and the DMN reader, which has its own kit, are left out. */
function findMutants(folder: string): readonly Mutant[] {
  const files = globSync("**/*.ts", { cwd: SOURCES })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => file.startsWith(folder) && !/\.test\.ts$|^testing\/|^dmn\/|tmp-/.test(file))
    .sort();
  return files.flatMap((file) => mutantsOf(file, readFileSync(path.join(SOURCES, file), "utf8")));
}

function drawn(all: readonly Mutant[], count: number, seed: number): readonly Mutant[] {
  const chance = createChance(seed);
  const rest = [...all];
  return Array.from({ length: Math.min(count, all.length) }, () => rest.splice(chance.below(rest.length), 1)[0]!);
}

async function tryAll(
  sample: readonly Mutant[],
  trials: readonly Trial[],
  report: Report,
): Promise<ReadonlyMap<Mutant, Verdict>> {
  const verdicts = new Map<Mutant, Verdict>();
  const open = [...sample];
  const work = async (trial: Trial) => {
    for (let mutant = open.shift(); mutant !== undefined; mutant = open.shift()) {
      const verdict = await trial.try(mutant);
      verdicts.set(mutant, verdict);
      const { file, line, from, to } = mutant;
      if (verdict !== "killed") report.say(`  ${verdict} ${file}:${line}: ${from.slice(0, 80)} → ${to || "(nothing)"}`);
      if (verdicts.size % 20 === 0) report.say(`  ${verdicts.size} of ${sample.length} tried`);
    }
  };
  await Promise.all(trials.map(work));
  return verdicts;
}
