/** Nonces remembered at most: above the rate limits of all devices over a signature's life. */
export const NONCES_MAX = 500_000;

type Claim = {
  readonly keyId: string;
  readonly nonce: string;
  readonly createdSeconds: number;
  readonly expiresSeconds: number;
};

/**
 * Remembers which nonces a key has used, as long as its signatures live. The memory is this process's own: a signature made
 * before the process began may have been used before it, and is refused; its device signs the same request anew.
 */
export class Nonces {
  readonly #sinceSeconds: number;
  readonly #most: number;
  /** Nonces by the second they expire in, so that a second is forgotten at once. */
  readonly #bySecond = new Map<number, Set<string>>();
  #count = 0;
  #clearedSeconds = 0;

  constructor(startedAt: Temporal.Instant, most: number = NONCES_MAX) {
    this.#sinceSeconds = Math.floor(startedAt.epochMilliseconds / 1000);
    this.#most = most;
  }

  /** "replayed" when the key used the nonce before or may have; "full" when no more can be remembered now. */
  take({ keyId, nonce, createdSeconds, expiresSeconds }: Claim, now: Temporal.Instant): "taken" | "replayed" | "full" {
    const nowSeconds = Math.floor(now.epochMilliseconds / 1000);
    this.#clear(nowSeconds);
    if (createdSeconds < this.#sinceSeconds) return "replayed";
    const used = this.#bySecond.get(expiresSeconds) ?? new Set<string>();
    const name = `${keyId} ${nonce}`;
    if (used.has(name)) return "replayed";
    if (this.#count >= this.#most) return "full";
    this.#bySecond.set(expiresSeconds, used.add(name));
    this.#count += 1;
    return "taken";
  }

  /** Once a second: what expired longer ago than clocks may differ is refused by its time already. */
  #clear(nowSeconds: number): void {
    if (nowSeconds === this.#clearedSeconds) return;
    this.#clearedSeconds = nowSeconds;
    for (const [second, used] of this.#bySecond) {
      if (second + KEPT_SECONDS >= nowSeconds) continue;
      this.#bySecond.delete(second);
      this.#count -= used.size;
    }
  }
}

/** Longer than CLOCK_SKEW_SECONDS of signature.ts lets a signature be late. */
const KEPT_SECONDS = 31;
