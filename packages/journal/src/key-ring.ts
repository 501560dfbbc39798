import type { Hasher } from "./bytes.ts";
import { claimedFrom, verifyKeyStatement } from "./key-statement.ts";
import { sameKey, signatureTypes, type Verifier, type VerifierKey } from "./keys.ts";

type Held = { readonly key: VerifierKey; readonly from: number; until: number };

/**
 * The keys of one journal over its numbers. It starts from pinned keys; each key statement retires the key that signed
 * it and brings the next. A retired key proves old numbers only (promises.md D10).
 */
export class KeyRing {
  readonly #held: Held[];
  readonly #cosigners: readonly VerifierKey[];
  readonly #verify: Verifier;
  readonly #sha256: Hasher;

  constructor(pinned: readonly VerifierKey[], verify: Verifier, sha256: Hasher) {
    this.#held = pinned
      .filter((key) => key.type === signatureTypes.signer)
      .map((key) => ({ key, from: 0, until: Number.POSITIVE_INFINITY }));
    this.#cosigners = pinned.filter((key) => key.type === signatureTypes.cosigner);
    this.#verify = verify;
    this.#sha256 = sha256;
  }

  get cosigners(): readonly VerifierKey[] {
    return this.#cosigners;
  }

  /** Keys whose signature counts for this number. */
  at(number: number): readonly VerifierKey[] {
    return this.#held.filter(({ from, until }) => from <= number && number <= until).map(({ key }) => key);
  }

  /** Whether the ring ever held the key. */
  knows(key: { readonly name: string; readonly id: string }): boolean {
    return [...this.#held.map((held) => held.key), ...this.#cosigners].some((one) => sameKey(one, key));
  }

  /**
   * Takes a key statement that the key in force before its number signed; a second time it changes nothing. Returns the
   * number from which the new key counts. Throws as `verifyKeyStatement` does.
   */
  async rotate(text: string): Promise<number> {
    const before = claimedFrom(text) - 1;
    const { from, key, retired } = await verifyKeyStatement(text, this.at(before), this.#verify, this.#sha256);
    if (this.#held.some((held) => held.from === from && sameKey(held.key, key))) return from;
    for (const held of this.#held) if (retired.some((one) => sameKey(one, held.key))) held.until = from - 1;
    this.#held.push({ key, from, until: Number.POSITIVE_INFINITY });
    return from;
  }
}
