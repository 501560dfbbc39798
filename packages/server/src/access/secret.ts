import { createHash, randomBytes } from "node:crypto";

const SECRET_BYTES = 32;

/** A secret for somebody's hand: 256 random bits as base64url, 43 characters. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

/** What is kept of a secret. It has full entropy, so a plain hash is enough; a stolen table opens no door. */
export function hashOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
