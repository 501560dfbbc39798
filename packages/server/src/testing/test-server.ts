import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { startPostgres, stopPostgres } from "../postgres/start.ts";

/** Names the socket folder of a server that the runner started for all test processes. */
export const TEST_SOCKET = "TWINLINE_TEST_SOCKET";

const PREFIX = "twinline-test-";

/** One embedded server for tests, in a folder named by the pid of its process. fsync stays on: the node insists on it. */
export async function startTestServer(): Promise<{ socket: string; stop(): Promise<void> }> {
  await removeAbandoned();
  const base = path.join(os.tmpdir(), `${PREFIX}${process.pid}`);
  const folder = path.join(base, "pg");
  const { socket } = await startPostgres(folder, () => {}, false);
  const stop = async () => {
    await stopPostgres(folder);
    fs.rmSync(base, { recursive: true, force: true });
  };
  return { socket, stop };
}

/** Stops the server of this process while the process ends, when nothing can be awaited any more. */
export function stopTestServerNow(): void {
  const base = path.join(os.tmpdir(), `${PREFIX}${process.pid}`);
  execFileSync(process.execPath, ["-e", STOP, path.join(base, "pg", "postmaster.pid")], { stdio: "ignore" });
  fs.rmSync(base, { recursive: true, force: true });
}

/** Immediate shutdown, then wait for the lock file to go; plain JavaScript for a process of its own. */
const STOP = `
const fs = require("node:fs");
const lock = process.argv[1];
if (fs.existsSync(lock)) {
  process.kill(parseInt(fs.readFileSync(lock, "utf8"), 10), "SIGINT");
  const timer = setInterval(() => fs.existsSync(lock) || clearInterval(timer), 5);
}`;

/** Servers of test processes that were killed. */
async function removeAbandoned(): Promise<void> {
  for (const name of fs.readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (isAlive(Number(name.slice(PREFIX.length)))) continue;
    const base = path.join(os.tmpdir(), name);
    await stopPostgres(path.join(base, "pg")).catch(() => {});
    fs.rmSync(base, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}
