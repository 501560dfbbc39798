import { type SignedMessage, signatureBase } from "./signature-base.ts";

/** Seconds a signature lives; the node refuses longer lives and later arrivals. */
export const SIGNATURE_LIFE_SECONDS = 60;
/** Name of this application's signatures (RFC 9421 §2.3 `tag`): one made for another purpose is refused. */
export const SIGNATURE_TAG = "twinline";
const NONCE_BYTES = 16;

/** Key of a device: its id, and the act of signing; where the key itself lives is the holder's secret. */
export type DeviceSigner = { keyId: string; sign(bytes: Uint8Array): Promise<Uint8Array> };

/** What is to be sent: the address in full, the body's exact bytes and the headers that the signature is to cover. */
export type RequestToSign = { method: string; url: string; body?: Uint8Array; idempotencyKey?: string };

/** Makes a device's Ed25519 key. In a browser it cannot be extracted and is kept in IndexedDB as it is (WebCrypto). */
export async function createDeviceKey() {
  const pair = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
  if (!("privateKey" in pair))
    throw new TypeError("Cannot create a device key: this platform has no Ed25519 key pairs");
  const publicKey = base64url(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)));
  return { privateKey: pair.privateKey, publicKey, keyId: await keyIdOf(publicKey) };
}

/** Id of a public key: base64url of the SHA-256 of its 32 bytes, the same on device and node. */
export async function keyIdOf(publicKey: string): Promise<string> {
  return base64url(await sha256(fromBase64url(publicKey)));
}

/** A signer over a WebCrypto private key. */
export function deviceSigner(
  keyId: string,
  privateKey: Awaited<ReturnType<typeof createDeviceKey>>["privateKey"],
): DeviceSigner {
  return {
    keyId,
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign("Ed25519", privateKey, owned(bytes))),
  };
}

/**
 * Headers that sign a request (RFC 9421 with one signature, "sig"; RFC 9530 for the body): method, authority, path, query,
 * the body's digest and the idempotency key, with created, expires, nonce, keyid, alg and tag. Send the body unchanged.
 */
export async function signRequest(
  request: RequestToSign,
  signer: DeviceSigner,
  effects: { nowSeconds(): number; nonce(): string } = { nowSeconds, nonce },
): Promise<Record<string, string>> {
  const headers = await coveredHeaders(request);
  const components = ["@method", "@authority", "@path", "@query", ...Object.keys(headers)];
  const created = effects.nowSeconds();
  const params =
    `(${components.map((one) => `"${one}"`).join(" ")});created=${created};expires=${created + SIGNATURE_LIFE_SECONDS}` +
    `;nonce="${effects.nonce()}";keyid="${signer.keyId}";alg="ed25519";tag="${SIGNATURE_TAG}"`;
  const base = signatureBase(messageOf(request, headers), components, params);
  const signature = await signer.sign(new TextEncoder().encode(base));
  return { ...headers, "signature-input": `sig=${params}`, signature: `sig=:${base64(signature)}:` };
}

/** Value of the header Content-Digest (RFC 9530 §2) for a body's bytes. */
export async function contentDigest(body: Uint8Array): Promise<string> {
  return `sha-256=:${base64(await sha256(body))}:`;
}

async function coveredHeaders(request: RequestToSign): Promise<Record<string, string>> {
  return {
    ...(request.body === undefined ? {} : { "content-digest": await contentDigest(request.body) }),
    ...(request.idempotencyKey === undefined ? {} : { "idempotency-key": request.idempotencyKey }),
  };
}

function messageOf(request: RequestToSign, headers: Record<string, string>): SignedMessage {
  const url = new URL(request.url);
  return {
    method: request.method,
    authority: url.host,
    path: url.pathname,
    query: url.search === "" ? "?" : url.search,
    header: (name) => headers[name],
  };
}

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", owned(bytes)));
}

/** WebCrypto takes bytes of an ordinary buffer only, not of a shared one. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

function nowSeconds(): number {
  return Math.floor(Temporal.Now.instant().epochMilliseconds / 1000);
}

function nonce(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(NONCE_BYTES)));
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function base64url(bytes: Uint8Array): string {
  return base64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64url(text: string): Uint8Array {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
