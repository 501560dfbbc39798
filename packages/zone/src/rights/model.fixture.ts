import type { Capture } from "../captures/numbering.ts";
import type { GoodsLine } from "../passages/command.ts";
import { commandOf, law, type toyNode, toyRulebooks } from "../passages/toy-node.fixture.ts";
import type { Body } from "../spine/concept.ts";
import { isObject } from "../spine/json.ts";
import { type Amounts, plus } from "./amounts.ts";
import { goodsFactsOf } from "./line-facts.ts";
import { rightOf } from "./reservation.ts";
import { countersOf, type Right } from "./right.ts";
import { sellFrom } from "./sell.ts";

const DAY_MS = 86_400_000;
const installed = toyRulebooks.get("toy/cn/departure")!;

/** An event of a till that the node may or may not have heard of. */
export type TillEvent = { readonly kind: string; readonly command: object };

/** A till of the toy zone: what it holds, what it has sold, and events that wait to be told. */
export class ToyTill {
  readonly device: string;
  boot: string;
  sequence = 0;
  rights: Right[] = [];
  sold: { readonly id: string; readonly reservation: number; readonly goods: GoodsLine }[] = [];
  outbox: TillEvent[] = [];
  readonly given = new Map<number, Body>();

  constructor(device: string, boot = "1") {
    this.device = device;
    this.boot = boot;
  }

  /** The same disk in a second device. */
  copy(boot: string): ToyTill {
    const copy = new ToyTill(this.device, boot);
    Object.assign(copy, { sequence: this.sequence, rights: [...this.rights], sold: [...this.sold] });
    for (const [number, body] of this.given) copy.given.set(number, body);
    return copy;
  }

  reserve(node: ToyZone, person: string, value: number, isEnvelope = true): Body {
    const stay = node.stay(person);
    const visit = typeof stay?.visit === "string" ? stay.visit : "0";
    const traveller = commandOf({ direction: "out", person }).traveller;
    const by = { device: this.device };
    const place = { place: "CN-S1", lane: "1", visit, gate: "CN-1", policy: "reserved-only" };
    const command = { kind: "reserve", by, ...place, traveller, goods: [goodsOf(value)], isEnvelope };
    const body = node.run("reserve", command, law.day * DAY_MS);
    if (body.outcome !== "done" || !isObject(body.reservation)) return body;
    const number = body.number;
    this.given.set(number, body);
    this.rights.push(rightOf(body, number, body.reservation.held as Amounts));
    return body;
  }

  /** Sells from the right, as the till's page does: decided here, before anybody is asked. */
  sell(at: number, value: number): boolean {
    const right = this.rights[at % Math.max(1, this.rights.length)];
    if (right === undefined) return false;
    const goods = goodsOf(value);
    const counters = countersOf(right);
    const sold = sellFrom(installed, right, [goodsFactsOf(installed.rulebook, goods)]);
    if (sold.kind === "refused") return false;
    const capture = this.#next(`sale ${right.reservation} ${value}`);
    this.sold.push({ id: `${this.device}.${capture.sequence}`, reservation: right.reservation, goods });
    this.#keep({ ...right, held: sold.rest });
    const given = this.given.get(right.reservation);
    this.#tell("sale", { capture, reservation: right.reservation, given, law: installed, counters, goods: [goods] });
    return true;
  }

  release(at: number, share: number): void {
    const right = this.rights[at % Math.max(1, this.rights.length)];
    const held = right?.held.used ?? 0;
    const amount = Math.min(held, share);
    if (right === undefined || amount === 0) return;
    const capture = this.#next(`release ${right.reservation} ${amount}`);
    this.#keep({ ...right, held: held === amount ? {} : { used: held - amount } });
    const given = this.given.get(right.reservation);
    this.#tell("sale_release", { capture, reservation: right.reservation, given, amounts: { used: amount } });
  }

  refund(at: number): string | undefined {
    const sale = this.sold[at % Math.max(1, this.sold.length)];
    if (sale === undefined) return undefined;
    const capture = this.#next(`refund ${sale.id}`);
    const { reservation } = sale;
    const lines = [{ line: 0, quantity: 1 }];
    this.#tell("sale_refund", {
      capture,
      sale: sale.id,
      given: this.given.get(reservation),
      reservation,
      law: installed,
      lines,
    });
    return sale.id;
  }

  last(day: number): void {
    this.#tell("till_last", { capture: this.#next(`last ${day}`), day });
  }

  #next(what: string): Capture {
    this.sequence += 1;
    const { device, boot, sequence } = this;
    return { device, boot, sequence, atMs: law.day * DAY_MS, digest: `${device} ${boot} ${sequence} ${what}` };
  }

  #tell(kind: string, fields: object): void {
    this.outbox.push({ kind, command: { kind, by: {}, place: "CN-S1", lane: "1", ...fields } });
  }

  #keep(right: Right): void {
    this.rights = this.rights.map((one) => (one.reservation === right.reservation ? right : one));
  }
}

export type ToyZone = ReturnType<typeof toyNode>;

/** A node that answers each event once, by its bytes, as the writer's idempotency does. */
export function eventDesk(node: ToyZone) {
  const answers = new Map<string, Body>();
  return ({ kind, command }: TillEvent): Body => {
    const { digest } = (command as { capture: Capture }).capture;
    const answer = answers.get(digest) ?? node.run(kind, command, law.day * DAY_MS);
    answers.set(digest, answer);
    return answer;
  };
}

/** Everything that is held and spent of a person's day, from rights, sales and passages. */
export function accountedFor(node: ToyZone, person: string): Amounts {
  let sum: Amounts = {};
  for (const { table, row } of node.rows.values()) {
    if (row.person !== person) continue;
    if (table === "reservation") sum = plus(sum, JSON.parse(String(row.held)));
    if (table === "sale") for (const { amounts } of JSON.parse(String(row.lines))) sum = plus(sum, amounts);
  }
  const passed = node.entries
    .filter(({ body }) => body.kind === "passage" && body.person === person && body.outcome === "admit")
    .flatMap(({ body }) => body.decisions as unknown as { outputs: { free?: number } }[])
    .reduce((all, { outputs }) => all + (outputs.free ?? 0), 0);
  return plus(sum, { used: passed });
}

function goodsOf(valueMinor: number): GoodsLine {
  const described = { hs: "6109", category: law.goods, quantity: 1, massGrams: 1 };
  return { ...described, valueMinor, indivisible: false, facts: {} };
}
