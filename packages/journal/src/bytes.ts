/** SHA-256 as an argument: node:crypto on a node (`@twinline/journal/node`), our own in a page (`@twinline/journal/web`). */
export type Hasher = (bytes: Uint8Array) => Uint8Array;

/** Length of every hash in the journal, in bytes. */
export const HASH_BYTES = 32;

/** Text or bytes are not what their place in a journal file asks for. */
export class JournalFormatError extends Error {
  override readonly name = "JournalFormatError";
  readonly id: string;

  constructor(id: string, message: string) {
    super(message);
    this.id = id;
  }
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
/** Value of a hexadecimal digit by its code; -1 for any other. */
const NIBBLES = Int8Array.from({ length: 128 }, (_, code) => "0123456789abcdef".indexOf(String.fromCharCode(code)));
const encoder = new TextEncoder();

/** Lower-case hexadecimal text of bytes. */
export function toHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += HEX[byte];
  return text;
}

/** A 32-byte hash from 64 lower-case hexadecimal digits; upper case is refused, so that one hash has one text. */
export function hashFromHex(text: string): Uint8Array {
  const bytes = new Uint8Array(HASH_BYTES);
  if (text.length !== 2 * HASH_BYTES) throw notHash(text);
  for (let at = 0; at < HASH_BYTES; at += 1) {
    const high = NIBBLES[text.charCodeAt(2 * at)] ?? -1;
    const low = NIBBLES[text.charCodeAt(2 * at + 1)] ?? -1;
    if (high < 0 || low < 0) throw notHash(text);
    bytes[at] = high * 16 + low;
  }
  return bytes;
}

/** Standard base64 with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Bytes of standard base64; text that is not the one encoding of its bytes is refused, so that signatures do not vary. */
export function fromBase64(text: string): Uint8Array {
  const decoded = decodeBase64(text);
  const bytes = Uint8Array.from(decoded, (char) => char.charCodeAt(0));
  if (toBase64(bytes) !== text) throw notBase64(text);
  return bytes;
}

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Whether two byte strings are the same. Hashes and signatures here are public, so it need not run in constant time. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function decodeBase64(text: string): string {
  try {
    return atob(text);
  } catch {
    throw notBase64(text);
  }
}

function notHash(text: string): JournalFormatError {
  return new JournalFormatError(
    "journal/hash",
    `Cannot read the hash "${text.slice(0, 80)}": expected 64 lower-case hexadecimal digits`,
  );
}

function notBase64(text: string): JournalFormatError {
  return new JournalFormatError("journal/base64", `Cannot read "${text.slice(0, 80)}" as base64 (RFC 4648 §4)`);
}
