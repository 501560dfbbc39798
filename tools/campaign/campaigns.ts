import { execFileSync } from "node:child_process";
import { globSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../checks/sources.ts";
import { type Campaign, createReport, type Tally } from "./report.ts";

const SECONDS_DEFAULT = 60;
const SEED_DEFAULT = 20261121;

function commit(): string {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: ROOT, encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
}

function isCampaign(value: unknown): value is Campaign {
  return typeof value === "object" && value !== null && "run" in value && typeof value.run === "function";
}

/** Campaigns are the files of the folder that are no part of another: `<folder>/<name>.ts`. */
export function campaignNames(folder: string): readonly string[] {
  const files = globSync("*.ts", { cwd: path.join(ROOT, folder) });
  return files
    .filter((file) => file !== "main.ts" && !file.endsWith(".test.ts"))
    .map((file) => file.slice(0, -3))
    .sort();
}

/**
 * Runs the named campaigns of `bench` or `chaos`, all but the longest when none is named: seed, commit and machine first, then the
 * figures, then `N passed, N failed`. The status is 0 when every verdict was kept, 1 when one was not, 2 for a wrong name.
 */
export async function runCampaigns(folder: "bench" | "chaos", argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { seed: { type: "string" }, seconds: { type: "string" } },
  });
  const out = (line: string): void => console.log(line);
  const known = campaignNames(folder);
  const wanted = positionals.slice(0, 1);
  if (wanted[0] !== undefined && !known.includes(wanted[0])) {
    console.error(`Cannot find "${wanted[0]}" in ${folder}: it has ${known.join(", ")}`);
    return 2;
  }
  const seed = Number(values.seed ?? SEED_DEFAULT);
  const seconds = Number(values.seconds ?? SECONDS_DEFAULT);
  out(
    `seed ${seed}\ncommit ${commit()}\nmachine ${os.cpus().length} × ${os.cpus()[0]?.model ?? "unknown"}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
  );
  const tally: Tally = { passed: 0, failed: 0 };
  const report = createReport(out, tally);
  for (const name of wanted.length > 0 ? wanted : known) {
    out(`\n${folder} ${name}`);
    const module: unknown = await import(path.join(ROOT, folder, `${name}.ts`));
    if (!isCampaign(module)) throw new Error(`${folder}/${name}.ts exports no run`);
    if (module.onlyByName && wanted.length === 0) {
      out(`not run: it takes long, name it to run it (npm run ${folder} -- ${name})`);
      continue;
    }
    await module.run(report, { seed, seconds, args: positionals.slice(1) }).catch((error: unknown) => {
      report.verdict(name, false, error instanceof Error ? (error.stack ?? error.message) : String(error));
    });
  }
  out(`\n${tally.passed} passed, ${tally.failed} failed`);
  return tally.failed === 0 ? 0 : 1;
}
