import { fork } from "node:child_process";
import path from "node:path";
import { ReplayError } from "./error.ts";
import type { ReplayJob } from "./job.ts";
import type { Progress } from "./replay.ts";
import type { ReplayResult } from "./result.ts";

/** What the child says to its parent. */
export type FromChild =
  | { readonly kind: "progress"; readonly lines: number; readonly all: number }
  | { readonly kind: "result"; readonly result: ReplayResult }
  | { readonly kind: "failed"; readonly id: string; readonly subject: string; readonly message: string };

/**
 * Replays in a process of its own: a native crash of DuckDB under memory pressure (duckdb#24965) then ends the replay and
 * not the node. Aborting ends the child.
 *
 * @throws ReplayError as `replay` does, and "replay/crashed" when the process ended without an answer
 */
export function replayApart(
  job: ReplayJob,
  progress: Progress = () => {},
  signal?: AbortSignal,
): Promise<ReplayResult> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, "child.ts"), {
      serialization: "advanced",
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      ...(signal === undefined ? {} : { signal }),
    });
    child.on("message", (data) => {
      const message = data as FromChild;
      if (message.kind === "progress") progress(message.lines, message.all);
      else if (message.kind === "result") resolve(message.result);
      else reject(new ReplayError(message.id, message.subject, message.message));
    });
    child.once("error", reject);
    child.once("exit", (status, ended) => {
      const how = ended ?? `status ${status}`;
      reject(new ReplayError("replay/crashed", how, `Cannot finish the replay: its process ended with ${how}`));
    });
    child.send(job);
  });
}
