import fs from "node:fs";
import path from "node:path";
import { type Place, socketLock } from "./folders.ts";
import { isAlive } from "./process.ts";

const FILLED_WITHIN_MS = 2_000;
const hasProc = fs.existsSync("/proc/self/stat");

/**
 * After a kill -9: two lock files name the dead pid, and busy backends may live on without their parent. Systems without
 * /proc leave the judgement to PostgreSQL itself.
 */
export function clearRemains({ dataDir, socket }: Place): void {
  if (!hasProc) return;
  for (const lock of [path.join(dataDir, "postmaster.pid"), socketLock(socket)]) {
    const pid = readPid(lock);
    if (pid === undefined ? isBeingWritten(lock) : serves(pid, dataDir)) return;
    fs.rmSync(lock, { force: true });
  }
  endOrphans(dataDir);
}

/** A lock that another start made this moment and has not filled yet. */
function isBeingWritten(lock: string): boolean {
  const made = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Temporal.Now.instant().epochMilliseconds - made < FILLED_WITHIN_MS;
}

/** @returns the pid on the first line of a lock file, or undefined when there is none */
export function readPid(lock: string): number | undefined {
  try {
    const pid = Number.parseInt(fs.readFileSync(lock, "utf8"), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a PostgreSQL works on this folder now: starting, recovering or serving. */
export function isServed(dataDir: string): boolean {
  const pid = readPid(path.join(dataDir, "postmaster.pid"));
  return pid !== undefined && (hasProc ? serves(pid, dataDir) : isAlive(pid));
}

/** The pid is a PostgreSQL serving this folder: not gone, not a zombie, not another program that got the number. */
function serves(pid: number, dataDir: string): boolean {
  try {
    if (/\) [ZX] /.test(fs.readFileSync(`/proc/${pid}/stat`, "utf8"))) return false;
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(dataDir);
  } catch {
    return false;
  }
}

/** Backends without their postmaster hold its shared memory; they are known by title and working folder. */
function endOrphans(dataDir: string): void {
  for (const pid of fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (fs.readlinkSync(`/proc/${pid}/cwd`) !== dataDir) continue;
      if (fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").startsWith("postgres: "))
        process.kill(Number(pid), "SIGKILL");
    } catch {
      // NOTE: gone meanwhile, or another user's process.
    }
  }
}
