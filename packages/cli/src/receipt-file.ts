import { readFile, stat } from "node:fs/promises";
import {
  formatBundleLine,
  JournalFormatError,
  NoteError,
  parseBundleLine,
  type Receipt,
  type Verifier,
  type VerifierKey,
  verifyReceipt,
} from "@twinline/journal";
import { UsageError } from "./command.ts";

/** Bytes of an answer that may carry a receipt; a larger file is a bundle. */
export const ANSWER_BYTES_MAX = 1_000_000;

/** The receipt of a file: a receipt by itself, or the one of a whole answer of the node; undefined when there is none. */
export async function readReceiptFile(file: string): Promise<Receipt | undefined> {
  if ((await stat(file)).size > ANSWER_BYTES_MAX) return undefined;
  return findReceipt(await readFile(file, "utf8"));
}

export function findReceipt(text: string): Receipt | undefined {
  try {
    const read = JSON.parse(text) as Receipt & { readonly receipt?: Receipt };
    const { origin, number, hash, at, signature } = read.receipt ?? read;
    // Written and read again, so that its shape is checked where all shapes are.
    const line = parseBundleLine(
      formatBundleLine({ kind: "receipt", receipt: { origin, number, hash, at, signature } }),
    );
    return line.kind === "receipt" ? line.receipt : undefined;
  } catch {
    return undefined;
  }
}

/** Whose signature stands under a receipt by itself; undefined where none of the keys made it. It names an entry, shows none. */
export async function signerOf(
  receipt: Receipt,
  keys: readonly VerifierKey[] | undefined,
  verify: Verifier,
): Promise<VerifierKey | undefined> {
  if (keys === undefined)
    throw new UsageError("Cannot verify a receipt by itself: it holds no key; pass --key FILE with keys got in person");
  try {
    return await verifyReceipt(receipt, keys, verify);
  } catch (error) {
    if (error instanceof NoteError || error instanceof JournalFormatError) return undefined;
    throw error;
  }
}
