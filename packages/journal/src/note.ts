import { concat, fromBase64, JournalFormatError, toBase64, toHex, utf8 } from "./bytes.ts";
import { assertKeyName, type Signer, sameKey, signatureTypes, type Verifier, type VerifierKey } from "./keys.ts";

/** One signature line of a note: which key it claims, and the bytes after the key id. */
export type NoteSignature = { readonly name: string; readonly id: string; readonly bytes: Uint8Array };

/** A C2SP signed note, taken apart. `text` ends in a newline; it means nothing until a known key's signature holds. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] };

export const NOTE_CHARS_MAX = 65_536;
/** signed-note: at least 16 must be accepted. */
export const NOTE_SIGNATURES_MAX = 16;
export const ED25519_SIGNATURE_BYTES = 64;
const KEY_ID_BYTES = 4;

const SIGNATURE_LINE = /^— (\S+) (\S+)$/;

/** No key known to the verifier has signed this note, or one that is known has not. */
export class NoteError extends Error {
  override readonly name = "NoteError";
  readonly id: "note/unknown-key" | "note/signature";
  readonly key: string;

  constructor(id: NoteError["id"], message: string, key: string) {
    super(message);
    this.id = id;
    this.key = key;
  }
}

/** Reads a signed note; throws JournalFormatError when it is not one (C2SP signed-note, "Format"). */
export function parseNote(whole: string): Note {
  if (whole.length > NOTE_CHARS_MAX) throw broken(`it has ${whole.length} characters`);
  // The format allows newline and no other control character.
  if (!whole.isWellFormed() || /[^\P{Cc}\n]/u.test(whole)) throw broken("it holds a character that no note may hold");
  const end = whole.lastIndexOf("\n\n");
  if (end < 0 || !whole.endsWith("\n")) throw broken("it has no signatures after an empty line");
  const lines = whole.slice(end + 2, -1).split("\n");
  if (lines.length > NOTE_SIGNATURES_MAX) throw broken(`it has ${lines.length} signatures`);
  return { text: whole.slice(0, end + 1), signatures: lines.map(parseSignature) };
}

/** The note as text. */
export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(formatSignature).join("")}`;
}

/** Signs a text that ends in a newline. */
export function signNote(text: string, signer: Signer): string {
  if (!text.endsWith("\n")) throw broken("its text does not end in a newline");
  return formatNote({ text, signatures: [signatureOf(signer, signer.sign(utf8(text)))] });
}

/** The signature line of a key over the bytes it made. */
export function signatureOf({ key }: Signer, bytes: Uint8Array): NoteSignature {
  return { name: key.name, id: key.id, bytes };
}

/**
 * The keys among `keys` whose plain signature over the note's text holds. Throws NoteError when a known key's signature
 * does not hold, or when no known key signed; unknown signatures are passed over (signed-note, "Signatures").
 */
export async function verifyNote(
  note: Note,
  keys: readonly VerifierKey[],
  verify: Verifier,
): Promise<readonly VerifierKey[]> {
  const message = utf8(note.text);
  const signers: VerifierKey[] = [];
  for (const signature of note.signatures) {
    const key = keys.find((one) => one.type === signatureTypes.signer && sameKey(one, signature));
    if (key === undefined) continue;
    const holds =
      signature.bytes.length === ED25519_SIGNATURE_BYTES && (await verify(key.publicKey, message, signature.bytes));
    if (!holds) throw badSignature(key);
    signers.push(key);
  }
  if (signers.length === 0) throw unknownKeys(note);
  return signers;
}

export function badSignature({ name, id }: VerifierKey): NoteError {
  return new NoteError("note/signature", `Cannot trust the note: the signature of "${name}+${id}" does not hold`, name);
}

function unknownKeys({ signatures }: Note): NoteError {
  const names = signatures.map(({ name, id }) => `${name}+${id}`).join(", ");
  return new NoteError("note/unknown-key", `Cannot trust the note: no key is known of "${names}"`, names);
}

/** A signature from its key name and base64(key id ‖ signature). */
export function decodeSignature(name: string, encoded: string): NoteSignature {
  assertKeyName(name);
  const bytes = fromBase64(encoded);
  if (bytes.length <= KEY_ID_BYTES) throw broken("a signature has no bytes");
  return { name, id: toHex(bytes.subarray(0, KEY_ID_BYTES)), bytes: bytes.subarray(KEY_ID_BYTES) };
}

/** base64(key id ‖ signature). */
export function encodeSignature({ id, bytes }: NoteSignature): string {
  const idBytes = Uint8Array.from({ length: KEY_ID_BYTES }, (_, at) =>
    Number.parseInt(id.slice(2 * at, 2 * at + 2), 16),
  );
  return toBase64(concat(idBytes, bytes));
}

function parseSignature(line: string): NoteSignature {
  const [, name, encoded] = SIGNATURE_LINE.exec(line) ?? [];
  if (name === undefined || encoded === undefined) throw broken(`it has the line "${line.slice(0, 80)}"`);
  return decodeSignature(name, encoded);
}

function formatSignature(signature: NoteSignature): string {
  return `— ${signature.name} ${encodeSignature(signature)}\n`;
}

function broken(why: string): JournalFormatError {
  return new JournalFormatError("journal/note", `Cannot read the signed note: ${why}`);
}
