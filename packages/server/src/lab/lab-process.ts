import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { RequestError } from "../errors.ts";
import type { AnalysisName } from "./analyses.ts";

export type ToLab = { readonly id: number; readonly name: AnalysisName; readonly input: unknown };
export type FromLab =
  | { readonly id: number; readonly kind: "done"; readonly text: string }
  | { readonly id: number; readonly kind: "failed"; readonly problem: string; readonly message: string };

/** Questions that may be open at once, answers that are remembered, time for one, and idle time until the process ends. */
export const LAB_OPEN_MAX = 8;
export const LAB_KEPT_MAX = 60;
export const LAB_TIMEOUT_MS = 30_000;
export const LAB_IDLE_MS = 120_000;

type Open = { readonly resolve: (text: string) => void; readonly reject: (error: Error) => void };

/**
 * Published models and analyses in a process of their own: a gate that decides does not wait for a Monte Carlo run. The process
 * starts with the first question and ends when nobody asks; the same question is answered from memory.
 */
export class LabProcess {
  readonly #open = new Map<number, Open>();
  readonly #kept = new Map<string, string>();
  /** A question that is asked again while it is being answered is answered once. */
  readonly #asking = new Map<string, Promise<string>>();
  #child: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;
  #asked = 0;

  /** The answer as JSON text. Throws RequestError 422 when the model refuses the input, 429 when too many ask. */
  async ask(name: AnalysisName, input: object): Promise<string> {
    const key = `${name} ${JSON.stringify(input)}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    if (this.#open.size >= LAB_OPEN_MAX && !this.#asking.has(key))
      throw new RequestError("lab/busy", 429, `Cannot compute "${name}": ${LAB_OPEN_MAX} questions are open`, {
        retryAfterSeconds: 5,
        texts: busy,
      });
    const asking = this.#asking.getOrInsertComputed(key, () => this.#send(name, input));
    const text = await asking.finally(() => this.#asking.delete(key));
    if (this.#kept.size >= LAB_KEPT_MAX) this.#kept.delete(this.#kept.keys().next().value ?? "");
    this.#kept.set(key, text);
    return text;
  }

  close(): void {
    clearTimeout(this.#idle);
    this.#child?.kill();
    this.#child = undefined;
  }

  #send(name: AnalysisName, input: object): Promise<string> {
    const id = ++this.#asked;
    const child = this.#start();
    const timer = setTimeout(() => this.close(), LAB_TIMEOUT_MS);
    const answer = new Promise<string>((resolve, reject) => this.#open.set(id, { resolve, reject }));
    child.send({ id, name, input } satisfies ToLab);
    return answer.finally(() => {
      clearTimeout(timer);
      this.#open.delete(id);
      clearTimeout(this.#idle);
      this.#idle = setTimeout(() => this.close(), LAB_IDLE_MS);
      this.#idle.unref();
    });
  }

  #start(): ChildProcess {
    if (this.#child !== undefined) return this.#child;
    const child = fork(path.join(import.meta.dirname, "lab-child.ts"), {
      serialization: "advanced",
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    child.on("message", (data) => {
      const message = data as FromLab;
      const open = this.#open.get(message.id);
      if (message.kind === "done") open?.resolve(message.text);
      else open?.reject(refused(message.problem, message.message));
    });
    const ended = (): void => {
      if (this.#child === child) this.#child = undefined;
      for (const { reject } of this.#open.values()) reject(refused("lab/ended", "Cannot compute: the process ended"));
    };
    child.once("error", ended);
    child.once("exit", ended);
    this.#child = child;
    return child;
  }
}

const busy = {
  zh: "计算任务过多，请稍后再试。",
  kk: "Есептеулер көп, сәл кейін қайталап көріңіз.",
  ru: "Слишком много расчётов, повторите чуть позже.",
  en: "Too many calculations are under way; try again shortly.",
};

function refused(id: string, message: string): RequestError {
  return new RequestError(id, 422, message, {
    texts: {
      zh: `无法用这些数据计算：${message}`,
      kk: `Бұл деректермен есептеу мүмкін емес: ${message}`,
      ru: `С этими данными посчитать нельзя: ${message}`,
      en: `This cannot be computed: ${message}`,
    },
  });
}
