import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CutLine } from "./cut-line.ts";
import type { DeviceSetup, Order, Word } from "./messages.ts";

const POLL_MS = 25;

/** Devices that live and die together: one process, one line to the node, one folder of journals. */
export class Host implements AsyncDisposable {
  readonly name: string;
  readonly folder: string;
  readonly line: CutLine;
  readonly devices: readonly DeviceSetup[];
  readonly #nodeUrl: string;
  readonly #hear: (word: Word) => void;
  readonly #seed: number;
  readonly #pauseMs: number;
  #child: ChildProcess | undefined;
  #starts = 0;
  #left: readonly string[] | undefined;
  #ready = 0;

  private constructor(setup: HostOptions, line: CutLine) {
    this.name = setup.name;
    this.folder = setup.folder;
    this.line = line;
    this.devices = setup.devices;
    this.#nodeUrl = setup.nodeUrl;
    this.#hear = setup.hear;
    this.#seed = setup.seed;
    this.#pauseMs = setup.pauseMs;
  }

  static async open(setup: HostOptions): Promise<Host> {
    mkdirSync(setup.folder, { recursive: true });
    return new Host(setup, await CutLine.open(Number(new URL(setup.nodeUrl).port)));
  }

  /** Starts the process on the journals as they lie there. */
  start(): void {
    this.#starts += 1;
    const child = fork(path.join(import.meta.dirname, "host.ts"), { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    this.#child = child;
    child.on("message", (word: Word) => {
      if (word.kind === "drained") this.#left = word.left;
      if (word.kind === "ready") this.#ready = this.#starts;
      this.#hear(word);
    });
    const { folder, devices } = this;
    const seed = this.#seed + 7_919 * this.#starts;
    this.send({
      kind: "setup",
      seed,
      folder,
      nodeUrl: this.#nodeUrl,
      linePort: this.line.port,
      devices,
      pauseMs: this.#pauseMs,
    });
  }

  send(order: Order): void {
    if (this.#child?.connected) this.#child.send(order, () => {});
  }

  signal(name: NodeJS.Signals): void {
    this.#child?.kill(name);
  }

  /** Waits until its devices have read their journals. */
  async ready(): Promise<void> {
    while (this.#ready < this.#starts) {
      if (!this.isRunning) throw new Error(`The process of devices "${this.name}" ended by itself`);
      await sleep(POLL_MS);
    }
  }

  get isRunning(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  async kill(): Promise<void> {
    this.signal("SIGKILL");
    while (this.isRunning) await sleep(POLL_MS);
  }

  /** Lets the devices tell everything. Names the device of everything left untold; undefined when they were never done. */
  async drain(limitMs: number): Promise<readonly string[] | undefined> {
    const end = performance.now() + limitMs;
    this.send({ kind: "drain" });
    while (this.#left === undefined && performance.now() < end) await sleep(POLL_MS);
    return this.#left;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    await this.line[Symbol.asyncDispose]();
  }
}

export type HostOptions = {
  readonly name: string;
  readonly folder: string;
  readonly nodeUrl: string;
  readonly devices: readonly DeviceSetup[];
  readonly seed: number;
  readonly pauseMs: number;
  readonly hear: (word: Word) => void;
};
