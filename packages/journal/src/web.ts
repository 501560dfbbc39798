/** The journal's hash and signature check for a page: own SHA-256, Ed25519 by WebCrypto. */
import type { Verifier } from "./keys.ts";

export { sha256 } from "./sha256.ts";

/** Ed25519 by WebCrypto (W3C Secure Curves). A browser without it rejects with NotSupportedError: say so, do not pass. */
export const verifySignature: Verifier = async (publicKey, message, signature) => {
  const key = await crypto.subtle.importKey("raw", own(publicKey), "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", key, own(signature), own(message));
};

/** WebCrypto takes no view of a buffer that could be shared between threads. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
