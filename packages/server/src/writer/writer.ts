import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "@twinline/zone";
import { type Database, transaction } from "../database.ts";
import { RequestError } from "../errors.ts";
import type { Ask, Outcome, Recorded } from "./ask.ts";
import { decideBatch } from "./batch.ts";
import type { Spine } from "./spine.ts";
import { isTransient } from "./transient.ts";

/** Commands decided in one transaction at most (promises.md D13). */
export const BATCH_MAX = 200;
/** Commands that wait at most; the next one is told to come back (D2, P29). */
export const QUEUE_MAX = 2_000;
/** A batch whose outcome is unknown or that lost against the database is asked again this often, then its members fail. */
export const RETRIES_MAX = 4;
const RETRY_MS = 50;
export const BUSY_RETRY_SECONDS = 1;

type Waiting = { readonly ask: Ask; readonly settle: (outcome: Outcome) => void };

export type WriterOptions = {
  /** Called after each committed batch, before the next one is decided; when it fails the writer takes no more commands. */
  readonly committed?: (last: number) => Promise<void>;
  readonly queueMax?: number;
};

/** The one writer of a journal: gathers commands, decides each batch in one transaction, answers after the commit (D2). */
export class Writer {
  readonly #database: Database;
  readonly #spine: Spine;
  readonly #committed: (last: number) => Promise<void>;
  readonly #queueMax: number;
  #waiting: Waiting[] = [];
  #working: Promise<void> | undefined;
  #closed = false;

  constructor(
    database: Database,
    spine: Spine,
    { committed = async () => {}, queueMax = QUEUE_MAX }: WriterOptions = {},
  ) {
    this.#database = database;
    this.#spine = spine;
    this.#committed = committed;
    this.#queueMax = queueMax;
  }

  /**
   * Decides a command and records it, once for its key. Rejects with RequestError "node/busy" when too many wait,
   * "request/key-reused" when the key had another request, or with what the concept or the database threw; in the last
   * case nothing was recorded unless the connection died, and asking again with the key tells (P6).
   */
  ask<C extends Command>(ask: Ask<C>): Promise<Recorded> {
    if (this.#closed || this.#waiting.length >= this.#queueMax) return Promise.reject(busy());
    return new Promise<Recorded>((resolve, reject) => {
      const settle = (outcome: Outcome) =>
        outcome.kind === "recorded" ? resolve(outcome.recorded) : reject(outcome.error);
      this.#waiting.push({ ask, settle });
      this.#working ??= this.#work();
    });
  }

  /** Commands that wait now. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Takes no more commands and settles those that wait. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#working;
  }

  async #work(): Promise<void> {
    // NOTE: one turn of the event loop lets the requests that arrived together share a transaction.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#run(this.#next());
    this.#working = undefined;
  }

  #next(): Waiting[] {
    const alone = this.#waiting.findIndex(({ ask }) => ask.alongside !== undefined);
    const size = alone === 0 ? 1 : Math.min(BATCH_MAX, alone < 0 ? this.#waiting.length : alone);
    return this.#waiting.splice(0, size);
  }

  async #run(members: readonly Waiting[]): Promise<void> {
    const outcomes = await this.#decide(members.map(({ ask }) => ask));
    const last = outcomes.findLast((one) => one.kind === "recorded");
    if (last !== undefined) await this.#committed(last.recorded.number).catch(() => this.#stop());
    for (const [at, { settle }] of members.entries()) settle(outcomes[at]!);
  }

  /** The law could not be read again after it changed: whoever decides now would decide by the old one. */
  #stop(): void {
    this.#closed = true;
    for (const { settle } of this.#waiting.splice(0)) settle({ kind: "failed", error: busy() });
  }

  /** All together; one by one when the batch fails for a reason of its own, so that no request fails its neighbours. */
  async #decide(asks: readonly Ask[]): Promise<readonly Outcome[]> {
    try {
      return await this.#transact(asks);
    } catch (error) {
      if (asks.length === 1 || isTransient(error)) return asks.map(() => ({ kind: "failed", error }));
    }
    const outcomes: Outcome[] = [];
    for (const ask of asks) outcomes.push(...(await this.#decide([ask])));
    return outcomes;
  }

  async #transact(asks: readonly Ask[]): Promise<readonly Outcome[]> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await transaction(this.#database, (tx, commit) => decideBatch(tx, commit, this.#spine, asks));
      } catch (error) {
        if (attempt >= RETRIES_MAX || !isTransient(error)) throw error;
        await sleep(RETRY_MS * 2 ** attempt);
      }
    }
  }
}

function busy(): RequestError {
  return new RequestError("node/busy", 503, "Cannot take the command: too many wait; nothing was recorded", {
    retryAfterSeconds: BUSY_RETRY_SECONDS,
  });
}
