import type { BareTables } from "./bare.ts";
import type { RecordedRow } from "./recorded.ts";

type Waiting = { readonly row: RecordedRow; readonly done: () => void; readonly failed: (cause: unknown) => void };

/** Inserts recorded rows, the next one for each request, in the batches that gather while one is written. */
export class GatheredInserts {
  readonly #rows: readonly RecordedRow[];
  readonly #bare: BareTables;
  readonly #waiting: Waiting[] = [];
  #next = 0;
  #working = false;

  constructor(bare: BareTables, rows: readonly RecordedRow[]) {
    this.#bare = bare;
    this.#rows = rows;
  }

  /** The row that was inserted for this request; undefined when all are. */
  async take(): Promise<RecordedRow | undefined> {
    const row = this.#rows[this.#next++];
    if (row === undefined) return undefined;
    await new Promise<void>((done, failed) => {
      this.#waiting.push({ row, done, failed });
      if (!this.#working) void this.#work();
    });
    return row;
  }

  async #work(): Promise<void> {
    this.#working = true;
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#insert(this.#waiting.splice(0));
    this.#working = false;
  }

  async #insert(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.#bare.insertBatch(batch.map(({ row }) => row));
      for (const { done } of batch) done();
    } catch (cause) {
      for (const { failed } of batch) failed(cause);
    }
  }
}
