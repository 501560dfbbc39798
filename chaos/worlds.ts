import type { SeededFault, Trail } from "../tools/campaign/planted.ts";
import type { CampaignOptions, Report } from "../tools/campaign/report.ts";
import { huntTogether } from "./worlds/crew.ts";
import { huntIn, seededFaults } from "./worlds/planted.ts";

const THREADS = 2;
/** Worlds that a minute must see, on two cores (promises.md L0). */
const WORLDS_A_MINUTE = 200_000;
const LINES_SHOWN = 12;

/**
 * Deterministic worlds of tills, a gate and a node on the product's own functions: after every action nobody is over,
 * rights are conserved, nothing counts twice, nothing is refused that should not be; in the end nothing is lost and every
 * copied disk is found. Then seeded faults, each with the smallest world that shows it.
 */
export async function run(report: Report, { seed, seconds }: CampaignOptions): Promise<void> {
  const wanted = Math.round((WORLDS_A_MINUTE * seconds) / 60);
  const began = performance.now();
  const hunted = await huntTogether(THREADS, { seed, worlds: wanted, seconds });
  const took = (performance.now() - began) / 1_000;
  const worlds = hunted.reduce((sum, one) => sum + one.worlds, 0);
  const actions = hunted.reduce((sum, one) => sum + one.actions, 0);
  report.figure("worlds", worlds, "worlds");
  report.figure("worlds.actions", actions, "actions");
  report.figure("worlds.seconds", took, "s");
  report.figure("worlds.rate", worlds / took, "worlds/s");
  const found = hunted.find((one) => one.found !== undefined);
  for (const line of found?.found?.tale ?? []) report.say(`  ${line}`);
  const told =
    found === undefined ? `${worlds} worlds, ${actions} actions` : `${found.found?.broken}; seed ${found.seed}`;
  report.verdict("every promise is kept after every action", found === undefined, told);
  report.verdict("enough worlds were lived", worlds >= wanted, `${worlds} of ${wanted} in ${took.toFixed(1)} s`);
  await findFaults(report, seed);
}

async function findFaults(report: Report, seed: number): Promise<void> {
  const began = performance.now();
  const trails = new Map<SeededFault, Trail>();
  const open = [...seededFaults];
  const hunter = async (): Promise<void> => {
    for (let fault = open.shift(); fault !== undefined; fault = open.shift())
      trails.set(fault, await huntIn(fault, seed));
  };
  await Promise.all(Array.from({ length: THREADS }, hunter));
  for (const fault of seededFaults) {
    const { kind, told } = trails.get(fault)!;
    report.say(`  ${kind.padEnd(6)} ${fault.name}`);
    for (const line of told.split("\n").slice(0, LINES_SHOWN)) report.say(`           ${line}`);
  }
  const found = seededFaults.filter((fault) => trails.get(fault)?.kind === "found").length;
  report.figure("worlds.faults", found, "found");
  report.figure("worlds.hunt", (performance.now() - began) / 1_000, "s");
  report.verdict("all seeded faults found", found === seededFaults.length, `${found} of ${seededFaults.length}`);
}
