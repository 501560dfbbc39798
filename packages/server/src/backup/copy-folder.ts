import { createHash } from "node:crypto";
import fs from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import type { BackedUpFile } from "./manifest.ts";

const PIECE_BYTES = 1 << 17;
/** Files under way at once: each waits for its own flush. */
const FILES_AT_ONCE = 32;

/** Which files of a folder are copied, by their path below it. */
export type Wanted = (name: string) => boolean;

/**
 * Copies the wanted files below `from` to `to`, hashing what was written; empty folders come along, because PostgreSQL wants
 * them. A file that vanishes meanwhile is left out: a running server drops files, and its log knows of them.
 * @param below prefix of the paths in the list, e.g. "postgres"
 */
export async function copyFolder(from: string, to: string, below: string, wanted: Wanted): Promise<BackedUpFile[]> {
  fs.mkdirSync(to, { recursive: true, mode: 0o700 });
  const names: string[] = [];
  for (const entry of fs.readdirSync(from, { recursive: true, withFileTypes: true })) {
    const name = path.relative(from, path.join(entry.parentPath, entry.name)).split(path.sep).join("/");
    if (!wanted(name)) continue;
    if (entry.isDirectory()) fs.mkdirSync(path.join(to, name), { recursive: true, mode: 0o700 });
    if (entry.isFile()) names.push(name);
  }
  const files = await together(names, async (name) => {
    const copied = await copyFile(path.join(from, name), path.join(to, name));
    return copied === undefined ? [] : [{ path: `${below}/${name}`, ...copied }];
  });
  return files.flat();
}

/** Does the work for all, some at once; the results stand in the order of the items. */
export async function together<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += FILES_AT_ONCE)
    results.push(...(await Promise.all(items.slice(at, at + FILES_AT_ONCE).map(work))));
  return results;
}

type Copied = Pick<BackedUpFile, "bytes" | "sha256">;

/** Undefined when the file is gone. What was copied is flushed. */
export async function copyFile(source: string, target: string): Promise<Copied | undefined> {
  let input: Awaited<ReturnType<typeof open>>;
  try {
    input = await open(source, "r");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw cause;
  }
  fs.mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
  await using read = input;
  await using output = await open(target, "w", 0o600);
  const hash = createHash("sha256");
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  let bytes = 0;
  for (;;) {
    const { bytesRead } = await read.read(piece, 0, PIECE_BYTES, bytes);
    if (bytesRead === 0) break;
    const part = piece.subarray(0, bytesRead);
    hash.update(part);
    await output.write(part, 0, bytesRead, bytes);
    bytes += bytesRead;
  }
  await output.sync();
  return { bytes, sha256: hash.digest("hex") };
}
