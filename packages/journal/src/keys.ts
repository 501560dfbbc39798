import { concat, fromBase64, type Hasher, JournalFormatError, toBase64, toHex, utf8 } from "./bytes.ts";

/** Signature types of C2SP signed-note: 0x01 Ed25519 over the text, 0x04 Ed25519 witness cosignature with its time. */
export const signatureTypes = { signer: 0x01, cosigner: 0x04 } as const;
export type SignatureType = (typeof signatureTypes)[keyof typeof signatureTypes];

/** A public key as C2SP's verifier key names it. `id` is the first 4 bytes of its hash in hexadecimal. */
export type VerifierKey = {
  readonly name: string;
  readonly id: string;
  readonly type: SignatureType;
  readonly publicKey: Uint8Array;
};

/** Whether an Ed25519 signature (RFC 8032) holds; node:crypto answers at once, a page's WebCrypto later. */
export type Verifier = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>;

/** A private key at work: the key it is known by and its Ed25519 signature over bytes. */
export type Signer = { readonly key: VerifierKey; readonly sign: (message: Uint8Array) => Uint8Array };

export const ED25519_KEY_BYTES = 32;
export const KEY_NAME_CHARS_MAX = 255;

/** Key names are not empty and hold no space, control character or plus (signed-note, "Format"). */
const KEY_NAME = /^[^\s\p{Cc}+]+$/u;

/** The verifier key of a name, type and raw public key. */
export function verifierKey(name: string, type: SignatureType, publicKey: Uint8Array, sha256: Hasher): VerifierKey {
  assertKeyName(name);
  if (publicKey.length !== ED25519_KEY_BYTES) {
    throw new JournalFormatError("journal/key", `Cannot use a public key of ${publicKey.length} bytes: expected 32`);
  }
  const hash = sha256(concat(utf8(name), Uint8Array.of(0x0a, type), publicKey));
  return { name, id: toHex(hash.subarray(0, 4)), type, publicKey };
}

/** C2SP verifier key text: `name+id+base64(type ‖ public key)`. */
export function formatKey({ name, id, type, publicKey }: VerifierKey): string {
  return `${name}+${id}+${toBase64(concat(Uint8Array.of(type), publicKey))}`;
}

/** Reads a verifier key text; throws JournalFormatError when its parts do not belong together. */
export function parseKey(text: string, sha256: Hasher): VerifierKey {
  const [, name = "", id, data = ""] = /^([^+]*)\+([0-9a-f]{8})\+(.+)$/.exec(text.trim()) ?? [];
  const bytes = id === undefined ? new Uint8Array(0) : fromBase64(data);
  const type = Object.values(signatureTypes).find((one) => one === bytes[0]);
  if (type === undefined) throw brokenKey(text);
  const key = verifierKey(name, type, bytes.subarray(1), sha256);
  if (key.id !== id) throw brokenKey(text);
  return key;
}

/** Keys of a file: one verifier key a line; empty lines and lines that start with "#" are passed over. */
export function parseKeys(text: string, sha256: Hasher): readonly VerifierKey[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "" && !line.startsWith("#")).map((line) => parseKey(line, sha256));
}

/** Name and id together say which key it is. */
export function sameKey(a: { name: string; id: string }, b: { name: string; id: string }): boolean {
  return a.name === b.name && a.id === b.id;
}

export function assertKeyName(name: string): void {
  if (name.length <= KEY_NAME_CHARS_MAX && KEY_NAME.test(name) && name.isWellFormed()) return;
  throw new JournalFormatError("journal/key-name", `Cannot use the key name "${name.slice(0, 80)}": no spaces, no "+"`);
}

function brokenKey(text: string): JournalFormatError {
  return new JournalFormatError("journal/key", `Cannot read the verifier key "${text.slice(0, 120)}"`);
}
