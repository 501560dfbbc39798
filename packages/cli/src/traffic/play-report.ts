import type { PassageAnswer } from "@twinline/api";
import { NodeAnswerError } from "./node-client.ts";

const ERROR_KINDS_MAX = 50;

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** What a play of traffic met: verdicts, retries, errors by kind, and how long answers took. */
export class PlayReport {
  readonly verdicts = new Map<string, number>();
  readonly reasons = new Map<string, number>();
  readonly errors = new Map<string, number>();
  readonly #times: number[] = [];
  retries = 0;
  elapsedMs = 0;

  answered(answer: PassageAnswer, elapsedMs: number): void {
    count(this.verdicts, `${answer.direction} ${answer.verdict}`);
    count(this.reasons, `${answer.direction} ${answer.reason}`);
    this.#times.push(elapsedMs);
  }

  failed(error: unknown): void {
    const kind =
      error instanceof NodeAnswerError
        ? `${error.status} ${error.id}`
        : error instanceof Error
          ? error.name
          : "unknown";
    if (this.errors.has(kind) || this.errors.size < ERROR_KINDS_MAX) count(this.errors, kind);
  }

  retried(): void {
    this.retries += 1;
  }

  close(elapsedMs: number): void {
    this.elapsedMs = elapsedMs;
  }

  get answers(): number {
    return this.#times.length;
  }

  /** Milliseconds from the first sending to the answer, retries included. */
  times(): { readonly p50: number; readonly p95: number; readonly p99: number } {
    const sorted = [...this.#times].sort((a, b) => a - b);
    return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), p99: percentile(sorted, 0.99) };
  }

  lines(): readonly string[] {
    const { p50, p95, p99 } = this.times();
    const table = (name: string, counts: ReadonlyMap<string, number>): string[] =>
      [...counts].sort(([, a], [, b]) => b - a).map(([key, number]) => `  ${name} ${key}: ${number}`);
    const rate = this.elapsedMs > 0 ? (1_000 * this.answers) / this.elapsedMs : 0;
    return [
      `${this.answers} answers in ${(this.elapsedMs / 1_000).toFixed(1)} s (${rate.toFixed(0)} a second), ${this.retries} asked again`,
      ...table("verdict", this.verdicts),
      ...table("reason", this.reasons),
      ...table("error", this.errors),
      `  p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
    ];
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
