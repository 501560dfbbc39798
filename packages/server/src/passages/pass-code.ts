import { createHash, createHmac } from "node:crypto";
import type { ZoneNode } from "../node.ts";

/** Bytes of a pass code: nobody guesses 128 bits. */
const CODE_BYTES = 16;
const SECRET = "pass";

/** The code on the printed pass of a passage: made from its idempotency key, so that a repeated request prints the same. */
export function passCode({ secrets }: Pick<ZoneNode, "secrets">, key: string): string {
  return createHmac("sha256", secrets.get(SECRET)).update(key).digest().subarray(0, CODE_BYTES).toString("base64url");
}

/** What the journal keeps of a code: who holds the pass finds the stay, who reads the journal finds no pass. */
export function passHash(code: string): string {
  return createHash("sha256").update(code).digest("hex");
}
