import { setTimeout as sleep } from "node:timers/promises";
import type { Lane } from "./node-client.ts";
import { NodeAnswerError } from "./node-client.ts";
import type { PlannedPassage } from "./passage-requests.ts";
import { PlayReport } from "./play-report.ts";

export const IN_FLIGHT_MAX = 256;
export const TRIES_MAX = 8;
const RETRY_LEAST_MS = 50;
const RETRY_MOST_MS = 2_000;

export type Play = {
  readonly passages: AsyncIterable<PlannedPassage>;
  readonly laneOf: (lane: string) => Promise<Lane>;
  /** Passages a second, kept whatever the answers take (open loop), up to IN_FLIGHT_MAX waiting. */
  readonly rate: number;
  readonly progress?: (report: PlayReport) => void;
  /** Aborted: nothing more is sent and nothing is asked again. */
  readonly signal?: AbortSignal | undefined;
};

/** Whether asking again with the same key can help: the node was busy, or nobody knows what became of the request. */
function isPassing(error: unknown): boolean {
  return !(error instanceof NodeAnswerError) || error.status === 503 || error.status === 429 || error.status === 408;
}

async function record(
  lane: Lane,
  planned: PlannedPassage,
  report: PlayReport,
  signal: AbortSignal | undefined,
): Promise<void> {
  const key = crypto.randomUUID();
  const started = performance.now();
  for (let tries = 1; ; tries++) {
    try {
      const answer = await lane.record(key, planned.request);
      report.answered(answer, performance.now() - started);
      return;
    } catch (error) {
      if (tries >= TRIES_MAX || !isPassing(error) || signal?.aborted) {
        report.failed(error);
        return;
      }
      report.retried();
      const asked = error instanceof NodeAnswerError ? error.retryAfterSeconds * 1_000 : 0;
      await sleep(Math.max(asked, Math.min(RETRY_MOST_MS, RETRY_LEAST_MS * 2 ** tries)));
    }
  }
}

/**
 * Feeds passages to a node as its lanes would: at the given rate, each traveller's own passages one after the other,
 * unknown outcomes asked again with the same key.
 */
export async function play({ passages, laneOf, rate, progress, signal }: Play): Promise<PlayReport> {
  const report = new PlayReport();
  const flying = new Set<Promise<void>>();
  const lastOf = new Map<number, Promise<void>>();
  const started = performance.now();
  let sent = 0;
  for await (const planned of passages) {
    if (signal?.aborted) break;
    const due = started + (sent * 1_000) / rate;
    if (due > performance.now()) await sleep(due - performance.now());
    while (flying.size >= IN_FLIGHT_MAX) await Promise.race(flying);
    const lane = await laneOf(planned.lane);
    const before = lastOf.get(planned.person) ?? Promise.resolve();
    const task: Promise<void> = before.then(() => record(lane, planned, report, signal));
    const done = task.finally(() => {
      flying.delete(done);
      if (lastOf.get(planned.person) === done) lastOf.delete(planned.person);
    });
    flying.add(done);
    lastOf.set(planned.person, done);
    sent += 1;
    progress?.(report);
  }
  await Promise.all(flying);
  report.close(performance.now() - started);
  return report;
}
