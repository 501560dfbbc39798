import { hashFromHex, JournalFormatError, toHex } from "./bytes.ts";
import { CANONICAL_CHARS_MAX, type CanonicalObject, type CanonicalValue, writeCanonical } from "./canonical.ts";
import type { Entry } from "./chain.ts";
import { formatKey, type VerifierKey } from "./keys.ts";
import { parseCanonical } from "./parse-canonical.ts";
import { PROOF_HASHES_MAX } from "./proofs.ts";
import type { Receipt } from "./receipt.ts";

/**
 * A bundle is an exported journal, a range of it or one entry, with all that proves it: JSON lines, each canonical, so
 * that a big file is read in one pass. First a head, then in journal order: entries; after each entry the signed lines
 * that cover it (receipt, checkpoint of that size, inclusion proof); key statements before the numbers they rule.
 */
export type BundleLine = BundleHead | EntryLine | CheckpointLine | ReceiptLine | ProofLine | KeyLine;

export type BundleHead = {
  readonly kind: "head";
  readonly origin: string;
  readonly first: number;
  readonly last: number;
  /** Verifier keys in force at `first`, and those of cosigners; a reader who pins her own does not believe these. */
  readonly keys: readonly string[];
};
export type EntryLine = { readonly kind: "entry"; readonly entry: Entry };
export type CheckpointLine = { readonly kind: "checkpoint"; readonly note: string };
export type ReceiptLine = { readonly kind: "receipt"; readonly receipt: Receipt };
/** Entry `number` is in the tree of the checkpoint with this `size`. */
export type ProofLine = {
  readonly kind: "proof";
  readonly number: number;
  readonly size: number;
  readonly path: readonly Uint8Array[];
};
export type KeyLine = { readonly kind: "key"; readonly statement: string };

export const BUNDLE_FORMAT = "twinline/1";
export const BUNDLE_KEYS_MAX = 64;
/** A body stands in a line as a string, in which every character may need an escape. */
export const LINE_CHARS_MAX: number = 2 * CANONICAL_CHARS_MAX + 65_536;

/** The head of a bundle over the entries `first` to `last`. */
export function bundleHead(origin: string, first: number, last: number, keys: readonly VerifierKey[]): BundleHead {
  return { kind: "head", origin, first, last, keys: keys.map(formatKey) };
}

/** One line of the file, without its newline. */
export function formatBundleLine(line: BundleLine): string {
  return writeCanonical(lineValue(line));
}

/** Reads one line. Throws CanonicalError or JournalFormatError; a member too many or too few is refused. */
export function parseBundleLine(text: string): BundleLine {
  const value = parseCanonical(text, LINE_CHARS_MAX);
  const object = isObject(value) ? value : {};
  const line = readLine(object);
  if (line === undefined) throw new JournalFormatError("bundle/line", `Cannot read the line ${text.slice(0, 80)}`);
  return line;
}

function lineValue(line: BundleLine): CanonicalObject {
  switch (line.kind) {
    case "head":
      return { bundle: BUNDLE_FORMAT, origin: line.origin, first: line.first, last: line.last, keys: line.keys };
    case "entry":
      return line.entry;
    case "checkpoint":
      return { checkpoint: line.note };
    case "receipt":
      return { receipt: line.receipt };
    case "proof":
      return { proof: { number: line.number, size: line.size, path: line.path.map(toHex) } };
    case "key":
      return { key: line.statement };
  }
}

function readLine(object: CanonicalObject): BundleLine | undefined {
  const { bundle, checkpoint, receipt, proof, key } = object;
  if (hasOnly(object, ["body", "hash", "number", "prev"])) return readEntry(object);
  if (typeof checkpoint === "string" && hasOnly(object, ["checkpoint"]))
    return { kind: "checkpoint", note: checkpoint };
  if (typeof key === "string" && hasOnly(object, ["key"])) return { kind: "key", statement: key };
  if (isObject(receipt) && hasOnly(object, ["receipt"])) return readReceipt(receipt);
  if (isObject(proof) && hasOnly(object, ["proof"])) return readProof(proof);
  if (bundle === BUNDLE_FORMAT && hasOnly(object, ["bundle", "first", "keys", "last", "origin"]))
    return readHead(object);
  return undefined;
}

function readHead({ origin, first, last, keys }: CanonicalObject): BundleHead | undefined {
  if (typeof origin !== "string" || !isNumber(first) || !isNumber(last) || !Array.isArray(keys)) return undefined;
  const texts = keys.filter((one) => typeof one === "string");
  if (texts.length !== keys.length || keys.length > BUNDLE_KEYS_MAX) return undefined;
  return { kind: "head", origin, first, last, keys: texts };
}

function readEntry({ body, hash, number, prev }: CanonicalObject): EntryLine | undefined {
  if (typeof body !== "string" || typeof hash !== "string" || typeof prev !== "string" || !isNumber(number)) {
    return undefined;
  }
  hashFromHex(hash);
  hashFromHex(prev);
  return { kind: "entry", entry: { number, prev, hash, body } };
}

function readReceipt(value: CanonicalObject): ReceiptLine | undefined {
  const { origin, number, hash, at, signature } = value;
  if (!hasOnly(value, ["at", "hash", "number", "origin", "signature"]) || !isNumber(number)) return undefined;
  if (typeof origin !== "string" || typeof hash !== "string" || typeof at !== "string") return undefined;
  if (typeof signature !== "string") return undefined;
  return { kind: "receipt", receipt: { origin, number, hash, at, signature } };
}

function readProof(value: CanonicalObject): ProofLine | undefined {
  const { number, size, path } = value;
  if (!hasOnly(value, ["number", "path", "size"]) || !isNumber(number) || !isNumber(size)) return undefined;
  if (!Array.isArray(path) || path.length > PROOF_HASHES_MAX) return undefined;
  const hashes = path.map((hash) => hashFromHex(String(hash)));
  return { kind: "proof", number, size, path: hashes };
}

function isObject(value: CanonicalValue | undefined): value is CanonicalObject {
  return typeof value === "object" && !Array.isArray(value);
}

/** Numbers of entries and sizes of trees. */
function isNumber(value: CanonicalValue | undefined): value is number {
  return typeof value === "number" && value >= 1;
}

function hasOnly(object: CanonicalObject, members: readonly string[]): boolean {
  return Object.keys(object).join() === members.join();
}
