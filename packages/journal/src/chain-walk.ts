import { type Hasher, hashFromHex, toHex } from "./bytes.ts";
import { type Entry, entryHash, GENESIS } from "./chain.ts";
import { type Finding, finding } from "./fault.ts";

type Step = { readonly number: number; readonly hash: string; readonly intact: boolean };

/**
 * Follows entries past any number of faults and says of each where it lies. An entry's number is believed only when
 * its own hash stands over it, so one edited digit cannot put all that follows out of step.
 */
export class ChainWalk {
  readonly #chain: string;
  readonly #sha256: Hasher;
  #head: Step;
  /** A broken link between two intact entries: only the link after them tells which of the two was replaced. */
  #suspect: number | undefined;

  /** `first` is the number the walk begins with; before entry 1 stands the genesis hash. */
  constructor(chain: string, first: number, sha256: Hasher) {
    this.#chain = chain;
    this.#sha256 = sha256;
    this.#head = { number: first - 1, hash: toHex(GENESIS), intact: first === 1 };
  }

  /** Number of the entry that the walk stands on. */
  get number(): number {
    return this.#head.number;
  }

  /** The next entry of the file. `taken` is false for one that has no place here. */
  step(entry: Entry): { readonly taken: boolean; readonly faults: readonly Finding[] } {
    const expected = this.#head.number + 1;
    const intact = this.#isIntact(entry, entry.number);
    if (!intact) return { taken: true, faults: this.#takeAltered(entry, expected) };
    if (entry.number < expected) {
      return { taken: false, faults: [finding("repeated", entry.number, `expected entry ${expected}`)] };
    }
    if (entry.number > expected) {
      const gap = finding("missing", expected, `entry ${entry.number} follows ${expected - 1}`, entry.number - 1);
      const faults = [...this.#settle(false), gap];
      this.#head = { number: entry.number, hash: entry.hash, intact };
      return { taken: true, faults };
    }
    return { taken: true, faults: this.#takeNext(entry) };
  }

  /** What is left open when the file ends. */
  end(): readonly Finding[] {
    if (this.#suspect === undefined) return [];
    return [finding("replaced", this.#suspect, "its link to the next does not hold", this.#suspect + 1)];
  }

  #takeAltered(entry: Entry, expected: number): readonly Finding[] {
    const detail = this.#isIntact(entry, expected) ? `its number reads ${entry.number}` : `its hash is ${entry.hash}`;
    const faults = [...this.#settle(false), finding("altered", expected, detail)];
    this.#head = { number: expected, hash: entry.hash, intact: false };
    return faults;
  }

  #takeNext(entry: Entry): readonly Finding[] {
    const broken = this.#head.intact && entry.prev !== this.#head.hash;
    const previous = this.#head.number;
    const faults = [...this.#settle(broken)];
    const explained = faults.some((one) => one.number === previous);
    if (broken && !explained) {
      if (previous === 0) faults.push(finding("replaced", 1, "it is not chained to the beginning"));
      else this.#suspect = previous;
    }
    this.#head = { number: entry.number, hash: entry.hash, intact: true };
    return faults;
  }

  /** A suspected link (a, b): when b's next link is broken too it is b that was replaced, else a. */
  #settle(nextIsBroken: boolean): readonly Finding[] {
    const first = this.#suspect;
    if (first === undefined) return [];
    this.#suspect = undefined;
    return [finding("replaced", nextIsBroken ? first + 1 : first, "its links to its neighbours do not hold")];
  }

  #isIntact({ prev, hash, body }: Entry, number: number): boolean {
    return toHex(entryHash({ chain: this.#chain, number, prev: hashFromHex(prev), body }, this.#sha256)) === hash;
  }
}
