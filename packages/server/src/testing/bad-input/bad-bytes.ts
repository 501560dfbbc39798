import fc from "fast-check";
import { BODY_BYTES_MAX } from "../../http/body.ts";
import { JSON_DEPTH_MAX } from "../../http/strict-json.ts";
import { CANARY } from "./spoiled.ts";

/** Bytes that are no JSON of ours, whatever they mean: each entry refuses by itself. */
const broken: readonly (string | Uint8Array)[] = [
  "{",
  "nul",
  "NaN",
  '{"a":NaN}',
  '{"a":1e999}',
  '{"a":123456789012345678901234567890}',
  '{"a":1,"a":2}',
  '{"a":{"b":1,"\\u0062":2}}',
  '{"a":"\\ud800"}',
  '{"a":"\\udc00\\ud800"}',
  "{'a':1}",
  '{"a":1,}',
  "// x\n{}",
  "{} {}",
  "\ufeff{}",
  `{"a":"${CANARY}`,
  "[".repeat(JSON_DEPTH_MAX + 1) + "]".repeat(JSON_DEPTH_MAX + 1),
  "[".repeat(100_000),
  `{"a":"${"x".repeat(BODY_BYTES_MAX)}"}`,
  Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d),
  Uint8Array.of(0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d),
  Uint8Array.of(0xfe, 0xff, 0x00, 0x7b, 0x00, 0x7d),
  Uint8Array.of(0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00),
  Uint8Array.of(0x00),
];

/** Bytes that cannot be read as a body. */
export const brokenBytes: fc.Arbitrary<Uint8Array> = fc.constantFrom(...broken).map((one) => Buffer.from(one));

/** The text of a good body with one byte of it changed, or its end cut off: good or bad, it must not hurt. */
export function bentBytes(value: fc.Arbitrary<unknown>): fc.Arbitrary<Uint8Array> {
  return fc.tuple(value, fc.nat(), fc.integer({ min: 0, max: 255 }), fc.boolean()).map(([one, at, byte, cut]) => {
    const bytes = Buffer.from(JSON.stringify(one) ?? "null");
    const place = at % bytes.length;
    if (cut) return bytes.subarray(0, place);
    bytes[place] = byte;
    return bytes;
  });
}

/** Headers that a browser would not send so. */
export const badHeaders: fc.Arbitrary<Record<string, string>> = fc.constantFrom<Record<string, string>>(
  { "content-type": "text/plain" },
  { "content-type": "application/x-www-form-urlencoded" },
  { "content-type": "application/json; charset=utf-16" },
  { "content-type": "multipart/form-data; boundary=x" },
  { "content-encoding": "gzip" },
  { "idempotency-key": CANARY },
  { "idempotency-key": "' or 1=1 --" },
  { cookie: `twinline-cn=${"A".repeat(43)}` },
  { cookie: `${CANARY}=${"B".repeat(4_000)}` },
  { cookie: "; ; =;=;" },
  { origin: "http://evil.example" },
  { origin: "null" },
  { host: "evil.example" },
  { host: `${CANARY}:99999` },
  { signature: "sig=:AAAA:" },
  { "signature-input": 'sig=("@method");created=1' },
  { signature: CANARY, "signature-input": CANARY },
  { "x-http-method-override": "DELETE" },
  { "x-forwarded-for": "127.0.0.1", "x-forwarded-host": "evil.example" },
  Object.fromEntries(Array.from({ length: 90 }, (_, at) => [`x-flood-${at}`, CANARY])),
);
