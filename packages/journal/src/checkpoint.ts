import { fromBase64, HASH_BYTES, JournalFormatError, sameBytes, toBase64 } from "./bytes.ts";
import type { Signer, Verifier, VerifierKey } from "./keys.ts";
import { type Note, parseNote, signNote, verifyNote } from "./note.ts";

/** Head of a journal's tree: all entries up to number `size` stand under `root`. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Uint8Array };

const SIZE = /^(?:0|[1-9]\d{0,15})$/;

/** Note text of a checkpoint (C2SP tlog-checkpoint): origin, size, root. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** A checkpoint signed by the journal's own key, as a note. */
export function signCheckpoint(checkpoint: Checkpoint, signer: Signer): string {
  if (signer.key.name !== checkpoint.origin) {
    throw new JournalFormatError(
      "journal/origin",
      `Cannot sign a checkpoint of "${checkpoint.origin}" with the key of "${signer.key.name}"`,
    );
  }
  return signNote(checkpointText(checkpoint), signer);
}

/** Reads a checkpoint without judging its signatures; extension lines are refused, for nobody could audit them. */
export function parseCheckpoint(note: Note): Checkpoint {
  const [origin = "", size = "", root = "", ...rest] = note.text.split("\n");
  if (origin === "" || !SIZE.test(size) || rest.length !== 1) throw broken(note);
  const bytes = fromBase64(root);
  if (bytes.length !== HASH_BYTES || !Number.isSafeInteger(Number(size))) throw broken(note);
  return { origin, size: Number(size), root: bytes };
}

/**
 * Reads a checkpoint and demands a signature of its own origin that holds. Throws JournalFormatError on a text that is
 * no checkpoint and NoteError on signatures.
 */
export async function verifyCheckpoint(
  text: string,
  keys: readonly VerifierKey[],
  verify: Verifier,
): Promise<{ readonly checkpoint: Checkpoint; readonly signers: readonly VerifierKey[] }> {
  const note = parseNote(text);
  const checkpoint = parseCheckpoint(note);
  const own = keys.filter((key) => key.name === checkpoint.origin);
  return { checkpoint, signers: await verifyNote(note, own, verify) };
}

/** Two signed heads of one journal and one size with different roots: proof that it showed two histories (P11). */
export function isFork(a: Checkpoint, b: Checkpoint): boolean {
  return a.origin === b.origin && a.size === b.size && !sameBytes(a.root, b.root);
}

function broken({ text }: Note): JournalFormatError {
  return new JournalFormatError("journal/checkpoint", `Cannot read a checkpoint from "${text.slice(0, 120)}"`);
}
