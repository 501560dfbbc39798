import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net, { type AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";

const MAIN = path.join(import.meta.dirname, "..", "main.ts");

/** A node that starts where it should refuse is ended, so that no test waits for ever. */
const LIFE_MS = 60_000;

/** Nothing of the caller's own settings reaches the nodes under test. */
const surroundings = {
  PATH: process.env.PATH ?? "",
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? "",
  TWINLINE_NO_BUILD: "1",
};

type Started = { child: ChildProcess; url: string; lines: string[]; ended: Promise<number | null> };

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), "twinline-cli-"));
  fs.chmodSync(base, 0o755);
  const folder = path.join(base, "zone");
  try {
    await work(folder);
  } finally {
    endPostgres(folder);
    fs.rmSync(base, { recursive: true, force: true, maxRetries: 20 });
  }
}

/** A test that failed half-way may leave the folder's server behind. */
function endPostgres(folder: string): void {
  try {
    process.kill(
      Number.parseInt(fs.readFileSync(path.join(folder, "postgres", "postmaster.pid"), "utf8"), 10),
      "SIGQUIT",
    );
  } catch {
    // NOTE: no server runs there, as it should be.
  }
}

function run(args: readonly string[], env: Record<string, string> = {}): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, [MAIN, "start", ...args], {
    env: { ...surroundings, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: LIFE_MS,
  });
  let said = "";
  for (const stream of [child.stdout!, child.stderr!])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  return { child, said: () => said };
}

/** Starts and waits for the five lines. */
async function start(folder: string): Promise<Started> {
  const { child, said } = run(["--data", folder, "--port", "0"]);
  const ended = once(child, "exit").then(([code]) => code as number | null);
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!said().includes("Sign in")) {
    if (over) throw new Error(`It ended: ${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const lines = said()
    .split("\n")
    .filter((line) => line.includes("http://localhost:"));
  return { child, url: new URL(lines[0]!.split(/\s+/)[1]!).origin, lines, ended };
}

async function refused(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const { child, said } = run(args, env);
  const [code] = (await once(child, "exit")) as [number | null];
  assert.equal(code, 3, said());
  assert.doesNotMatch(said(), /^ {4}at /m, "a sentence, not a stack trace");
  return said();
}

test("start prints where to go, answers, and ends cleanly at SIGTERM with its database", () =>
  withFolder(async (folder) => {
    const { child, url, lines, ended } = await start(folder);
    assert.deepEqual(
      lines.map((line) => line.slice(0, 10).trim()),
      ["Gate", "Console", "Visitors", "API", "Sign in"],
    );
    assert.equal((await fetch(`${url}/api/openapi.json`)).status, 200);
    assert.match(
      await refused(["--data", folder, "--port", "0"]),
      /another node writes this journal already \(process \d+/,
    );
    child.kill("SIGTERM");
    assert.equal(await ended, 0);
    assert.ok(!fs.existsSync(path.join(folder, "postgres", "postmaster.pid")));
  }));

test("After kill -9 the next start takes over at once, and Ctrl-C ends it, though npm repeats it", () =>
  withFolder(async (folder) => {
    const first = await start(folder);
    first.child.kill("SIGKILL");
    await first.ended;
    const second = await start(folder);
    assert.equal((await fetch(`${second.url}/api/openapi.json`)).status, 200);
    second.child.kill("SIGINT");
    second.child.kill("SIGINT");
    assert.equal(await second.ended, 0);
    assert.ok(!fs.existsSync(path.join(folder, "postgres", "postmaster.pid")));
  }));

test("Under npm the node ends with the shell that npm put before it", () =>
  withFolder(async (folder) => {
    const command = `"${process.execPath}" "${MAIN}" start --data "${folder}" --port 0; true`;
    const env = { ...surroundings, npm_lifecycle_event: "start" };
    const shell = spawn("sh", ["-c", command], { env, stdio: ["ignore", "pipe", "inherit"], timeout: LIFE_MS });
    let said = "";
    shell.stdout!.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    const lock = path.join(folder, "postgres", "postmaster.pid");
    while (!said.includes("Sign in") && shell.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 10));
    assert.ok(fs.existsSync(lock));
    shell.kill("SIGTERM");
    await once(shell.stdout!, "close");
    assert.ok(!fs.existsSync(lock), "node and database ended cleanly");
  }));

test("What cannot start says what to do in a sentence, with exit status 3", () =>
  withFolder(async (folder) => {
    const other = net.createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    assert.match(await refused(["--data", folder, "--port", String(port)]), /choose another with --port/);
    other.close();
    const said = await refused([], { DATABASE_URL: "postgresql://twinline_app:Tiger7@db.example/zone" });
    assert.match(said, /add sslmode=verify-full/);
    assert.ok(!said.includes("Tiger7"));
  }));

test("An unknown option is a usage error", async () => {
  const { child, said } = run(["--prot", "7400"]);
  assert.deepEqual(await once(child, "exit"), [2, null]);
  assert.match(said(), /usage: twinline start/);
});
