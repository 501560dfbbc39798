import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";

/** The database's own files take 60 MB and its write-ahead log up to 1 GB; the rest is what a fault fills. */
const SIZE_MB = 1_500;
const CHUNK = Buffer.alloc(1 << 20);

/** A file system of our own that is small enough to fill. */
export type SmallDisk = {
  readonly folder: string;
  readonly fill: () => Promise<void>;
  readonly free: () => Promise<void>;
  readonly unmount: () => void;
};

/** Mounts one below `folder`; undefined where we may not (not root, no tmpfs): then "disk full" is not among the faults. */
export function mountSmallDisk(folder: string): SmallDisk | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const place = path.join(folder, "disk");
  mkdirSync(place, { recursive: true });
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE_MB}M,mode=0755`, "tmpfs", place]);
  if (mounted.status !== 0) return undefined;
  const ballast = path.join(place, "ballast");
  return {
    folder: place,
    fill: () => fill(ballast),
    free: async () => rmSync(ballast, { force: true }),
    unmount: () => void spawnSync("umount", ["-l", place]),
  };
}

async function fill(file: string): Promise<void> {
  const handle = await open(file, "w");
  try {
    for (;;) await handle.write(CHUNK);
  } catch {
    // NOTE: no space is left, which is what was wanted.
  } finally {
    await handle.close();
  }
}
