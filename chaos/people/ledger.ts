import type { Word } from "./messages.ts";

/** The limit that the run is judged by: CNY 8,000 a person and day, counted by this counter of the rulebook. */
export const LIMIT = { counter: "duty_free_today", most: 800_000 };

type Sold = Extract<Word, { kind: "sold" }>;
type Receipt = { readonly number: number; readonly hash: string };

/** What the devices said, kept in the process that never dies. */
export class Ledger {
  readonly sold = new Map<string, Sold>();
  readonly receipts = new Map<string, Receipt>();
  readonly visitors = new Map<number, string>();
  readonly over: string[] = [];
  readonly changed: string[] = [];
  readonly refusals = new Map<string, number>();
  readonly statuses = new Map<string, number>();
  readonly uncovered: string[] = [];
  readonly dropped: string[] = [];
  readonly refusedEvents: { readonly device: string; readonly told: string }[] = [];
  /** Sales of a visitor that she may carry out. */
  readonly slips = new Map<number, string[]>();
  unknown = 0;
  refunded = 0;
  left = 0;
  soldByCopies = 0;
  busyWithoutRetry = 0;
  readonly #sums = new Map<string, number>();
  readonly #passes = new Set<string>();

  hear(word: Word): void {
    if (word.kind === "sold") this.#hearSold(word);
    else if (word.kind === "refunded") this.#hearRefund(word.sale);
    else if (word.kind === "receipt") this.#hearReceipt(word.key, word);
    else if (word.kind === "entered") this.#hearEntered(word);
    else if (word.kind === "left") this.#hearLeft(word);
    else if (word.kind === "unknown") this.unknown += 1;
    else if (word.kind === "dropped") this.dropped.push(word.key);
    else if (word.kind === "refusal") this.#hearRefusal(word);
    else if (word.kind === "answer") {
      count(this.statuses, `${word.status} to ${word.what}`);
      if (word.status === 503 && !word.retryAfter) this.busyWithoutRetry += 1;
    }
  }

  /** P1 at this moment: what all honest tills sold to a person on a day, wherever it is known yet. */
  #hearSold(word: Sold): void {
    if (word.isCopy) {
      this.soldByCopies += 1;
      return;
    }
    this.sold.set(word.sale, word);
    this.slips.set(word.visitor, [...(this.slips.get(word.visitor) ?? []), word.sale]);
    const sum = this.#add(word, word.taken[LIMIT.counter] ?? 0);
    if (sum > LIMIT.most) this.over.push(`${word.person} on ${word.day}: ${sum}`);
  }

  #hearRefund(sale: string): void {
    this.refunded += 1;
    const sold = this.sold.get(sale);
    if (sold === undefined) return;
    this.#add(sold, -(sold.taken[LIMIT.counter] ?? 0));
    const slips = this.slips.get(sold.visitor) ?? [];
    this.slips.set(
      sold.visitor,
      slips.filter((one) => one !== sale),
    );
  }

  #add({ person, day }: Sold, amount: number): number {
    const sum = (this.#sums.get(`${person} ${day}`) ?? 0) + amount;
    this.#sums.set(`${person} ${day}`, sum);
    return sum;
  }

  #hearReceipt(key: string, { number, hash }: Receipt): void {
    const before = this.receipts.get(key);
    if (before !== undefined && (before.number !== number || before.hash !== hash)) this.changed.push(key);
    this.receipts.set(key, { number, hash });
  }

  #hearRefusal({ what, reason, device }: Extract<Word, { kind: "refusal" }>): void {
    count(this.refusals, `${what}: ${reason}`);
    if (what !== "reserve") this.refusedEvents.push({ device, told: `${what}: ${reason}` });
  }

  /** A gate that asks again is answered again: she came in once, and may be out by now. */
  #hearEntered({ person, pass }: Extract<Word, { kind: "entered" }>): void {
    if (this.#passes.has(pass)) return;
    this.#passes.add(pass);
    this.visitors.set(person, pass);
  }

  #hearLeft({ verdict, uncovered }: Extract<Word, { kind: "left" }>): void {
    if (verdict === "admit") this.left += 1;
    this.uncovered.push(...uncovered);
  }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
