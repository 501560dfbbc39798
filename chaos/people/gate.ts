import { createHash, randomBytes } from "node:crypto";
import { type CaptureReport, type Pack, type PassageAnswer, type PassageRequest, routes } from "@twinline/api";
import type { Chance } from "@twinline/insight";
import { Pen } from "./device-key.ts";
import { DiskJournal } from "./disk-journal.ts";
import type { Answered, LineClient } from "./line-client.ts";
import type { DeviceSetup, Word } from "./messages.ts";

type Question = { readonly key: string; readonly person: number; readonly request: PassageRequest };
type Late = {
  readonly event: { readonly sequence: number } & Readonly<Record<string, unknown>>;
  readonly signature: string;
};

/** A line of a gate's journal. It stands on the disk before the barrier opens. */
type GateLine =
  | { readonly kind: "boot"; readonly boot: string }
  | { readonly kind: "asked"; readonly question: Question }
  | { readonly kind: "answered"; readonly key: string }
  | { readonly kind: "late"; readonly late: Late }
  | { readonly kind: "delivered"; readonly sequence: number };

export type GateEffects = { readonly say: (word: Word) => void; readonly chance: Chance; readonly nowMs: () => number };

const REPORT_MAX = 20;

/** A gate with its journal: on line the node decides; off line it lets known law decide, writes, opens, and tells later. */
export class Gate {
  readonly #setup: DeviceSetup;
  readonly #journal: DiskJournal<GateLine>;
  readonly #client: LineClient;
  readonly #pen: Pen;
  readonly #effects: GateEffects;
  readonly #open = new Map<string, Question>();
  readonly #late = new Map<number, Late>();
  readonly #boot = randomBytes(16).toString("base64url");
  #last = 0;
  #arrival: string | undefined;
  #isCut = false;

  constructor(setup: DeviceSetup, file: string, client: LineClient, effects: GateEffects) {
    this.#setup = setup;
    this.#journal = new DiskJournal(file);
    this.#client = client;
    this.#pen = new Pen(setup.key);
    this.#effects = effects;
    for (const line of this.#journal.read()) this.#recall(line);
    this.#remember({ kind: "boot", boot: this.#boot });
  }

  get device(): string {
    return this.#pen.keyId;
  }

  get waiting(): number {
    return this.#open.size + this.#late.size;
  }

  /** Somebody comes in: the node decides, or the gate does where the line is known to be cut. */
  async enter(person: number): Promise<void> {
    if (this.#arrival === undefined) await this.#fetchLaw();
    const request = this.#requestOf(person, "in", []);
    if (this.#isCut && this.#arrival !== undefined) this.#decideHere(person, request);
    else await this.#ask(this.#newQuestion(person, request));
  }

  async exit(person: number, covers: readonly string[]): Promise<void> {
    await this.#ask(this.#newQuestion(person, this.#requestOf(person, "out", covers)));
  }

  /** Asks again what was never answered, and delivers what was decided here, in any order. */
  async report(): Promise<void> {
    for (const question of [...this.#open.values()].slice(0, REPORT_MAX)) await this.#ask(question);
    const from = this.#effects.chance.below(Math.max(1, this.#late.size));
    const waiting = [...this.#late.values()];
    const events = [...waiting.slice(from), ...waiting.slice(0, from)].slice(0, REPORT_MAX);
    if (events.length === 0) return;
    const answered = await this.#client.ask(this.#pen, "POST", routes.latePassages.path, { events });
    if (this.#tell("late", answered) !== 200 || answered.kind !== "answered") return;
    for (const { status, sequence, receipt, findings } of (answered.body as CaptureReport).answers) {
      if (status !== "recorded") continue;
      this.#remember({ kind: "delivered", sequence });
      if (receipt !== undefined)
        this.#effects.say({ kind: "receipt", key: `${this.#pen.keyId}.${sequence}`, ...receipt });
      const odd = findings.find((one) => one === "number_reused" || one === "boots_interleaved" || one === "too_late");
      if (odd !== undefined)
        this.#effects.say({ kind: "refusal", what: "late passage", reason: odd, device: this.#pen.keyId });
    }
  }

  #newQuestion(person: number, request: PassageRequest): Question {
    const question = { key: crypto.randomUUID(), person, request };
    this.#remember({ kind: "asked", question });
    return question;
  }

  async #ask({ key, person, request }: Question): Promise<void> {
    const answered = await this.#client.ask(this.#pen, "POST", routes.passage.path, request, key);
    const status = this.#tell("passage", answered);
    this.#isCut = status === 0;
    if (answered.kind !== "answered" || status === 429 || status >= 500) return;
    this.#remember({ kind: "answered", key });
    if (status !== 200) return this.#effects.say({ kind: "dropped", key });
    const { receipt, verdict, pass, covered = [] } = answered.body as PassageAnswer;
    this.#effects.say({ kind: "receipt", key, ...receipt });
    if (request.direction === "in" && verdict === "admit" && pass !== undefined)
      this.#effects.say({ kind: "entered", person, pass });
    const uncovered = covered
      .filter(({ outcome }) => outcome !== "carried_out")
      .map(({ sale, outcome }) => `${sale} ${outcome}`);
    if (request.direction === "out") this.#effects.say({ kind: "left", person, verdict, uncovered });
  }

  /** The gate's own verdict: a document that everybody may enter with, and nobody on the list. */
  #decideHere(person: number, passage: PassageRequest): void {
    const pass = randomBytes(16).toString("base64url");
    const now = Temporal.Instant.fromEpochMilliseconds(this.#effects.nowMs()).toString({ smallestUnit: "millisecond" });
    const event = {
      kind: "passage",
      device: this.#pen.keyId,
      boot: this.#boot,
      sequence: this.#last + 1,
      at: now,
      passage,
      verdict: "admit",
      reason: "ok",
      hash: this.#arrival ?? "",
      counters: {},
      watch: "none",
      dataAsOf: now,
      pass: createHash("sha256").update(pass).digest("hex"),
    };
    this.#remember({ kind: "late", late: { event, signature: this.#pen.signEvent(event) } });
    this.#effects.say({ kind: "entered", person, pass });
  }

  async #fetchLaw(): Promise<void> {
    const answered = await this.#client.ask(this.#pen, "GET", routes.pack.path);
    if (this.#tell("pack", answered) !== 200 || answered.kind !== "answered") return;
    const { rulebooks, zone, side } = answered.body as Pack;
    this.#arrival = rulebooks.find(({ name }) => name === `${zone}/${side}/arrival`)?.hash;
  }

  #requestOf(person: number, direction: "in" | "out", covers: readonly string[]): PassageRequest {
    const { gate, lane } = this.#setup;
    const number = `E${10_000_000 + person}`;
    const document = {
      kind: "exit_entry_permit",
      number,
      nationality: "CN",
      name: `PERSON ${person}`,
      born: "1990-01-01",
      expires: "2035-01-01",
    };
    return { direction, gate, lane, document, ...(covers.length === 0 ? {} : { covers: [...covers] }) };
  }

  #tell(what: string, answered: Answered): number {
    if (answered.kind === "unknown") {
      this.#effects.say({ kind: "unknown", what });
      return 0;
    }
    const { status, retryAfter } = answered;
    if (status !== 200) this.#effects.say({ kind: "answer", status, what, retryAfter: retryAfter !== undefined });
    return status;
  }

  #remember(line: GateLine): void {
    this.#journal.append(line);
    this.#recall(line);
  }

  #recall(line: GateLine): void {
    if (line.kind === "asked") this.#open.set(line.question.key, line.question);
    else if (line.kind === "answered") this.#open.delete(line.key);
    else if (line.kind === "delivered") this.#late.delete(line.sequence);
    else if (line.kind === "late") {
      this.#late.set(line.late.event.sequence, line.late);
      this.#last = Math.max(this.#last, line.late.event.sequence);
    }
  }
}
