import { type BundleHead, type BundleLine, type EntryLine, parseBundleLine } from "./bundle.ts";
import { BundleSeals } from "./bundle-seals.ts";
import { type Hasher, JournalFormatError } from "./bytes.ts";
import { CanonicalError } from "./canonical.ts";
import { ChainWalk } from "./chain-walk.ts";
import { verifyCheckpoint } from "./checkpoint.ts";
import { verifyCosignatures } from "./cosignature.ts";
import { type Fault, type FaultKind, type Finding, finding } from "./fault.ts";
import { KeyRing } from "./key-ring.ts";
import { findKeyStatement } from "./key-statement.ts";
import { parseKey, type Verifier, type VerifierKey } from "./keys.ts";
import { NoteError, parseNote } from "./note.ts";
import { parseCanonical } from "./parse-canonical.ts";
import { verifyReceipt } from "./receipt.ts";

export type BundleOptions = {
  readonly sha256: Hasher;
  readonly verify: Verifier;
  /** Keys the reader holds herself. Without them the bundle's own are taken, and the report says so. */
  readonly pinned?: readonly VerifierKey[];
  /** Receipts and checkpoints the reader holds herself: they find a roll-back that the bundle alone cannot show. */
  readonly held?: readonly BundleLine[];
  /** Called now and then with the number of entries read. */
  readonly progress?: (entries: number) => void;
};

export type BundleReport = {
  readonly ok: boolean;
  readonly origin: string;
  readonly first: number;
  readonly last: number;
  readonly entries: number;
  readonly checkpoints: number;
  readonly receipts: number;
  readonly proofs: number;
  /** Names of the sides that cosigned at least one checkpoint. */
  readonly cosigners: readonly string[];
  readonly pinned: boolean;
  readonly faults: readonly Fault[];
  /** How many faults were found beyond those that are listed. */
  readonly faultsMore: number;
};

/** Faults that a report lists; the first is what matters. */
export const FAULTS_LISTED_MAX = 100;
export const PROGRESS_EVERY = 100_000;

/**
 * Checks a bundle, line by line and with bounded memory: every hash, link, root, signature and proof. Any edit,
 * deletion, insertion, reorder, roll-back behind a held receipt or checkpoint, or forged checkpoint is a fault with its
 * place. It throws only when reading the lines itself fails.
 */
export async function verifyBundle(
  lines: Iterable<string> | AsyncIterable<string>,
  options: BundleOptions,
): Promise<BundleReport> {
  const check = new BundleCheck(options);
  for await (const line of lines) await check.line(line);
  return check.end();
}

class BundleCheck {
  readonly #options: BundleOptions;
  readonly #faults: Fault[] = [];
  #faultsMore = 0;
  #line = 0;
  #head: BundleHead | undefined;
  #ring: KeyRing;
  #walk: ChainWalk | undefined;
  #seals: BundleSeals | undefined;
  readonly #counts = { entries: 0, checkpoints: 0, receipts: 0, proofs: 0 };
  readonly #cosigners = new Set<string>();

  constructor(options: BundleOptions) {
    this.#options = options;
    this.#ring = new KeyRing(options.pinned ?? [], options.verify, options.sha256);
  }

  async line(text: string): Promise<void> {
    this.#line += 1;
    if (this.#line > 1 && this.#head === undefined) return;
    const next = (this.#walk?.number ?? -1) + 1;
    const line = this.#try(next, () => parseBundleLine(text));
    if (line === undefined) return;
    if (this.#head === undefined) await this.#begin(line);
    else await this.#take(line, next);
  }

  end(): BundleReport {
    const last = this.#walk?.number ?? 0;
    if (this.#head === undefined) this.#report([finding("format", 0, "there is no readable head")]);
    else this.#finish(this.#head, last);
    return {
      ok: this.#faults.length === 0,
      origin: this.#head?.origin ?? "",
      first: this.#head?.first ?? 0,
      last,
      ...this.#counts,
      cosigners: [...this.#cosigners].sort(),
      pinned: this.#options.pinned !== undefined,
      faults: this.#faults,
      faultsMore: this.#faultsMore,
    };
  }

  async #begin(line: BundleLine): Promise<void> {
    if (line.kind !== "head") return this.#report([finding("format", 0, "the first line is no head")]);
    const { sha256, verify, pinned, held } = this.#options;
    const keys = this.#try(0, () => line.keys.map((key) => parseKey(key, sha256)));
    if (keys === undefined) return;
    this.#head = line;
    this.#ring = new KeyRing(pinned ?? keys, verify, sha256);
    this.#walk = new ChainWalk(line.origin, line.first, sha256);
    this.#seals = new BundleSeals(line.first, sha256);
    for (const one of held ?? []) await this.#take(one, 0);
  }

  async #take(line: BundleLine, next: number): Promise<void> {
    switch (line.kind) {
      case "head":
        return this.#report([finding("format", next, "a second head")]);
      case "entry":
        return this.#takeEntry(line);
      case "key":
        await this.#trust(next, () => this.#ring.rotate(line.statement));
        return;
      case "checkpoint":
        return this.#takeCheckpoint(line.note, next);
      case "receipt": {
        const { receipt } = line;
        this.#counts.receipts += 1;
        const keys = this.#ring.at(receipt.number).filter((key) => key.name === this.#head!.origin);
        const holds = await this.#trust(receipt.number, () => verifyReceipt(receipt, keys, this.#options.verify));
        if (holds) this.#report(this.#seals!.receipt(receipt));
        return;
      }
      case "proof":
        this.#counts.proofs += 1;
        return this.#report(this.#seals!.proof(line));
    }
  }

  async #takeEntry({ entry }: EntryLine): Promise<void> {
    const { taken, faults } = this.#walk!.step(entry);
    this.#report(faults);
    if (!taken) return;
    this.#counts.entries += 1;
    if (this.#counts.entries % PROGRESS_EVERY === 0) this.#options.progress?.(this.#counts.entries);
    const number = this.#walk!.number;
    this.#report(this.#seals!.entry(number, entry.hash, faults.length === 0));
    const body = this.#try(number, () => parseCanonical(entry.body));
    const statement = body === undefined ? undefined : findKeyStatement(body);
    if (statement === undefined) return;
    const from = await this.#trust(number, () => this.#ring.rotate(statement));
    if (from !== undefined && from !== number + 1) {
      this.#report([finding("signature", number, `its key statement counts from ${from}, not from ${number + 1}`)]);
    }
  }

  async #takeCheckpoint(text: string, next: number): Promise<void> {
    const { verify } = this.#options;
    this.#counts.checkpoints += 1;
    const note = this.#try(next, () => parseNote(text));
    if (note === undefined) return;
    // The size is read before the signature is checked, only to know which keys must have signed.
    const size = Number(note.text.split("\n")[1]) || next;
    const stranger = note.signatures.find((signature) => !this.#ring.knows(signature) && !this.#lists(signature));
    if (stranger) this.#report([finding("signature", size, `the head lists no key "${stranger.name}+${stranger.id}"`)]);
    const keys = this.#ring.at(size).filter((key) => key.name === this.#head!.origin);
    const signed = await this.#trust(size, () => verifyCheckpoint(text, keys, verify));
    const cosigned = await this.#trust(size, () => verifyCosignatures(text, this.#ring.cosigners, verify));
    for (const { key } of cosigned ?? []) this.#cosigners.add(key.name);
    if (signed) this.#report(this.#seals!.checkpoint(signed.checkpoint));
  }

  /** A key that the head lists but the reader did not pin is passed over; one that nobody lists is an edit. */
  #lists({ name, id }: { readonly name: string; readonly id: string }): boolean {
    return this.#head!.keys.some((key) => key.startsWith(`${name}+${id}+`));
  }

  #finish(head: BundleHead, last: number): void {
    this.#report([...this.#walk!.end(), ...this.#seals!.end()]);
    const told = (from: number, upTo: number): boolean =>
      this.#faults.some((fault) => fault.number <= upTo && fault.upTo >= from);
    if (last < head.last && !told(last + 1, head.last)) {
      this.#report([finding("missing", last + 1, `the head promises entries up to ${head.last}`, head.last)]);
    }
    if (last > head.last) {
      this.#report([finding("repeated", head.last + 1, `the head promises entries up to ${head.last}`, last)]);
    }
    const { covered } = this.#seals!;
    if (covered < last && !told(covered + 1, last)) {
      this.#report([finding("unsealed", covered + 1, "no receipt, checkpoint or proof covers them", last)]);
    }
  }

  /** Runs a step that reads; a text that cannot be read is a fault of the format at `number`. */
  #try<T>(number: number, step: () => T): T | undefined {
    try {
      return step();
    } catch (error) {
      this.#blame(number, error);
      return undefined;
    }
  }

  /** The same for a step that checks signatures. */
  async #trust<T>(number: number, step: () => Promise<T>): Promise<T | undefined> {
    try {
      return await step();
    } catch (error) {
      this.#blame(number, error);
      return undefined;
    }
  }

  #blame(number: number, error: unknown): void {
    const kind = kindOf(error);
    if (kind === undefined || !(error instanceof Error)) throw error;
    this.#report([finding(kind, number, error.message)]);
  }

  #report(findings: readonly Finding[]): void {
    for (const one of findings) {
      if (this.#faults.length >= FAULTS_LISTED_MAX) this.#faultsMore += 1;
      else this.#faults.push({ ...one, line: this.#line });
    }
  }
}

function kindOf(error: unknown): FaultKind | undefined {
  if (error instanceof NoteError) return "signature";
  return error instanceof JournalFormatError || error instanceof CanonicalError ? "format" : undefined;
}
