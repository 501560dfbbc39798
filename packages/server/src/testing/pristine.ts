import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { startPostgres, stopPostgres } from "../postgres/start.ts";

let made: Promise<string> | undefined;

/**
 * Fills a folder with a cluster that is as new as initdb makes it, at a tenth of the price: one is made for the process and
 * copied. For tests that need a server of their own, and are not about how one comes into being.
 */
export async function layPristineCluster(folder: string): Promise<void> {
  made ??= makePristine();
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  execFileSync("cp", ["-a", await made, folder]);
}

async function makePristine(): Promise<string> {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), "twinline-pristine-"));
  fs.chmodSync(base, 0o755);
  process.on("exit", () => fs.rmSync(base, { recursive: true, force: true }));
  const folder = path.join(base, "pg");
  await startPostgres(folder, () => {}, false);
  await stopPostgres(folder);
  return folder;
}
