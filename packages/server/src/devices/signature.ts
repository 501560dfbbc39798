import { createPublicKey, hash, type KeyObject, timingSafeEqual, verify } from "node:crypto";
import { SIGNATURE_LIFE_SECONDS, SIGNATURE_TAG, signatureBase } from "@twinline/api";
import { signatureError } from "../access/access-error.ts";

/** How far a device's clock may be off; a node itself refuses to start beyond it (promises.md D9). */
export const CLOCK_SKEW_SECONDS = 30;
/** Every request is bound to its method, its receiver and its address. */
const COVERED = ["@method", "@authority", "@path", "@query"];

/** A request as it came: `authority` is the receiver's own name, already compared with the Host header. */
export type SignedRequest = {
  readonly method: string;
  readonly authority: string;
  readonly url: string;
  readonly body: Uint8Array | undefined;
  header(name: string): string | undefined;
};

/** What a signature says of itself, before anybody believes it. */
export type Claim = {
  readonly keyId: string;
  readonly nonce: string;
  readonly createdSeconds: number;
  readonly expiresSeconds: number;
  readonly components: readonly string[];
  readonly params: string;
  readonly signature: Buffer;
};

/**
 * Signature-Input in the one form that `signRequest` of packages/api writes. The grammar of RFC 9421 §4.1 is wider; taking
 * one form only means that two readers cannot understand it differently, and that a second signature is no signature.
 */
const INPUT =
  /^sig=(?<params>\((?<components>"[a-z@-]{1,40}"(?: "[a-z@-]{1,40}"){0,9})\);created=(?<created>\d{1,12});expires=(?<expires>\d{1,12});nonce="(?<nonce>[A-Za-z0-9_-]{22})";keyid="(?<keyId>[A-Za-z0-9_-]{43})";alg="ed25519";tag="(?<tag>[a-z]{1,20})")$/;
const SIGNATURE = /^sig=:([A-Za-z0-9+/]{86}==):$/;

/** Reads the claim and what can be judged without a key: form, time, coverage, digest. Throws RequestError 401. */
export function readClaim(request: SignedRequest, nowSeconds: number): Claim {
  const claim = parseClaim(request);
  assertTime(claim, nowSeconds);
  assertCoverage(claim, request);
  assertDigest(request);
  return claim;
}

/** Checks the signature over exactly this request (RFC 9421 §3.2, Ed25519 §3.3.6). Throws RequestError 401. */
export function assertSigned(request: SignedRequest, claim: Claim, key: KeyObject): void {
  const [path = "/", query] = splitUrl(request.url);
  const message = {
    method: request.method,
    authority: request.authority,
    path,
    query: query ?? "?",
    header: request.header,
  };
  const base = Buffer.from(signatureBase(message, claim.components, claim.params));
  if (!verify(null, base, key, claim.signature))
    throw signatureError("invalid", "Cannot believe the signature: it does not fit");
}

/** Key object of an Ed25519 public key, 32 bytes as base64url (RFC 8410 SPKI around them). Throws RangeError. */
export function devicePublicKey(publicKey: string): KeyObject {
  const raw = Buffer.from(publicKey, "base64url");
  if (raw.length !== 32 || raw.toString("base64url") !== publicKey) {
    throw new RangeError("Cannot read the device key: it is not 32 bytes of base64url");
  }
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" });
}

function parseClaim(request: SignedRequest): Claim {
  const input = request.header("signature-input");
  const signature = request.header("signature");
  if (input === undefined || signature === undefined)
    throw signatureError("missing", "Cannot take the request: it is not signed");
  const groups = INPUT.exec(input)?.groups;
  const text = SIGNATURE.exec(signature)?.[1] ?? "";
  const bytes = Buffer.from(text, "base64");
  // NOTE: base64 has several spellings of the same bytes; one signature is one text.
  if (groups === undefined || bytes.toString("base64") !== text || text === "" || groups.tag !== SIGNATURE_TAG) {
    throw signatureError("form", "Cannot read the signature: its form is not the one of this interface");
  }
  return {
    keyId: groups.keyId!,
    nonce: groups.nonce!,
    createdSeconds: Number(groups.created),
    expiresSeconds: Number(groups.expires),
    components: groups.components!.slice(1, -1).split('" "'),
    params: groups.params!,
    signature: bytes,
  };
}

function assertTime({ createdSeconds, expiresSeconds }: Claim, nowSeconds: number): void {
  const life = expiresSeconds - createdSeconds;
  const early = createdSeconds > nowSeconds + CLOCK_SKEW_SECONDS;
  const late = expiresSeconds + CLOCK_SKEW_SECONDS < nowSeconds;
  if (life > 0 && life <= SIGNATURE_LIFE_SECONDS && !early && !late) return;
  throw signatureError("time", "Cannot believe the signature: it is from another time or lives too long");
}

function assertCoverage({ components }: Claim, request: SignedRequest): void {
  const needed = [...COVERED];
  if (request.body !== undefined) needed.push("content-digest");
  if (request.header("idempotency-key") !== undefined) needed.push("idempotency-key");
  const twice = new Set(components).size !== components.length;
  const absent = components.some((name) => !name.startsWith("@") && request.header(name) === undefined);
  if (twice || absent || needed.some((name) => !components.includes(name))) {
    throw signatureError("coverage", `Cannot believe the signature: it must cover ${needed.join(", ")}, each once`);
  }
  if (components.some((name) => name.startsWith("@") && !COVERED.includes(name))) {
    throw signatureError("coverage", "Cannot believe the signature: it covers what this interface does not know");
  }
}

/** RFC 9530; the node's own hash, which does not take the way over a thread as WebCrypto's does. */
function assertDigest({ body, header }: SignedRequest): void {
  if (body === undefined) return;
  const wanted = Buffer.from(`sha-256=:${hash("sha256", body, "base64")}:`);
  const given = Buffer.from(header("content-digest") ?? "");
  if (given.length === wanted.length && timingSafeEqual(given, wanted)) return;
  throw signatureError("digest", "Cannot believe the signature: the body is not the one it was made for");
}

function splitUrl(url: string): [string, string | undefined] {
  const at = url.indexOf("?");
  return at < 0 ? [url, undefined] : [url.slice(0, at), url.slice(at)];
}
