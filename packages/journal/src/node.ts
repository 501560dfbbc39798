/** The journal's hash, signatures and keys by node:crypto: the door of this pure package to Node. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import type { Hasher } from "./bytes.ts";
import {
  ED25519_KEY_BYTES,
  type SignatureType,
  type Signer,
  signatureTypes,
  type Verifier,
  verifierKey,
} from "./keys.ts";

export const sha256: Hasher = (bytes) => hash("sha256", bytes, "buffer");

/** SubjectPublicKeyInfo header of an Ed25519 key (RFC 8410 §4); the raw key follows it. */
const SPKI_HEADER = Buffer.from("302a300506032b6570032100", "hex");
/** Parsed keys are kept, for parsing one costs more than a signature check (promises.md §7). */
const PARSED_KEYS_MAX = 256;
const parsed = new Map<string, KeyObject>();

/** Ed25519 (RFC 8032) by node:crypto. */
export function verifySignature(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return verify(null, message, publicKeyObject(publicKey), signature);
}
verifySignature satisfies Verifier;

/** A signer from a private key in PKCS #8 PEM, as `newPrivateKey` makes it. `name` is the journal's origin or the cosigner. */
export function signerFromPem(name: string, pem: string, type: SignatureType = signatureTypes.signer): Signer {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== "ed25519") {
    throw new TypeError(`Cannot sign with a key of type "${privateKey.asymmetricKeyType}": expected "ed25519"`);
  }
  const spki = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  const publicKey = new Uint8Array(spki.subarray(-ED25519_KEY_BYTES));
  return { key: verifierKey(name, type, publicKey, sha256), sign: (message) => sign(null, message, privateKey) };
}

/** A new Ed25519 private key, PKCS #8 PEM. */
export function newPrivateKey(): string {
  return generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString();
}

function publicKeyObject(publicKey: Uint8Array): KeyObject {
  const text = Buffer.from(publicKey).toString("base64");
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const key = createPublicKey({ key: Buffer.concat([SPKI_HEADER, publicKey]), format: "der", type: "spki" });
  if (parsed.size >= PARSED_KEYS_MAX) parsed.clear();
  parsed.set(text, key);
  return key;
}
