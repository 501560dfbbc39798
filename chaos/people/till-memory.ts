import type { TillEvent } from "@twinline/api";
import type { Amounts } from "../../packages/zone/src/rights/amounts.ts";
import { minus, trimmed } from "../../packages/zone/src/rights/amounts.ts";
import type { Right } from "../../packages/zone/src/rights/right.ts";

/** What a till asks the node for, with the key that it stored before it asked. */
export type Asked = {
  readonly key: string;
  readonly person: number;
  readonly pass: string;
  readonly valueMinor: number;
};

/** A line of a till's journal. It stands on the disk before anybody is told of it. */
export type TillLine =
  | { readonly kind: "boot"; readonly boot: string }
  | { readonly kind: "asked"; readonly asked: Asked }
  | { readonly kind: "answered"; readonly key: string; readonly right?: Right }
  | {
      readonly kind: "event";
      readonly event: TillEvent;
      readonly signature?: string;
      readonly rest?: Amounts;
      readonly ended?: number;
    }
  | { readonly kind: "reported"; readonly sequence: number };

/** What a till knows: a fold over its journal, so that a till that was killed knows it again. */
export class TillMemory {
  readonly rights = new Map<number, Right>();
  readonly open = new Map<string, Asked>();
  /** Whose right it is, as the shop knows her. */
  readonly visitors = new Map<number, number>();
  readonly unreported = new Map<number, { readonly event: TillEvent; readonly signature?: string }>();
  boot = "";
  last = 0;
  /** The last legal day of which it has said that it sells no more; a right of it that comes late is left to lapse. */
  endedDay = 0;

  constructor(lines: readonly TillLine[] = []) {
    for (const line of lines) this.remember(line);
  }

  remember(line: TillLine): void {
    if (line.kind === "boot") this.boot = line.boot;
    else if (line.kind === "asked") this.open.set(line.asked.key, line.asked);
    else if (line.kind === "reported") this.unreported.delete(line.sequence);
    else if (line.kind === "event") this.#rememberEvent(line);
    else this.#rememberAnswer(line);
  }

  #rememberAnswer({ key, right }: TillLine & { readonly kind: "answered" }): void {
    const person = this.open.get(key)?.person;
    if (!this.open.delete(key) || right === undefined || right.day <= this.endedDay) return;
    this.visitors.set(right.reservation, person ?? 0);
    this.rights.set(right.reservation, right);
  }

  #rememberEvent({ event, signature, rest, ended }: TillLine & { readonly kind: "event" }): void {
    this.last = Math.max(this.last, event.sequence);
    this.unreported.set(event.sequence, signature === undefined ? { event } : { event, signature });
    if (event.kind === "sale" && rest !== undefined) this.#hold(event.reservation, () => rest);
    else if (event.kind === "release") this.#hold(event.reservation, (held) => trimmed(minus(held, event.amounts)));
    else if (ended !== undefined) this.#forgetUntil(ended);
  }

  #hold(reservation: number, change: (held: Amounts) => Amounts): void {
    const right = this.rights.get(reservation);
    if (right !== undefined) this.rights.set(reservation, { ...right, held: change(right.held) });
  }

  /** The till has said its last word of a day: it sells no more from that day's rights. */
  #forgetUntil(last: number): void {
    this.endedDay = Math.max(this.endedDay, last);
    for (const [reservation, right] of this.rights) if (right.day <= last) this.rights.delete(reservation);
  }
}
