import { type Hasher, JournalFormatError, utf8 } from "./bytes.ts";
import type { CanonicalObject, CanonicalValue } from "./canonical.ts";
import { formatKey, parseKey, type Signer, type Verifier, type VerifierKey } from "./keys.ts";
import { formatNote, parseNote, signatureOf, verifyNote } from "./note.ts";

/** The old key brings the new one (promises.md D10): from number `from` on, `key` signs and the old key no longer does. */
export type KeyStatement = { readonly origin: string; readonly from: number; readonly key: VerifierKey };

const TITLE = "twinline key v1";
/** `kind` of the journal entry that carries a key statement. */
export const KEY_ENTRY_KIND = "key";

/** A key statement signed by the old key and, to prove that it is held, by the new one. */
export function signKeyStatement(from: number, old: Signer, next: Signer): string {
  const text = `${TITLE}\n${old.key.name}\n${from}\n${formatKey(next.key)}\n`;
  const bytes = utf8(text);
  return formatNote({ text, signatures: [old, next].map((signer) => signatureOf(signer, signer.sign(bytes))) });
}

/**
 * Reads a key statement; both a key in force and the new key must have signed. `retired` are the keys in force that
 * signed. Throws JournalFormatError on a text that is none and NoteError on signatures.
 */
export async function verifyKeyStatement(
  text: string,
  inForce: readonly VerifierKey[],
  verify: Verifier,
  sha256: Hasher,
): Promise<KeyStatement & { readonly retired: readonly VerifierKey[] }> {
  const note = parseNote(text);
  const [title, origin = "", from = "", vkey = "", ...rest] = note.text.split("\n");
  if (title !== TITLE || !/^[1-9]\d{0,15}$/.test(from) || rest.length !== 1) throw broken(text);
  const key = parseKey(vkey, sha256);
  if (key.name !== origin) throw broken(text);
  const own = inForce.filter((one) => one.name === origin);
  const retired = await verifyNote(note, own, verify);
  await verifyNote(note, [key], verify);
  return { origin, from: Number(from), key, retired };
}

/** From which number a statement claims force; for finding the keys that must have signed it, before it is trusted. */
export function claimedFrom(text: string): number {
  return Number(parseNote(text).text.split("\n")[2]);
}

/** Body of the `key` entry: `{kind: "key", statement}`; it takes force with the entry after it. */
export function keyEntryBody(statement: string): CanonicalObject {
  return { kind: KEY_ENTRY_KIND, statement };
}

/** The statement of a `key` entry, or undefined when the body is of another kind. */
export function findKeyStatement(body: CanonicalValue): string | undefined {
  if (typeof body !== "object" || Array.isArray(body)) return undefined;
  const { kind, statement } = body as CanonicalObject;
  return kind === KEY_ENTRY_KIND && typeof statement === "string" ? statement : undefined;
}

function broken(text: string): JournalFormatError {
  return new JournalFormatError("journal/key-statement", `Cannot read a key statement from "${text.slice(0, 120)}"`);
}
