/** Something that will happen at a time; equal times keep the order in which they were planned. */
export type Planned<Event> = { readonly at: number; readonly order: number; readonly event: Event };

/** A binary heap of planned events, earliest first. */
export class EventQueue<Event> {
  readonly #heap: Planned<Event>[] = [];
  #planned = 0;

  plan(at: number, event: Event): void {
    const one = { at, order: this.#planned++, event };
    let index = this.#heap.push(one) - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      if (before(this.#heap[above]!, one)) break;
      this.#heap[index] = this.#heap[above]!;
      index = above;
    }
    this.#heap[index] = one;
  }

  /** The earliest event, taken out; undefined when nothing is planned. */
  next(): Planned<Event> | undefined {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (first === undefined || last === undefined || this.#heap.length === 0) return first;
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      if (left >= this.#heap.length) break;
      const right = left + 1;
      const child = right < this.#heap.length && before(this.#heap[right]!, this.#heap[left]!) ? right : left;
      if (before(last, this.#heap[child]!)) break;
      this.#heap[index] = this.#heap[child]!;
      index = child;
    }
    this.#heap[index] = last;
    return first;
  }
}

function before<Event>(a: Planned<Event>, b: Planned<Event>): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
