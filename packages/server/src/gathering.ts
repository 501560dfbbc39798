type Waiting<A, B> = {
  readonly item: A;
  readonly resolve: (answer: B) => void;
  readonly reject: (cause: unknown) => void;
};

/**
 * Work that is cheaper done together: what is asked while a round runs waits for the next one. A round that fails is done
 * again one by one, so that nobody fails for another's sake.
 */
export class Gathering<A, B> {
  readonly #work: (items: readonly A[]) => Promise<readonly B[]>;
  readonly #most: number;
  #waiting: Waiting<A, B>[] = [];
  #running = false;

  constructor(work: (items: readonly A[]) => Promise<readonly B[]>, most: number) {
    this.#work = work;
    this.#most = most;
  }

  ask(item: A): Promise<B> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    // NOTE: one turn of the event loop lets requests that arrived together share a round.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#round(this.#waiting.splice(0, this.#most));
    this.#running = false;
  }

  async #round(members: readonly Waiting<A, B>[]): Promise<void> {
    try {
      const answers = await this.#work(members.map(({ item }) => item));
      for (const [at, { resolve }] of members.entries()) resolve(answers[at]!);
    } catch (cause) {
      if (members.length === 1) members[0]?.reject(cause);
      else for (const member of members) await this.#round([member]);
    }
  }
}
