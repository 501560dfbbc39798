import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { VaultError } from "./error.ts";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const TOKEN_BYTES = 16;
export const DATA_KEY_BYTES = 32;

/** AES-256-GCM: nonce, ciphertext and tag in one piece, bound to the place it is stored at. */
export function seal(key: Buffer, clear: Buffer, place: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `seal` made. Throws VaultError "vault/sealed" with another key, another place or changed bytes. */
export function unseal(key: Buffer, sealed: Buffer, place: string): Buffer {
  try {
    const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(place))
      .setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new VaultError(
      "vault/sealed",
      "Cannot open a sealed record: the key, the place or the bytes are not its own",
      cause,
    );
  }
}

/** Key of a new subject. */
export function newDataKey(): Buffer {
  return randomBytes(DATA_KEY_BYTES);
}

/** Random name of a subject on this side, e.g. "person_…"; nothing about the subject can be learnt from it. */
export function newToken(kind: string): string {
  return `${kind}_${randomBytes(TOKEN_BYTES).toString("base64url")}`;
}

/** Keyed hash of identifying fields; the separator is a byte that no field holds, so that fields cannot run together. */
export function indexOf(key: Buffer, kind: string, fields: readonly string[]): Buffer {
  return createHmac("sha256", key)
    .update([kind, ...fields].join("\0"))
    .digest();
}
