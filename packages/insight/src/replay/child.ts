import type { FromChild } from "./apart.ts";
import { ReplayError } from "./error.ts";
import type { ReplayJob } from "./job.ts";
import { replay } from "./replay.ts";

/** Progress is told at most so often, in milliseconds. */
const TELL_EVERY = 200;

function send(message: FromChild): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = (error: Error | null): void => (error ? reject(error) : resolve());
    process.send?.(message, undefined, {}, sent);
  });
}

async function work(job: ReplayJob): Promise<void> {
  let told = 0;
  try {
    const result = await replay(job, (lines, all) => {
      const now = performance.now();
      if (now - told < TELL_EVERY) return;
      told = now;
      void send({ kind: "progress", lines, all });
    });
    await send({ kind: "result", result });
  } catch (error) {
    const known = error instanceof ReplayError ? { id: error.id, subject: error.subject } : undefined;
    const message = error instanceof Error ? error.message : String(error);
    await send({ kind: "failed", message, ...(known ?? { id: "replay/failed", subject: "" }) });
  }
  process.disconnect?.();
}

process.once("message", (job) => void work(job as ReplayJob));
