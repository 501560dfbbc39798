import path from "node:path";
import { Worker } from "node:worker_threads";
import type { HallRequest, HallRun } from "@twinline/api";
import { RequestError } from "../errors.ts";
import type { FromHall } from "./hall-thread.ts";

/** Runs that are remembered, and of these how many may wait; one runs at a time, beside the node's own thread. */
export const HALLS_MAX = 20;
export const HALLS_WAITING_MAX = 4;
/** A run that takes longer is ended. */
export const HALL_MS_MAX = 60_000;
const RETRY_SECONDS = 10;
const HEAP_MB_MAX = 256;

type Kept = { run: HallRun };

/** The halls that somebody asked about. They are forgotten with the process: nothing was recorded. */
export class Halls {
  readonly #kept = new Map<string, Kept>();
  readonly #waiting: string[] = [];
  #busy: Worker | undefined;

  /** Asks for a run under a new id. Throws RequestError 429 while too many wait. */
  ask(id: string, asked: HallRequest): HallRun {
    if (this.#waiting.length >= HALLS_WAITING_MAX) {
      throw new RequestError("hall/busy", 429, "Cannot simulate the hall: others wait for theirs", {
        retryAfterSeconds: RETRY_SECONDS,
      });
    }
    const run: HallRun = { id, state: "waiting", percent: 0, asked };
    this.#kept.set(id, { run });
    this.#waiting.push(id);
    this.#forgetOldest();
    this.#next();
    return this.#kept.get(id)!.run;
  }

  find(id: string): HallRun | undefined {
    return this.#kept.get(id)?.run;
  }

  async close(): Promise<void> {
    this.#waiting.length = 0;
    await this.#busy?.terminate();
  }

  #forgetOldest(): void {
    for (const [id, { run }] of this.#kept) {
      if (this.#kept.size <= HALLS_MAX) return;
      if (run.state === "done" || run.state === "failed") this.#kept.delete(id);
    }
  }

  #next(): void {
    const id = this.#busy === undefined ? this.#waiting.shift() : undefined;
    const kept = id === undefined ? undefined : this.#kept.get(id);
    if (kept === undefined) return;
    kept.run = { ...kept.run, state: "running" };
    const worker = new Worker(path.join(import.meta.dirname, "hall-thread.ts"), {
      workerData: kept.run.asked,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB_MAX },
    });
    const timer = setTimeout(() => void worker.terminate(), HALL_MS_MAX);
    worker.unref();
    worker.on("message", (message: FromHall) => {
      kept.run =
        message.kind === "percent"
          ? { ...kept.run, percent: message.percent }
          : { ...kept.run, state: "done", percent: 100, result: message.result };
    });
    // What the thread threw is told by its end.
    worker.on("error", () => {});
    worker.once("exit", () => {
      clearTimeout(timer);
      if (kept.run.state === "running") kept.run = { ...kept.run, state: "failed" };
      this.#busy = undefined;
      this.#next();
    });
    this.#busy = worker;
  }
}
