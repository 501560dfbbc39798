import { performance } from "node:perf_hooks";
import type { SeededFault, Trail } from "../tools/campaign/planted.ts";
import type { CampaignOptions, Report } from "../tools/campaign/report.ts";
import { type Agreement, compareEngines } from "./rulebook/agreement.ts";
import { checkArithmetic } from "./rulebook/arithmetic.ts";
import { openClickHouse } from "./rulebook/clickhouse/open-clickhouse.ts";
import { closures, type Engine, openDuckDb, source, sqlEngine } from "./rulebook/engines.ts";
import { seededFaults } from "./rulebook/faults.ts";
import { columnFold, compareHistories, windowsOf } from "./rulebook/histories.ts";
import { huntIn } from "./rulebook/planted.ts";
import { openPostgres } from "./rulebook/postgres.ts";

const RULEBOOKS = 200;
const ROWS = 1000;
const ARITHMETIC = 1_000_000;
const EVENTS = 4000;
const SHOWN_MAX = 5;
/** Hunts at once. */
const HUNTERS = 2;

/**
 * Guards of the rulebook language: generated rulebooks and rows told alike by every back end, roundings and calendar
 * against references, counters as windows against the fold, and seeded faults in the compiler that all are found.
 */
export async function run(report: Report, { seed }: CampaignOptions): Promise<void> {
  const wrong = checkArithmetic(seed, ARITHMETIC);
  report.figure("rulebook.arithmetic", ARITHMETIC, "values");
  report.verdict("rulebook.arithmetic equals its references", wrong.length === 0, wrong.join("; ") || "no difference");
  const duckdb = await openDuckDb();
  const postgres = await openPostgres();
  const clickhouse = openClickHouse();
  try {
    const dialects = [
      ["duckdb", duckdb.run] as const,
      ["postgres", postgres.run] as const,
      ...(clickhouse ? [["clickhouse", clickhouse.run] as const] : []),
    ];
    const engines = [source, closures, ...dialects.map(([name, run]) => sqlEngine(name, run))];
    await agree(report, engines, seed);
    for (const way of [columnFold, ...dialects.map(([name, run]) => windowsOf(name, run))]) {
      const { events, differences } = await compareHistories(way, seed, EVENTS);
      const shown = differences.slice(0, SHOWN_MAX).join("; ");
      report.verdict(
        `counters: one by one = ${way.name}`,
        differences.length === 0,
        shown || `${events} events, equal`,
      );
    }
  } finally {
    duckdb.close();
    clickhouse?.close();
    await postgres.close();
  }
  if (clickhouse === undefined) report.say("  clickhouse: cannot be installed here, its SQL is not run");
  await findFaults(report, seed);
}

async function agree(report: Report, engines: readonly Engine[], seed: number): Promise<void> {
  const start = performance.now();
  const agreement = await compareEngines(engines, { seed, rulebooks: RULEBOOKS, rows: ROWS, stopAt: SHOWN_MAX });
  const names = engines.map(({ name }) => name).join(" = ");
  tell(report, names, agreement, (performance.now() - start) / 1000);
}

function tell(report: Report, names: string, agreement: Agreement, seconds: number): void {
  const { cases, rulebooks, unanswerable, milliseconds, differences } = agreement;
  report.figure("rulebook.cases", cases, "cases");
  report.figure("rulebook.rulebooks", rulebooks, "rulebooks");
  report.figure("rulebook.unanswerable", unanswerable, "cases");
  for (const [name, time] of milliseconds) report.figure(`rulebook.${name}`, time / 1000, "s");
  report.figure("rulebook.seconds", seconds, "s");
  const shown = differences.map((each) => `seed ${each.seed}: ${each.engine} tells ${each.told}, not ${each.expected}`);
  report.verdict(`${names}, value by value`, differences.length === 0, shown.join("; ") || "equal");
}

async function findFaults(report: Report, seed: number): Promise<void> {
  const start = performance.now();
  const control = await huntIn(undefined, seed);
  report.verdict("the hunt finds nothing where nothing is planted", control.kind === "none", control.told);
  const trails = new Map<SeededFault, Trail>();
  const open = [...seededFaults];
  const hunter = async () => {
    for (let fault = open.shift(); fault !== undefined; fault = open.shift())
      trails.set(fault, await huntIn(fault, seed));
  };
  await Promise.all(Array.from({ length: HUNTERS }, hunter));
  for (const fault of seededFaults) {
    const { kind, told } = trails.get(fault)!;
    report.say(`  ${kind.padEnd(6)} ${fault.name}: ${told.slice(0, 140)}`);
  }
  const found = seededFaults.filter((fault) => trails.get(fault)!.kind === "found").length;
  report.figure("rulebook.faults", found, "found");
  report.figure("rulebook.hunt", (performance.now() - start) / 1000, "s");
  report.verdict("all seeded faults found", found === seededFaults.length, `${found} of ${seededFaults.length}`);
}
