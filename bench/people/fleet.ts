import { type ReservationAnswer, type Right, routes, type TillEvent } from "@twinline/api";
import { Pen } from "../../chaos/people/device-key.ts";
import type { DeviceSetup } from "../../chaos/people/messages.ts";
import { minus } from "../../packages/zone/src/rights/amounts.ts";
import type { Ending } from "./open-loop.ts";
import type { WideClient } from "./wide-client.ts";

const BASE_NUMBER = 20_000_000;
const ENVELOPE_FEN = 790_000;
const PRICE_FEN = 100;
const BOOT = "AAAAAAAAAAAAAAAAAAAAAA";
const CATEGORY = "textile";

type Holding = { readonly right: Right; spent: number };

/** A till with rights in its hands: each sale is an event of its own, sent when it is made. */
export class BenchTill {
  readonly pen: Pen;
  readonly #holdings: Holding[] = [];
  #sequence = 0;

  constructor({ key }: DeviceSetup) {
    this.pen = new Pen(key);
  }

  hold(right: Right): void {
    this.#holdings.push({ right, spent: 0 });
  }

  /** The next sale, signed. The right is used evenly, so that none runs out. */
  nextSale(): { readonly event: TillEvent; readonly signature: string } {
    const holding = this.#holdings[this.#sequence % this.#holdings.length]!;
    this.#sequence += 1;
    const { right } = holding;
    const held = minus(right.held, { duty_free_today: holding.spent });
    holding.spent += PRICE_FEN;
    const line = {
      hs: "6110",
      category: CATEGORY,
      quantity: 1,
      massGrams: 100,
      valueMinor: PRICE_FEN,
      indivisible: false,
    };
    const at = Temporal.Now.instant().toString({ smallestUnit: "millisecond" });
    const counters = minus(right.ceiling, held);
    const named = { device: this.pen.keyId, boot: BOOT, sequence: this.#sequence, at };
    const event: TillEvent = {
      kind: "sale",
      ...named,
      reservation: right.reservation,
      hash: right.hash,
      counters,
      goods: [line],
    };
    return { event, signature: this.pen.signEvent(event) };
  }
}

/** A person comes in; gives the code of her pass. */
export async function enter(client: WideClient, gate: Pen, lane: string, person: number): Promise<string> {
  const { text } = await client.ask(gate, routes.passage.path, passageOf("in", lane, person), crypto.randomUUID());
  const { pass } = JSON.parse(text) as { pass?: string };
  if (pass === undefined) throw new Error(`Cannot prepare the load: nobody was let in (${text.slice(0, 200)})`);
  return pass;
}

/** A right for the holder of a pass at a till. */
export async function reserveFor(client: WideClient, till: BenchTill, pass: string): Promise<void> {
  const body = { pass, envelope: { valueMinor: ENVELOPE_FEN, category: CATEGORY } };
  const { text } = await client.ask(till.pen, routes.reserve.path, body, crypto.randomUUID());
  const { right } = JSON.parse(text) as ReservationAnswer;
  if (right === undefined) throw new Error(`Cannot prepare the load: no right (${text.slice(0, 200)})`);
  till.hold(right);
}

export function passageOf(direction: "in" | "out", lane: string, person: number) {
  const number = `E${BASE_NUMBER + person}`;
  const document = {
    kind: "exit_entry_permit",
    number,
    nationality: "CN",
    name: `PERSON ${person}`,
    born: "1990-01-01",
    expires: "2035-01-01",
  };
  return { direction, gate: "CN-1", lane, document };
}

/** How a request ended: an answer that the node decided, a busy word, or neither. */
export function endingOf({ status, retryAfter }: { readonly status: number; readonly retryAfter: boolean }): Ending {
  if (status === 200) return "taken";
  if (status === 503 || status === 429) return retryAfter ? "busy" : "busy-without-retry-after";
  return "failed";
}
