import { type Checkpoint, frontierRoot, type Signer, signCheckpoint } from "@twinline/journal";
import { sha256 } from "@twinline/journal/node";
import type { Queries } from "../database.ts";
import { readHead } from "../writer/head.ts";

/** A checkpoint is signed this often, or after this many entries (promises.md D4). */
export const CHECKPOINT_MS = 10_000;
export const CHECKPOINT_ENTRIES = 1_000;

/** A checkpoint as it was signed: a C2SP note. */
export type SignedCheckpoint = Checkpoint & { readonly note: string };

/** Signs the head of the journal's tree from time to time, and at once when somebody needs a proof of the newest entry. */
export class Checkpoints {
  readonly #queries: Queries;
  readonly #origin: string;
  readonly #signer: Signer;
  readonly #now: () => Temporal.Instant;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #signed = 0;
  #signing: Promise<SignedCheckpoint | undefined> = Promise.resolve(undefined);

  constructor(queries: Queries, origin: string, signer: Signer, now: () => Temporal.Instant) {
    this.#queries = queries;
    this.#origin = origin;
    this.#signer = signer;
    this.#now = now;
  }

  /** The journal has grown to `last`: signs soon, or now when much has come. A failure is tried again by the next growth. */
  grown(last: number): void {
    if (last - this.#signed >= CHECKPOINT_ENTRIES) void this.#quietly();
    this.#timer ??= setTimeout(() => void this.#quietly(), CHECKPOINT_MS).unref();
  }

  /** The newest checkpoint of at least `size` entries; signs one when there is none yet. */
  async covering(size: number): Promise<SignedCheckpoint> {
    const newest = await this.newest();
    if (newest !== undefined && newest.size >= size) return newest;
    const signed = await this.sign();
    if (signed === undefined || signed.size < size)
      throw new Error(`Cannot prove ${size} entries: the journal is shorter`);
    return signed;
  }

  async newest(): Promise<SignedCheckpoint | undefined> {
    const { rows } = await this.#queries.query<{ size: number; root: Buffer; note: string }>(
      "select size, root, note from checkpoint order by size desc limit 1",
    );
    const row = rows[0];
    return row === undefined ? undefined : { origin: this.#origin, ...row, root: new Uint8Array(row.root) };
  }

  /** Signs the head as it is; undefined while the journal is empty. One at a time. */
  sign(): Promise<SignedCheckpoint | undefined> {
    const next = this.#signing.catch(() => undefined).then(() => this.#signHead());
    this.#signing = next;
    return next;
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#quietly();
  }

  async #quietly(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.sign().catch(() => {});
  }

  async #signHead(): Promise<SignedCheckpoint | undefined> {
    const { number, frontier } = await readHead(this.#queries, this.#origin);
    if (number === 0) return undefined;
    const checkpoint = { origin: this.#origin, size: number, root: frontierRoot(frontier, sha256) };
    const note = signCheckpoint(checkpoint, this.#signer);
    await this.#queries.query(
      "insert into checkpoint (size, root, note, at) values ($1, $2, $3, $4) on conflict do nothing",
      [number, Buffer.from(checkpoint.root), note, this.#now()],
    );
    this.#signed = number;
    return { ...checkpoint, note };
  }
}
