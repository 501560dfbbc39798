import { type CaptureReport, type Pack, type Right as RightAnswer, routes, type TillEvent } from "@twinline/api";
import type { Chance } from "@twinline/insight";
import { type CheckedRulebook, compileSource } from "@twinline/rulebook";
import { type Amounts, trimmed } from "../../packages/zone/src/rights/amounts.ts";
import { goodsFactsOf } from "../../packages/zone/src/rights/line-facts.ts";
import { countersOf, type Right } from "../../packages/zone/src/rights/right.ts";
import { sellFrom } from "../../packages/zone/src/rights/sell.ts";
import { installRulebook } from "../../packages/zone/src/rulebooks/install.ts";
import type { Installed } from "../../packages/zone/src/spine/installed.ts";
import { Pen } from "./device-key.ts";
import { DiskJournal } from "./disk-journal.ts";
import type { Answered, LineClient } from "./line-client.ts";
import type { DeviceSetup, Word } from "./messages.ts";
import { type Asked, type TillLine, TillMemory } from "./till-memory.ts";

/** Events of one report. */
const REPORT_MAX = 20;
const CATEGORY = "textile";

export type TillEffects = {
  readonly say: (word: Word) => void;
  readonly chance: Chance;
  /** What the device's clock says, which may be wrong. */
  readonly nowMs: () => number;
};

type Sale = { readonly id: string; readonly lines: number };
type Law = { readonly installed: Installed; readonly goodsFacts: Readonly<Record<string, string | boolean>> };
/** Fields of an event that `#write` fills in. */
type Written = "device" | "boot" | "sequence" | "at";
type Unwritten<E extends TillEvent = TillEvent> = E extends TillEvent ? Omit<E, Written> : never;

/** A till with its journal on its own disk: what it says yes to stands there first, and it asks with keys that it stored. */
export class Till {
  readonly #setup: DeviceSetup;
  readonly #journal: DiskJournal<TillLine>;
  readonly #memory: TillMemory;
  readonly #client: LineClient;
  readonly #pen: Pen;
  readonly #effects: TillEffects;
  readonly #sales: Sale[] = [];
  #law: Law | undefined;

  constructor(setup: DeviceSetup, file: string, client: LineClient, effects: TillEffects) {
    this.#setup = setup;
    this.#journal = new DiskJournal(file);
    this.#memory = new TillMemory(this.#journal.read());
    this.#client = client;
    this.#pen = new Pen(setup.key);
    this.#effects = effects;
    this.#remember({
      kind: "boot",
      boot: Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64url"),
    });
  }

  get device(): string {
    return this.#pen.keyId;
  }

  /** What still waits for the node: questions without an answer, events without a receipt. */
  get waiting(): number {
    return this.#memory.open.size + this.#memory.unreported.size;
  }

  /** One thing that a shop does; what needs the node is left when the line is cut. */
  async act(person: number, pass: string): Promise<void> {
    const dice = this.#effects.chance.next();
    if (this.#law === undefined && !(await this.#fetchLaw())) return;
    if (dice < 0.25) await this.reserve(person, pass);
    else if (dice < 0.7) this.sell();
    else if (dice < 0.75) this.release();
    else if (dice < 0.79) this.refund();
    else await this.report();
  }

  async reserve(person: number, pass: string): Promise<void> {
    const asked: Asked = {
      key: crypto.randomUUID(),
      person,
      pass,
      valueMinor: 20_000 + this.#effects.chance.below(180_000),
    };
    this.#remember({ kind: "asked", asked });
    await this.#ask(asked);
  }

  sell(): void {
    const law = this.#law;
    const rights = [...this.#memory.rights.values()].filter(({ held }) =>
      Object.values(held).some((amount) => amount > 0),
    );
    const right = rights[this.#effects.chance.below(Math.max(1, rights.length))];
    if (law === undefined || right === undefined) return;
    const valueMinor = 1_000 + this.#effects.chance.below(60_000);
    const line = { hs: "6110", category: CATEGORY, quantity: 1, massGrams: 300, valueMinor, indivisible: false };
    const facts = goodsFactsOf(law.installed.rulebook, { ...line, facts: law.goodsFacts });
    const sold = sellFrom(law.installed, right, [facts]);
    if (sold.kind === "refused") return;
    const { reservation, hash, day, subject } = right;
    const counters = countersOf(right);
    const event = this.#write({ kind: "sale", reservation, hash, counters, goods: [line] }, { rest: sold.rest });
    const sale = `${event.device}.${event.sequence}`;
    this.#sales.push({ id: sale, lines: 1 });
    const { isCopy } = this.#setup;
    const visitor = this.#memory.visitors.get(reservation) ?? 0;
    this.#effects.say({ kind: "sold", sale, isCopy, person: subject.person, visitor, day, taken: sold.taken });
  }

  release(): void {
    const right = [...this.#memory.rights.values()].find(({ held }) =>
      Object.values(held).some((amount) => amount > 0),
    );
    if (right === undefined) return;
    const amounts: Amounts = trimmed(
      Object.fromEntries(Object.entries(right.held).map(([name, amount]) => [name, Math.ceil(amount / 2)])),
    );
    this.#write({ kind: "release", reservation: right.reservation, amounts });
  }

  refund(): void {
    const sale = this.#sales.shift();
    if (sale === undefined) return;
    this.#write({ kind: "refund", sale: sale.id, lines: [{ line: 0, quantity: 1 }] });
    this.#effects.say({ kind: "refunded", sale: sale.id });
  }

  /** The till's last word of the day that its rights are of; every holder of its key says one. */
  end(): void {
    const day = Math.max(1, ...[...this.#memory.rights.values()].map((right) => right.day));
    const text = Temporal.PlainDate.from("1970-01-01").add({ days: day }).toString();
    this.#write({ kind: "last", day: text }, { ended: day });
  }

  /** Sends what the node has not acknowledged, in any order, and asks again what it never heard the answer of. */
  async report(): Promise<void> {
    for (const asked of [...this.#memory.open.values()].slice(0, REPORT_MAX)) await this.#ask(asked);
    const waiting = [...this.#memory.unreported.values()];
    const from = this.#effects.chance.below(Math.max(1, waiting.length));
    const events = [...waiting.slice(from), ...waiting.slice(0, from)].slice(0, REPORT_MAX);
    if (events.length === 0) return;
    const answered = await this.#client.ask(this.#pen, "POST", routes.tillEvents.path, { events });
    if (this.#tell("report", answered) !== 200 || answered.kind !== "answered") return;
    for (const answer of (answered.body as CaptureReport).answers) {
      if (answer.status !== "recorded") continue;
      this.#remember({ kind: "reported", sequence: answer.sequence });
      const { receipt, outcome, reason, sequence } = answer;
      if (receipt !== undefined)
        this.#effects.say({ kind: "receipt", key: `${answer.device}.${sequence}`, ...receipt });
      if (outcome !== "done") this.#effects.say({ kind: "refusal", what: "event", reason, device: this.#pen.keyId });
    }
  }

  async #ask({ key, pass, valueMinor }: Asked): Promise<void> {
    const body = { pass, envelope: { valueMinor, category: CATEGORY } };
    const answered = await this.#client.ask(this.#pen, "POST", routes.reserve.path, body, key);
    const status = this.#tell("reserve", answered);
    if (answered.kind !== "answered" || status === 503 || status === 429 || status >= 500) return;
    const answer = answered.body as {
      right?: RightAnswer;
      reason?: string;
      type?: string;
      receipt?: { number: number; hash: string };
    };
    this.#remember({ kind: "answered", key, ...(answer.right === undefined ? {} : { right: rightOf(answer.right) }) });
    if (answer.receipt !== undefined) this.#effects.say({ kind: "receipt", key, ...answer.receipt });
    if (status !== 200) this.#effects.say({ kind: "dropped", key });
    const reason = answer.reason ?? answer.type ?? "unknown";
    if (answer.right === undefined)
      this.#effects.say({ kind: "refusal", what: "reserve", reason, device: this.#pen.keyId });
  }

  async #fetchLaw(): Promise<boolean> {
    const answered = await this.#client.ask(this.#pen, "GET", routes.pack.path);
    if (this.#tell("pack", answered) !== 200 || answered.kind !== "answered") return false;
    const pack = answered.body as Pack;
    const full = `${pack.zone}/${pack.side}/departure`;
    const rulebook = pack.rulebooks.find(({ name }) => name === full)?.rulebook as CheckedRulebook | undefined;
    const goodsFacts = pack.goods.find(({ code }) => code === CATEGORY)?.facts;
    if (rulebook === undefined || goodsFacts === undefined) return false;
    this.#law = { installed: installRulebook(rulebook, compileSource), goodsFacts };
    return true;
  }

  /** Says what came back and gives the status; 0 for an unknown outcome. */
  #tell(what: string, answered: Answered): number {
    if (answered.kind === "unknown") {
      this.#effects.say({ kind: "unknown", what });
      return 0;
    }
    const { status, retryAfter } = answered;
    if (status !== 200) this.#effects.say({ kind: "answer", status, what, retryAfter: retryAfter !== undefined });
    return status;
  }

  #write(unwritten: Unwritten, beside: { rest?: Amounts; ended?: number } = {}): TillEvent {
    const at = Temporal.Instant.fromEpochMilliseconds(this.#effects.nowMs()).toString({ smallestUnit: "millisecond" });
    const { boot, last } = this.#memory;
    const event = { ...unwritten, device: this.#pen.keyId, boot, sequence: last + 1, at } as TillEvent;
    const signature = this.#pen.signEvent(event);
    this.#remember({ kind: "event", event, signature, ...beside });
    return event;
  }

  /** On the disk first, in memory then. */
  #remember(line: TillLine): void {
    this.#journal.append(line);
    this.#memory.remember(line);
  }
}

function rightOf({ legal, reservation, rulebook, hash, subject, facts, ceiling, held }: RightAnswer): Right {
  return { reservation, rulebook, hash, day: legal, subject, facts, ceiling, held };
}
