import { concat, type Hasher, sameBytes, utf8 } from "./bytes.ts";
import { type Checkpoint, parseCheckpoint } from "./checkpoint.ts";
import { type Signer, sameKey, signatureTypes, type Verifier, type VerifierKey } from "./keys.ts";
import { badSignature, ED25519_SIGNATURE_BYTES, formatNote, parseNote, signatureOf } from "./note.ts";
import { verifyConsistency } from "./proofs.ts";

/** A cosignature that holds: who, and the second (Unix time) at which the tree was the largest she had seen. */
export type Cosignature = { readonly key: VerifierKey; readonly time: number };

/** The other side's head does not extend what was last cosigned; `id` says how. */
export class WitnessError extends Error {
  override readonly name = "WitnessError";
  readonly id: "witness/rolled-back" | "witness/fork" | "witness/inconsistent" | "witness/other-origin";
  readonly known: Checkpoint;
  readonly next: Checkpoint;

  constructor(id: WitnessError["id"], message: string, known: Checkpoint, next: Checkpoint) {
    super(message);
    this.id = id;
    this.known = known;
    this.next = next;
  }
}

const TIME_BYTES = 8;

/**
 * Checks that `next` extends `known`, the last head that was cosigned, before cosigning it (promises.md D4). Throws
 * WitnessError; a fork or a roll-back is evidence: keep both notes. Store `next` before the cosignature leaves.
 */
export function assertExtends(known: Checkpoint, next: Checkpoint, path: readonly Uint8Array[], sha256: Hasher): void {
  const refuse = (id: WitnessError["id"], why: string): WitnessError =>
    new WitnessError(id, `Cannot cosign size ${next.size} of "${next.origin}": ${why}`, known, next);
  if (known.origin !== next.origin) throw refuse("witness/other-origin", `the known head is of "${known.origin}"`);
  if (next.size < known.size) throw refuse("witness/rolled-back", `size ${known.size} was cosigned already`);
  if (next.size === known.size && !sameBytes(next.root, known.root)) {
    throw refuse("witness/fork", "another root was cosigned for the same size");
  }
  if (!verifyConsistency({ older: known, newer: next, path }, sha256)) {
    throw refuse("witness/inconsistent", `the proof from size ${known.size} does not hold`);
  }
}

/** Adds a cosignature (C2SP tlog-cosignature v1) to a checkpoint note; `time` is Unix time in seconds. */
export function cosign(text: string, cosigner: Signer, time: number): string {
  const note = parseNote(text);
  parseCheckpoint(note);
  const signature = cosigner.sign(cosignedMessage(note.text, time));
  const bytes = concat(timeBytes(time), signature);
  return formatNote({ text: note.text, signatures: [...note.signatures, signatureOf(cosigner, bytes)] });
}

/** The cosignatures of known cosigners that hold. Throws NoteError when a known cosigner's does not. */
export async function verifyCosignatures(
  text: string,
  keys: readonly VerifierKey[],
  verify: Verifier,
): Promise<readonly Cosignature[]> {
  const note = parseNote(text);
  const found: Cosignature[] = [];
  for (const signature of note.signatures) {
    const key = keys.find((one) => one.type === signatureTypes.cosigner && sameKey(one, signature));
    if (key === undefined) continue;
    if (signature.bytes.length !== TIME_BYTES + ED25519_SIGNATURE_BYTES) throw badSignature(key);
    const time = readTime(signature.bytes);
    const message = cosignedMessage(note.text, time);
    if (!(await verify(key.publicKey, message, signature.bytes.subarray(TIME_BYTES)))) throw badSignature(key);
    found.push({ key, time });
  }
  return found;
}

function cosignedMessage(text: string, time: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${time}\n${text}`);
}

function timeBytes(time: number): Uint8Array {
  const bytes = new Uint8Array(TIME_BYTES);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(time));
  return bytes;
}

function readTime(bytes: Uint8Array): number {
  return Number(new DataView(bytes.buffer, bytes.byteOffset, TIME_BYTES).getBigUint64(0));
}
