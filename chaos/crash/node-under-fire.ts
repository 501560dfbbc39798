import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOT } from "../../tools/checks/sources.ts";

const READY_MS = 60_000;
const POLL_MS = 20;

/** A port that nobody has at this moment. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A node as people start it, in a process of its own that can be killed, stopped and started again on its data. */
export class NodeUnderFire {
  readonly folder: string;
  readonly port: number;
  readonly url: string;
  #child: ChildProcess | undefined;
  #output = "";

  constructor(folder: string, port: number) {
    this.folder = folder;
    this.port = port;
    this.url = `http://localhost:${port}`;
  }

  /** Starts the process; it is ready when its status answers. Started again, it says how long that took. */
  async start(): Promise<number> {
    const began = performance.now();
    const args = [
      "packages/cli/src/main.ts",
      "start",
      "--side",
      "cn",
      "--data",
      this.folder,
      "--port",
      String(this.port),
    ];
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, TWINLINE_NO_BUILD: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (bytes: Buffer) => this.#keep(bytes.toString()));
    this.#child = child;
    while (!(await this.answers())) {
      if (performance.now() - began > READY_MS)
        throw new Error(`The node did not come up in ${READY_MS} ms:\n${this.#output.slice(-2_000)}`);
      if (child.exitCode !== null)
        throw new Error(`The node ended by itself with ${child.exitCode}:\n${this.#output.slice(-2_000)}`);
      await sleep(POLL_MS);
    }
    return performance.now() - began;
  }

  #keep(text: string): void {
    this.#output = (this.#output + text).slice(-100_000);
  }

  /** Last lines that the node wrote and that match, without repeats. */
  said(pattern: RegExp, most: number): readonly string[] {
    return [...new Set(this.#output.split("\n").filter((line) => pattern.test(line)))].slice(-most);
  }

  async answers(): Promise<boolean> {
    return fetch(`${this.url}/api/status`, { signal: AbortSignal.timeout(2_000) }).then(
      (response) => response.ok,
      () => false,
    );
  }

  /** Secret of the one-time link that a fresh zone prints. */
  get linkToken(): string {
    return /#link=([A-Za-z0-9_-]{43})/.exec(this.#output)?.[1] ?? "";
  }

  get isRunning(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  signal(name: NodeJS.Signals): void {
    this.#child?.kill(name);
  }

  /** Waits until the process is gone. */
  async gone(): Promise<void> {
    while (this.isRunning) await sleep(POLL_MS);
  }

  /** Folder of the embedded server; its first line of postmaster.pid is the process that all others belong to. */
  get databaseFolder(): string {
    return path.join(this.folder, "postgres");
  }

  get postmaster(): number | undefined {
    const file = path.join(this.databaseFolder, "postmaster.pid");
    const pid = existsSync(file) ? Number.parseInt(readFileSync(file, "utf8"), 10) : Number.NaN;
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  }
}
