import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { placeOf } from "../postgres/folders.ts";
import { isAlive } from "../postgres/process.ts";
import { startPostgres, stopPostgres } from "../postgres/start.ts";

/** Names the socket folder of a server that the runner started for all test processes. */
export const TEST_SOCKET = "TWINLINE_TEST_SOCKET";

const PREFIX = "twinline-test-";

export type TestServer = { socket: string; stop(): Promise<void>; [Symbol.asyncDispose](): Promise<void> };

/** One embedded server for tests, in a folder named by the pid of its process. fsync stays on: the node insists on it. */
export async function startTestServer(): Promise<TestServer> {
  await removeAbandoned();
  const { socket } = await startPostgres(folderOf(process.pid), () => {}, false);
  const stop = () => remove(process.pid);
  return { socket, stop, [Symbol.asyncDispose]: stop };
}

/** Stops the server of this process while the process ends, when nothing can be awaited any more. */
export function stopTestServerNow(): void {
  const { dataDir } = placeOf(folderOf(process.pid));
  execFileSync(process.execPath, ["-e", STOP, path.join(dataDir, "postmaster.pid")], { stdio: "ignore" });
  removeFiles(process.pid);
}

function folderOf(pid: number): string {
  return path.join(os.tmpdir(), `${PREFIX}${pid}`, "pg");
}

async function remove(pid: number): Promise<void> {
  await stopPostgres(folderOf(pid));
  removeFiles(pid);
}

/** The data may lie elsewhere when the temporary folder is closed to the database's user. */
function removeFiles(pid: number): void {
  for (const folder of [placeOf(folderOf(pid)).dataDir, path.dirname(folderOf(pid))])
    fs.rmSync(folder, { recursive: true, force: true });
}

/** Fast shutdown, then wait for the lock file to go; plain JavaScript for a process of its own. */
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
    const pid = Number(name.slice(PREFIX.length));
    if (!isAlive(pid)) await remove(pid).catch(() => {});
  }
}
