import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { balance, openBooks } from "./books.ts";

const EVERY_MS = 1_000;

/** Looks at the books again and again while everything is under fire; a database that is down is looked at later. */
export class Watcher implements AsyncDisposable {
  readonly #folder: string;
  #client: pg.Client | undefined;
  readonly over: string[] = [];
  readonly unlike: string[] = [];
  looks = 0;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<Watcher> {
    return new Watcher(folder);
  }

  async watch(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await sleep(EVERY_MS);
      try {
        this.#client ??= await openBooks(this.#folder);
        const { over, unlike } = await balance(this.#client);
        this.over.push(...over);
        this.unlike.push(...unlike);
        this.looks += 1;
      } catch {
        this.#client = undefined;
      }
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#client?.end().catch(() => {});
  }
}
