/**
 * A bounded memory of what the database said. It is right because a journal has one writer: whoever changes what is
 * remembered calls `forget` after the commit; an answer that was under way meanwhile is given but not kept.
 */
export class Remembered<V> {
  readonly #most: number;
  #kept = new Map<string, V>();

  constructor(most: number) {
    this.#most = most;
  }

  async get(key: string, fetch: () => Promise<V>): Promise<V> {
    const kept = this.#kept;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const found = await fetch();
    if (kept.size >= this.#most) this.forget();
    else kept.set(key, found);
    return found;
  }

  forget(): void {
    this.#kept = new Map();
  }
}
