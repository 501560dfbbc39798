import assert from "node:assert/strict";
import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { signatureBase } from "./signature-base.ts";
import { contentDigest, createDeviceKey, deviceSigner, SIGNATURE_LIFE_SECONDS, signRequest } from "./signing.ts";

const vector = JSON.parse(
  readFileSync(new URL("../../../conformance/http-signatures/rfc9421-b26.json", import.meta.url), "utf8"),
);
const encoder = new TextEncoder();

describe("the signature base", () => {
  const headers: Record<string, string> = vector.request.headers;
  const message = { ...vector.request, header: (name: string) => headers[name] };

  test("is the one of RFC 9421 B.2.6, and its Ed25519 signature the same bytes", () => {
    const base = signatureBase(message, vector.components, vector.params);
    assert.equal(base, vector.base.join("\n"));
    const key = createPrivateKey({ key: vector.privateKeyPkcs8, format: "der", type: "pkcs8", encoding: "base64" });
    assert.equal(sign(null, encoder.encode(base), key).toString("base64"), vector.signature);
    assert.ok(verify(null, encoder.encode(base), createPublicKey(key), Buffer.from(vector.signature, "base64")));
  });

  test("cannot be built over what the message does not hold, nor over a broken line", () => {
    assert.throws(() => signatureBase(message, ["x-absent"], "()"), /component "x-absent" is absent/);
    assert.throws(() => signatureBase(message, ["@status"], "()"), /component "@status" is absent/);
    assert.throws(
      () => signatureBase({ ...message, header: () => 'a\n"@method": GET' }, ["date"], "()"),
      /component "date" breaks a line/,
    );
  });
});

describe("signRequest", () => {
  test("covers the method, the address, the body and the key, and lives no longer than it may", async () => {
    const key = await createDeviceKey();
    const body = encoder.encode('{"a":1}');
    const request = { method: "POST", url: "http://127.0.0.1:8080/api/passages", body, idempotencyKey: "k" };
    const headers = await signRequest(request, deviceSigner(key.keyId, key.privateKey), {
      nowSeconds: () => 1_000,
      nonce: () => "AAAAAAAAAAAAAAAAAAAAAA",
    });
    assert.equal(
      headers["signature-input"],
      'sig=("@method" "@authority" "@path" "@query" "content-digest" "idempotency-key");created=1000' +
        `;expires=${1_000 + SIGNATURE_LIFE_SECONDS};nonce="AAAAAAAAAAAAAAAAAAAAAA";keyid="${key.keyId}";alg="ed25519";tag="twinline"`,
    );
    assert.equal(headers["content-digest"], await contentDigest(body));
    assert.match(headers.signature ?? "", /^sig=:[A-Za-z0-9+/]{86}==:$/);
  });

  test("makes a key that cannot leave the device", async () => {
    const key = await createDeviceKey();
    assert.equal(key.privateKey.extractable, false);
    await assert.rejects(crypto.subtle.exportKey("pkcs8", key.privateKey));
  });

  test("gives the digest of RFC 9530 for its own example", async () => {
    const digest = await contentDigest(encoder.encode('{"hello": "world"}'));
    assert.equal(digest, "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:");
  });
});
