import type { ProofLine } from "./bundle.ts";
import { type Hasher, hashFromHex, sameBytes } from "./bytes.ts";
import { type Checkpoint, isFork } from "./checkpoint.ts";
import { type Finding, finding } from "./fault.ts";
import { appendLeaves, EMPTY_FRONTIER, type Frontier, frontierRoot } from "./frontier.ts";
import { verifyInclusion } from "./proofs.ts";
import type { Receipt } from "./receipt.ts";

/** Signed things that wait for an entry, and proofs that wait for the end, are bounded. */
export const PENDING_MAX = 100_000;

type HeldProof = ProofLine & { readonly leaf: Uint8Array };

/**
 * Compares entries with what was signed over them: roots of checkpoints, receipts, inclusion proofs. `covered` is the
 * highest number that a signature binds; through `prev` it binds everything before.
 */
export class BundleSeals {
  readonly #sha256: Hasher;
  /** Grows with the entries from 1 on without a gap; undefined when the file cannot give roots. */
  #tree: Frontier | undefined;
  #number: number;
  #hash: string | undefined;
  readonly #checkpoints = new Map<number, Checkpoint>();
  readonly #receipts = new Map<number, Receipt[]>();
  readonly #proofs: HeldProof[] = [];
  /** The chain has shown a fault since the last root that held, so a root that differs is no news. */
  #explained = false;
  covered: number;

  constructor(first: number, sha256: Hasher) {
    this.#sha256 = sha256;
    this.#tree = first === 1 ? EMPTY_FRONTIER : undefined;
    this.#number = first - 1;
    this.covered = first - 1;
  }

  /** The next entry in order; after a gap roots cannot be computed. `sound` is false when the chain showed a fault. */
  entry(number: number, hash: string, sound: boolean): readonly Finding[] {
    if (number !== this.#number + 1) this.#tree = undefined;
    if (!sound) this.#explained = true;
    if (this.#tree) this.#tree = appendLeaves(this.#tree, [hashFromHex(hash)], this.#sha256).frontier;
    this.#number = number;
    this.#hash = hash;
    const waiting = this.#receipts.get(number) ?? [];
    this.#receipts.delete(number);
    const checkpoint = this.#checkpoints.get(number);
    return [...waiting.flatMap((one) => this.#compare(one)), ...(checkpoint ? this.#settle(checkpoint) : [])];
  }

  /** A checkpoint whose signature holds. */
  checkpoint(next: Checkpoint): readonly Finding[] {
    const known = this.#checkpoints.get(next.size);
    if (known && isFork(known, next)) return [finding("fork", next.size, `two roots for size ${next.size}`)];
    if (known || next.size === 0) return [];
    if (this.#checkpoints.size >= PENDING_MAX) return [finding("format", next.size, "more checkpoints than are read")];
    this.#checkpoints.set(next.size, next);
    if (next.size === this.#number) return this.#settle(next);
    const late = next.size < this.#number && this.#tree !== undefined;
    return late ? [finding("format", next.size, "a checkpoint stands after entries that it does not cover")] : [];
  }

  /** A receipt whose signature holds. */
  receipt(next: Receipt): readonly Finding[] {
    if (next.number === this.#number && this.#hash !== undefined) return this.#compare(next);
    if (next.number < this.#number) {
      return [finding("format", next.number, "a receipt stands after entries that it does not cover")];
    }
    if (this.#receipts.size >= PENDING_MAX) return [finding("format", next.number, "more receipts than are read")];
    this.#receipts.set(next.number, [...(this.#receipts.get(next.number) ?? []), next]);
    return [];
  }

  /** An inclusion proof of the entry that was read last. */
  proof(next: ProofLine): readonly Finding[] {
    if (next.number !== this.#number || this.#hash === undefined || this.#proofs.length >= PENDING_MAX) {
      return [finding("format", next.number, "a proof does not stand after its entry")];
    }
    this.#proofs.push({ ...next, leaf: hashFromHex(this.#hash) });
    return [];
  }

  /** What is left open when the file ends: proofs, and entries that were signed for but are not there. */
  end(): readonly Finding[] {
    const faults = this.#proofs.flatMap((one) => this.#check(one));
    const proven = new Set(this.#proofs.map((one) => one.size));
    const promised = [...this.#checkpoints.keys()].filter((size) => !proven.has(size));
    const highest = [...promised, ...this.#receipts.keys()].reduce((high, number) => Math.max(high, number), 0);
    if (highest <= this.#number) return faults;
    const missing = finding("missing", this.#number + 1, `entry ${highest} was signed for`, highest);
    return [...faults, missing];
  }

  #settle(checkpoint: Checkpoint): readonly Finding[] {
    if (!this.#tree || this.#tree.size !== checkpoint.size) return [];
    if (sameBytes(frontierRoot(this.#tree, this.#sha256), checkpoint.root)) {
      this.covered = Math.max(this.covered, checkpoint.size);
      this.#explained = false;
      return [];
    }
    // Every later root differs too; one fault names the range, and no root is compared after it.
    this.#tree = undefined;
    if (this.#explained) return [];
    return [finding("checkpoint", this.covered + 1, `the root for size ${checkpoint.size} differs`, checkpoint.size)];
  }

  #compare({ number, hash }: Receipt): readonly Finding[] {
    if (hash === this.#hash) {
      this.covered = Math.max(this.covered, number);
      return [];
    }
    return [finding("receipt", Math.min(this.covered + 1, number), `the receipt of ${number} says ${hash}`, number)];
  }

  #check({ number, size, path, leaf }: HeldProof): readonly Finding[] {
    const root = this.#checkpoints.get(size)?.root;
    if (root === undefined) return [finding("proof", number, `there is no signed checkpoint of size ${size}`)];
    if (!verifyInclusion({ index: number - 1, size, leaf, path, root }, this.#sha256)) {
      return [finding("proof", number, `the path does not lead to the root for size ${size}`)];
    }
    this.covered = Math.max(this.covered, number);
    return [];
  }
}
