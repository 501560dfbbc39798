import type { Queries } from "../database.ts";
import { CLOCK_SKEW_SECONDS } from "./signature.ts";

/** Nonces are cleared away in this many takings; a cleared one belongs to a signature that has expired anyway. */
const CLEAR_EVERY = 256;

/** Remembers which nonces a key has used, as long as its signatures live. */
export class Nonces {
  #taken = 0;

  /** False when the key used the nonce before: the request is a replay. Asked only once the signature is believed. */
  async take(db: Queries, claim: { keyId: string; nonce: string; expiresSeconds: number }, now: Temporal.Instant) {
    this.#taken += 1;
    if (this.#taken % CLEAR_EVERY === 0) await db.query("delete from device_nonce where expires_at < $1", [now]);
    const expires = Temporal.Instant.fromEpochMilliseconds((claim.expiresSeconds + CLOCK_SKEW_SECONDS + 1) * 1000);
    const { count } = await db.query(
      "insert into device_nonce (key_id, nonce, expires_at) values ($1, $2, $3) on conflict do nothing",
      [claim.keyId, claim.nonce, expires],
      "nonce-take",
    );
    return count === 1;
  }
}
