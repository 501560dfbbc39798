import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Folded, openHistory, sqlText, storeCounters } from "@twinline/insight";
import type { CampaignOptions, Report } from "../tools/campaign/report.ts";
import { loadPolicies } from "./replay/policies.ts";
import { generated, handWritten, WINDOW } from "./replay/queries.ts";
import { decidedAtTheGate } from "./replay/sample.ts";
import { COLUMNS, loadSql, passagesFile, scratchDatabase } from "./replay/table.ts";
import { takeTurns, type Way } from "./replay/turns.ts";
import { compared, folded, LAW, type Policies } from "./replay/ways.ts";

const ROWS = 10_000_000;
const SAMPLE_ROWS = 200_000;
/** A history of many years, whose memory is to be watched: only on request. */
const FAR = 50_000_000;
/** Turns each way takes; ratios are of the best, taken in the same run. */
const TURNS = 5;

const GENERATED_MAX = 1.15;
const STORED_MIN = 4;
const FOLD_MAX = 2;
/** What the process may take at its peak in MB of a million bytes, DuckDB and JavaScript together. */
const MEMORY_MAX = 1500;

/** Two rulebooks over seeded passages: generated SQL against hand-written, stored counters, and the exact fold. */
export async function run(report: Report, { args }: CampaignOptions): Promise<void> {
  const { rows, turns } = sizesOf(args);
  const policies = loadPolicies();
  const file = await passagesFile(rows, report.say);
  await using history = await openHistory();
  const { connection } = history;
  using scratch = scratchDatabase();
  for (const statement of scratch.statements) await connection.run(statement);
  for (const statement of loadSql(file)) await connection.run(statement);
  await checkSample(report, connection, policies, rows);
  await makeStored(report, connection, policies);
  await measure(report, connection, policies, rows, turns);
  if (rows < FAR) report.say(`${FAR} rows: not run (npm run bench -- replay -- --rows ${FAR})`);
  const peak = (process.resourceUsage().maxRSS * 1024) / 1e6;
  report.figure("replay.memory.peak", peak, "MB");
  report.verdict("replay.memory", peak <= MEMORY_MAX, `${peak.toFixed(0)} MB, at most ${MEMORY_MAX}`);
}

/** One turn is enough where memory is the question, and ratios are not. */
function sizesOf(args: readonly string[]): { readonly rows: number; readonly turns: number } {
  const options = { rows: { type: "string" }, turns: { type: "string" } } as const;
  const { values } = parseArgs({ args: [...args], options, strict: false });
  const rows = Number(values.rows ?? ROWS);
  const turns = Number(values.turns ?? TURNS);
  if (!Number.isInteger(rows) || rows < 1_000) throw new RangeError(`Cannot replay "${values.rows}" rows`);
  if (!Number.isInteger(turns) || turns < 1) throw new RangeError(`Cannot take "${values.turns}" turns`);
  return { rows, turns };
}

async function numbers(connection: DuckDBConnection, sql: string): Promise<readonly bigint[]> {
  const read = await connection.runAndReadAll(sql);
  return read.getRows()[0]!.map((value) => BigInt(value as bigint));
}

/** Every way gives what the gate's own code gives, on whole people, so that all their counters are in the sample. */
async function checkSample(
  report: Report,
  connection: DuckDBConnection,
  policies: Policies,
  rows: number,
): Promise<void> {
  const every = Math.max(1, Math.round(rows / SAMPLE_ROWS));
  await connection.run(`create table sample as select * from x where person % ${every} = 0 order by seq`);
  const { base, reform } = policies;
  const gate = await decidedAtTheGate(connection, base, "sample", undefined);
  const ways = {
    "hand-written": await numbers(connection, handWritten(`(select *, ${WINDOW} as bought from sample)`)),
    generated: await numbers(connection, generated(base, "sample", ["bought"])),
    fold: totalsOf(await folded(connection, { base, reform: base }, "sample", undefined), 0),
  };
  for (const [name, totals] of Object.entries(ways)) same(report, `replay.sample.${name}`, totals, gate);
  const later = await decidedAtTheGate(connection, reform, "sample", LAW);
  const both = await folded(connection, policies, "sample", LAW);
  same(report, "replay.sample.reform", totalsOf(both, 1), later);
  const [sums] = (await connection.runAndReadAll(sumsOf(compared(policies, "sample", [])))).getRows();
  const [, before, after] = sums!.map((value) => BigInt(value as bigint));
  same(report, "replay.sample.two-policies", [before!, after!], [totalsOf(both, 0)[4]!, later[4]!]);
}

/** Lines, tax of both and who pays less and more, over all groups. */
function sumsOf(comparison: string): string {
  return `select ${[2, 3, 4, 5, 6].map((index) => `sum(c${index})::bigint`).join(", ")} from (${comparison}) as g(m, r, c2, c3, c4, c5, c6, c7, c8)`;
}

function same(report: Report, name: string, found: readonly bigint[], expected: readonly bigint[]): void {
  const text = found.join(" ");
  report.verdict(name, text === expected.join(" "), `${text}, expected ${expected.join(" ")}`);
}

/** Rows, admitted, duty-free, taxable and tax of one of the two policies of a fold. */
function totalsOf({ groups, changes, lines }: Folded, policy: 0 | 1): readonly bigint[] {
  const [sums] = groups;
  const width = Math.sqrt(changes[0]!.length);
  const admitted = Array.from({ length: width }, (_, other) => changes[0]![policy === 0 ? other : other * width]!);
  const amounts = [0, 1, 2].map((index) => sums![1 + 2 * index + policy]!);
  return [lines, admitted.reduce((sum, count) => sum + count, 0), ...amounts].map((value) => BigInt(value));
}

/** The counted rows again in the types of `x`: Parquet has no ENUM of its own. */
function countedRows(file: string): string {
  return `select * replace (residence::residence as residence, category::category as category) from read_parquet(${sqlText(file)})`;
}

async function makeStored(report: Report, connection: DuckDBConnection, { base }: Policies): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "twinline-counted-"));
  try {
    const x = { source: "x", columns: COLUMNS, name: "x" };
    for (const figure of ["made", "found"]) {
      const started = performance.now();
      const { file, isKnown } = await storeCounters(connection, base, x, folder);
      report.figure(`replay.stored.${figure}`, performance.now() - started, "ms");
      report.verdict(`replay.stored.cache.${figure}`, isKnown === (figure === "found"), isKnown ? "found" : "made");
      if (isKnown) await connection.run(`create table counted as ${countedRows(file)}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(
  report: Report,
  connection: DuckDBConnection,
  policies: Policies,
  rows: number,
  turns: number,
): Promise<void> {
  const taken = await takeTurns(waysOf(connection, policies), turns);
  for (const [name, { wall, cpu }] of taken) {
    report.figure(`replay.${name}`, wall, "ms");
    report.figure(`replay.${name}.cpu`, cpu, "ms");
    report.figure(`replay.${name}.speed`, rows / wall / 1000, "Mrows/s");
  }
  const totals = (name: string) => taken.get(name)!.totals;
  for (const name of ["generated", "stored"])
    same(report, `replay.totals.${name}`, totals(name), totals("hand-written"));
  for (const name of ["two-policies-stored", "two-policies-fold"])
    same(report, `replay.totals.${name}`, totals(name), totals("two-policies"));
  const told = (name: string, value: number, kept: boolean, limit: string) => {
    report.figure(`replay.${name}.ratio`, value, "ratio");
    if (turns > 1) report.verdict(`replay.${name}`, kept, `${value.toFixed(2)}, ${limit}`);
  };
  if (turns === 1) report.say("one turn: ratios are told, and judged from two turns on");
  // One engine on the same threads: its CPU time says what wall time says, and moves less with the machine's load.
  const cpu = (name: string) => taken.get(name)!.cpu;
  const sql = cpu("generated") / cpu("hand-written");
  told("generated-to-hand-written", sql, sql <= GENERATED_MAX, `at most ${GENERATED_MAX}`);
  const stored = cpu("generated") / cpu("stored");
  told("window-to-stored", stored, stored >= STORED_MIN, `at least ${STORED_MIN}`);
  const fold = taken.get("two-policies-fold")!.wall / taken.get("two-policies")!.wall;
  told("fold-to-window", fold, fold <= FOLD_MAX, `at most ${FOLD_MAX}`);
}

function waysOf(connection: DuckDBConnection, policies: Policies): readonly Way[] {
  const { base } = policies;
  const comparison = async (table: string, stored: readonly string[]) =>
    numbers(connection, sumsOf(compared(policies, table, stored)));
  return [
    { name: "hand-written", work: () => numbers(connection, handWritten(`(select *, ${WINDOW} as bought from x)`)) },
    { name: "generated", work: () => numbers(connection, generated(base, "x", ["bought"])) },
    { name: "stored", work: () => numbers(connection, generated(base, "counted", [])) },
    { name: "two-policies", work: () => comparison("x", []) },
    { name: "two-policies-stored", work: () => comparison("counted", ["bought"]) },
    { name: "two-policies-fold", work: async () => comparedOf(await folded(connection, policies, "x", LAW)) },
  ];
}

function comparedOf({ groups, lines }: Folded): readonly bigint[] {
  const [sums] = groups;
  // Amounts are duty_free, taxable and tax, each of base and reform.
  return [lines, sums![5]!, sums![6]!, sums![7]!, sums![8]!].map((value) => BigInt(value));
}
