import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import type { RecordedLine } from "@twinline/insight";
import type { Fact } from "@twinline/rulebook";
import type { Queries } from "../database.ts";
import { decidedPages } from "./decided-lines.ts";

/** What the node sends to the process that writes a history. */
export type ToHistoryChild =
  | {
      readonly kind: "generate";
      readonly file: string;
      readonly gate: string;
      readonly passages: number;
      readonly from: string;
      readonly seed: number;
    }
  | { readonly kind: "record"; readonly file: string; readonly facts: readonly Fact[] }
  | { readonly kind: "lines"; readonly lines: readonly RecordedLine[] }
  | { readonly kind: "end" };

type FromHistoryChild =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "taken" }
  | { readonly kind: "written"; readonly lines: number }
  | { readonly kind: "failed"; readonly message: string };

export type Told = (done: number, total: number) => void;

/** Made-up traffic is that of 2025, the year that its calibration is fitted to; the same seed gives the same file. */
export const GENERATED_YEAR = "2025-01-01";
const SEED = 1;

/**
 * Made-up traffic of a year in a file of its own, written once: the next replay over as many passages reads the same file.
 * @returns the file
 */
export async function generatedHistory(
  folder: string,
  gate: string,
  passages: number,
  told: Told,
  signal: AbortSignal,
): Promise<string> {
  const file = path.join(folder, `generated-${gate}-${passages}.parquet`);
  if (existsSync(file)) return file;
  const child = startChild(signal);
  child.send({ kind: "generate", file, gate, passages, from: GENERATED_YEAR, seed: SEED } satisfies ToHistoryChild);
  await written(child, told);
  return file;
}

/** What this journal decided under a rulebook, as a file. @returns the number of lines */
export async function recordedHistory(
  file: string,
  queries: Queries,
  rulebook: { readonly name: string; readonly facts: readonly Fact[] },
  told: Told,
  signal: AbortSignal,
): Promise<number> {
  const { rows } = await queries.query<{ last: number | null }>("select max(number) as last from entry");
  const total = rows[0]?.last ?? 0;
  const child = startChild(signal);
  const send = (message: ToHistoryChild) => child.connected && child.send(message);
  send({ kind: "record", file, facts: rulebook.facts });
  const whole = written(child, told);
  const feeding = (async () => {
    for await (const { last, lines } of decidedPages(queries, rulebook.name)) {
      if (lines.length > 0) {
        const taken = heard(child, "taken");
        send({ kind: "lines", lines });
        await Promise.race([taken, whole]);
      }
      told(last, total);
    }
    send({ kind: "end" });
  })();
  const [lines] = await Promise.all([whole, feeding]);
  return lines;
}

function startChild(signal: AbortSignal): ChildProcess {
  return fork(path.join(import.meta.dirname, "history-child.ts"), {
    serialization: "advanced",
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    signal,
  });
}

function heard(child: ChildProcess, kind: FromHistoryChild["kind"]): Promise<void> {
  return new Promise((resolve) => {
    const listen = (message: unknown): void => {
      if ((message as FromHistoryChild).kind !== kind) return;
      child.off("message", listen);
      resolve();
    };
    child.on("message", listen);
  });
}

/** Settles when the child has written the file. A native crash of DuckDB ends the child and not the node. */
function written(child: ChildProcess, told: Told): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on("message", (data) => {
      const message = data as FromHistoryChild;
      if (message.kind === "progress") told(message.done, message.total);
      else if (message.kind === "written") resolve(message.lines);
      else if (message.kind === "failed") reject(new Error(message.message));
    });
    child.once("error", reject);
    child.once("exit", (status, ended) =>
      reject(new Error(`Cannot write the history: its process ended with ${ended ?? `status ${status}`}`)),
    );
  });
}
