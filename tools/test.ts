import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { startTestServer, TEST_SOCKET } from "@twinline/server/testing";
import { findBrowser } from "./browser.ts";
import { check } from "./check.ts";
import { ROOT } from "./checks/sources.ts";

/** One stage: test files that may share a process, or that each hold a server, a database or a browser. */
type Stage = {
  readonly name: string;
  readonly globs: readonly string[];
  readonly isolation: "none" | "process";
  readonly concurrency: number;
};

/** A journey restarts a node on whatever machine this is; a test that hangs still ends. */
const TEST_TIMEOUT_MS = 300_000;

const stages: readonly Stage[] = [
  {
    name: "pure",
    isolation: "none",
    concurrency: 1,
    globs: ["packages/{rulebook,journal,zone,insight,api,web}/**/*.test.ts", "tools/**/*.test.ts"],
  },
  {
    name: "server and commands",
    isolation: "process",
    concurrency: 2,
    globs: ["packages/{server,cli}/**/*.test.ts", "bench/**/*.test.ts", "chaos/**/*.test.ts"],
  },
  { name: "journeys", isolation: "process", concurrency: 2, globs: ["e2e/**/*.test.ts"] },
];

function filesOf(stage: Stage): readonly string[] {
  return globSync(stage.globs as string[], { cwd: ROOT, exclude: ["**/node_modules/**"] }).sort();
}

type Counts = { readonly passed: number; readonly failed: number };

/** Runs `node --test` on one stage, shows its output as it comes and reads its closing counts. */
function runStage(stage: Stage, files: readonly string[], environment: Record<string, string>): Promise<Counts> {
  const settings = [
    `--test-isolation=${stage.isolation}`,
    `--test-timeout=${TEST_TIMEOUT_MS}`,
    "--test-reporter=dot",
    "--test-reporter-destination=stdout",
    "--test-reporter=tap",
  ];
  const concurrency = stage.isolation === "process" ? [`--test-concurrency=${stage.concurrency}`] : [];
  const report = `${ROOT}/.cache/tap-${stage.name.replaceAll(" ", "-")}.txt`;
  const args = ["--test", ...settings, `--test-reporter-destination=${report}`, ...concurrency, ...files];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("error", reject);
    child.once("exit", (status) => resolve(readCounts(report, status ?? 1)));
  });
}

async function readCounts(report: string, status: number): Promise<Counts> {
  const tap = await readFile(report, "utf8").catch(() => "");
  for (const line of failures(tap)) console.log(line);
  const count = (word: string): number =>
    Number([...tap.matchAll(new RegExp(`^# ${word} (\\d+)`, "gm"))].at(-1)?.[1] ?? 0);
  const failed = count("fail") + count("cancelled");
  return { passed: count("pass"), failed: status === 0 ? failed : Math.max(1, failed) };
}

const FAILURE_LINES_MAX = 400;

/** What failed, once more at the end, where it is not lost between the dots. */
function failures(tap: string): readonly string[] {
  const lines = tap.split("\n");
  const failed = lines.flatMap((line, at) => {
    if (!/^\s*not ok /.test(line)) return [];
    const end = lines.findIndex((other, index) => index > at && /^\s*\.\.\.$/.test(other));
    return ["", ...lines.slice(at, end < 0 ? at + 1 : end)];
  });
  return failed.slice(0, FAILURE_LINES_MAX);
}

/** Builds the screens and weighs what each page loads before it works. */
async function weighScreens(say: (line: string) => void): Promise<Counts> {
  const { buildWeb } = await import("../packages/web/build.ts");
  const { checkBudgets } = await import("../packages/web/budgets.ts");
  await buildWeb();
  const { seen, lines, faults } = checkBudgets();
  for (const line of [...lines, ...faults]) say(`  ${line}`);
  return seen > 0 && faults.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function main(): Promise<number> {
  const only = process.argv.slice(2);
  const say = (line: string): void => console.log(line);
  let passed = 0;
  let failed = 0;
  if (only.length === 0) {
    if (check(say)) passed += 1;
    else failed += 1;
  }
  const browser = await findBrowser(say);
  if (!browser)
    say("No browser could be found or installed: the journeys fail. Install chromium, or set TWINLINE_BROWSER");
  await using database = await startTestServer();
  const surroundings = {
    [TEST_SOCKET]: database.socket,
    NODE_COMPILE_CACHE: `${ROOT}/.cache/compile`,
    ...(browser ? { TWINLINE_BROWSER: browser } : {}),
  };
  if (only.length === 0) {
    say("\n— weight of the screens");
    const weighed = await weighScreens(say);
    passed += weighed.passed;
    failed += weighed.failed;
  }
  for (const stage of stages) {
    if (only.length > 0 && !only.some((name) => stage.name.startsWith(name))) continue;
    const files = filesOf(stage);
    say(`\n— ${stage.name}: ${files.length} files`);
    if (files.length === 0) continue;
    const counts = await runStage(stage, files, surroundings);
    say(`\n  ${stage.name}: ${counts.passed} passed, ${counts.failed} failed`);
    passed += counts.passed;
    failed += counts.failed;
  }
  say(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

await mkdir(`${ROOT}/.cache`, { recursive: true });
process.exitCode = await main();
