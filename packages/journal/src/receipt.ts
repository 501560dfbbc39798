import { hashFromHex, JournalFormatError, utf8 } from "./bytes.ts";
import type { Entry } from "./chain.ts";
import type { Signer, Verifier, VerifierKey } from "./keys.ts";
import { decodeSignature, encodeSignature, formatNote, type Note, signatureOf, verifyNote } from "./note.ts";

/**
 * Proof in the caller's hand that an entry stands in the journal (packages/api/src/receipts.ts). Through `prev` the
 * entry's hash binds every entry before it, so one receipt also guards the journal up to its number.
 */
export type Receipt = {
  readonly origin: string;
  readonly number: number;
  readonly hash: string;
  /** Instant of the entry, RFC 3339 in UTC. */
  readonly at: string;
  /** base64(key id ‖ Ed25519 signature) of the note over the fields above. */
  readonly signature: string;
};

/** First line of a receipt's note. A checkpoint's first line is an origin, so neither can be taken for the other. */
const TITLE = "twinline receipt v1";
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;

/** The receipt of an entry. `at` is the node's instant that stands in the entry. */
export function signReceipt(entry: Pick<Entry, "number" | "hash">, at: string, signer: Signer): Receipt {
  const unsigned = { origin: signer.key.name, number: entry.number, hash: entry.hash, at };
  assertReceipt(unsigned);
  const bytes = signer.sign(utf8(receiptText(unsigned)));
  return { ...unsigned, signature: encodeSignature(signatureOf(signer, bytes)) };
}

/** The receipt as a C2SP signed note, to be printed or checked with any note verifier. */
export function receiptNote(receipt: Receipt): string {
  return formatNote(noteOf(receipt));
}

/** The key whose signature on the receipt holds. Throws JournalFormatError on a broken receipt, NoteError on signatures. */
export async function verifyReceipt(
  receipt: Receipt,
  keys: readonly VerifierKey[],
  verify: Verifier,
): Promise<VerifierKey> {
  assertReceipt(receipt);
  const own = keys.filter((key) => key.name === receipt.origin);
  const [signer] = await verifyNote(noteOf(receipt), own, verify);
  return signer!;
}

function noteOf(receipt: Receipt): Note {
  return { text: receiptText(receipt), signatures: [decodeSignature(receipt.origin, receipt.signature)] };
}

function receiptText({ origin, number, hash, at }: Omit<Receipt, "signature">): string {
  return `${TITLE}\n${origin}\n${number}\n${hash}\n${at}\n`;
}

function assertReceipt(receipt: Omit<Receipt, "signature">): void {
  hashFromHex(receipt.hash);
  if (!Number.isSafeInteger(receipt.number) || receipt.number < 1 || !INSTANT.test(receipt.at)) throw broken(receipt);
}

function broken({ origin, number }: Omit<Receipt, "signature">): JournalFormatError {
  return new JournalFormatError("journal/receipt", `Cannot read the receipt of entry "${number}" of "${origin}"`);
}
