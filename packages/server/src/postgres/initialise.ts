import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { PostgresError } from "./error.ts";
import { privateFolder } from "./folders.ts";
import { serverIdentity } from "./identity.ts";
import { isAlive } from "./process.ts";

/** Superuser of the embedded server; it owns the tables, and the node never works as it (promises.md P30). */
export const OWNER = "app";

const SETTINGS = ["-A", "trust", "-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
const SAFETY = ["--locale=C.UTF-8", "--data-checksums"];

/** Nothing of the caller's environment reaches the server but the path. */
export const serverEnvironment = { PATH: process.env.PATH ?? "", LC_ALL: "C.UTF-8" };

/** Makes the cluster in a folder beside and renames it when whole: a killed initdb leaves a folder that never starts. */
export async function initialise(root: string, dataDir: string): Promise<void> {
  if (isCluster(dataDir)) return;
  assertEmpty(dataDir);
  removeAbandoned(dataDir);
  const fresh = `${dataDir}.new-${process.pid}-${randomBytes(4).toString("hex")}`;
  ownDrafts.add(fresh);
  privateFolder(fresh);
  try {
    await initdb(root, fresh);
    fs.renameSync(fresh, dataDir);
  } catch (cause) {
    fs.rmSync(fresh, { recursive: true, force: true });
    // NOTE: another process was quicker with the same folder; its cluster is as good.
    if (!isCluster(dataDir)) throw cause;
  } finally {
    ownDrafts.delete(fresh);
  }
}

/** Clusters that this process is making now; a folder with our pid that is not among them is of a pid that came back. */
const ownDrafts = new Set<string>();

function isCluster(dataDir: string): boolean {
  return fs.existsSync(path.join(dataDir, "PG_VERSION"));
}

function assertEmpty(dataDir: string): void {
  const found = fs.existsSync(dataDir) ? fs.readdirSync(dataDir) : [];
  if (found.length === 0) return;
  throw new PostgresError(
    "postgres/foreign-folder",
    `Cannot make a database in "${dataDir}": it holds "${found[0]}" and is not a PostgreSQL data folder; choose another with --data, or restore a backup into it`,
    { dataDir },
  );
}

/** Half-made clusters of starts that were killed; a living process keeps its own. */
function removeAbandoned(dataDir: string): void {
  const prefix = `${path.basename(dataDir)}.new-`;
  for (const name of fs.readdirSync(path.dirname(dataDir)).filter((entry) => entry.startsWith(prefix))) {
    const draft = path.join(path.dirname(dataDir), name);
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (pid === process.pid ? ownDrafts.has(draft) : isAlive(pid)) continue;
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

async function initdb(root: string, folder: string): Promise<void> {
  const child = spawn(path.join(root, "bin", "initdb"), ["-D", folder, "-U", OWNER, ...SETTINGS, ...SAFETY], {
    ...serverIdentity(),
    env: serverEnvironment,
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const status = await once(child, "close").then(
    ([code]) => code as number | null,
    (cause: unknown) => {
      said += String(cause);
      return null;
    },
  );
  if (status === 0) return;
  throw new PostgresError("postgres/initdb", `Cannot make a database in "${folder}": ${hint(said)}`, { folder });
}

/** Containers started with a number for a user have no entry for it, and PostgreSQL insists on one. */
function hint(said: string): string {
  if (said.includes("could not look up effective user ID"))
    return "this user id has no entry in /etc/passwd; start as a known user, or set DATABASE_URL to a PostgreSQL of your own";
  return said.trim().split("\n").slice(-3).join(" ");
}
