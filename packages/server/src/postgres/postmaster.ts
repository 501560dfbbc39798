import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PostgresError } from "./error.ts";
import type { Place } from "./folders.ts";
import { serverIdentity } from "./identity.ts";
import { serverEnvironment } from "./initialise.ts";
import { readPid } from "./remains.ts";

const STOP_PATIENCE_MS = 30_000;
const STOP_POLL_MS = 10;

/** A running postmaster as its parent sees it: `failure` is set when it could not even be started. */
export type Postmaster = { child: ChildProcess; failure?: Error };

/** Starts the server detached: it outlives Node, and the next start attaches to it. No network, no TLS: socket only. */
export function runPostmaster(root: string, { dataDir, socket }: Place, detached = true): Postmaster {
  const log = fs.openSync(path.join(dataDir, "server.log"), "a", 0o600);
  const settings = ["listen_addresses=", `unix_socket_directories=${socket}`, "shared_buffers=128MB"];
  const child = spawn(path.join(root, "bin", "postgres"), ["-D", dataDir, ...settings.flatMap((s) => ["-c", s])], {
    ...serverIdentity(),
    env: serverEnvironment,
    cwd: "/",
    stdio: ["ignore", log, log],
    detached,
  });
  fs.closeSync(log);
  const postmaster: Postmaster = { child };
  child.once("error", (cause) => {
    postmaster.failure = cause;
  });
  child.unref();
  return postmaster;
}

/** Fast shutdown: open transactions are rolled back, the rest is on disk. Done when the lock file is gone. */
export async function stopPostmaster(dataDir: string): Promise<void> {
  const lock = path.join(dataDir, "postmaster.pid");
  const pid = readPid(lock);
  if (pid === undefined) return;
  signal(pid, "SIGINT");
  for (const until = performance.now() + STOP_PATIENCE_MS; fs.existsSync(lock); await sleep(STOP_POLL_MS)) {
    if (performance.now() < until) continue;
    throw new PostgresError("postgres/stop", `Cannot stop PostgreSQL (process ${pid}): see "${dataDir}/server.log"`, {
      pid,
      dataDir,
    });
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ESRCH") throw cause;
  }
}
