import { keep } from "../../passages/toy-node.fixture.ts";
import type { Body } from "../../spine/concept.ts";
import { conceptTable, spineConcepts } from "../../spine/concepts.ts";
import { entryChanges } from "../../spine/fold.ts";
import type { World } from "../../spine/installed.ts";
import { LoadedState } from "../../spine/loaded-state.ts";
import { placeOf, type Row, type StateKey } from "../../spine/state.ts";
import { isHolding, type Place, placeOfRow, QUEUE_PLACE } from "../place.ts";
import { QUARTER_MS, type Quarter } from "../quarter.ts";
import type { Holder, Span } from "../replan-command.ts";
import type { Peer, QueueVehicle, Yard } from "../rows.ts";
import { QUEUE_SLOT, type Slot, slotOf } from "../slot.ts";
import { roadRulebooks } from "./road-rulebooks.ts";

/** First quarter of the worlds that are tried: 2026-04-08T00:00Z. */
export const START: Quarter = Temporal.Instant.from("2026-04-08T00:00:00Z").epochMilliseconds / QUARTER_MS;
export const PEER = "twinline/khorgos/kz";
const DAY_MS = 86_400_000;
/** Quarters after a span in which new slots are sought. */
const REACH = 30;

const rulebooks = roadRulebooks();
export const toyWorld: World = {
  origin: "twinline/khorgos/cn",
  zone: "khorgos",
  side: "cn",
  rulebooks,
  legalDay: (ms) => Math.floor(ms / DAY_MS),
};

/** A road gate without a database: the concepts, the fold, a map and a clock. */
export class ToyRoad {
  readonly rows = new Map<string, StateKey & { row: Row }>();
  readonly entries: { number: number; body: Body }[] = [];
  readonly concepts = conceptTable(spineConcepts);
  readonly rulebooks = rulebooks;
  readonly clock = { quarter: START };

  run(kind: string, command: object): Body {
    const concept = this.concepts.get(kind)!;
    const number = this.entries.length + 1;
    const atMs = this.clock.quarter * QUARTER_MS;
    const asked = { kind, by: { officer: "o1" }, ...command };
    const keys = concept.keys(asked as never, toyWorld, atMs);
    const state = new LoadedState(
      keys,
      keys.flatMap((key) => this.rows.get(placeOf(key)) ?? []),
    );
    const { outcome, reason, details } = concept.decide(asked as never, state, toyWorld, { atMs, number });
    const at = new Temporal.Instant(BigInt(atMs) * 1_000_000n).toString();
    const body = { ...details, kind, at, outcome, reason } as Body;
    for (const change of entryChanges(concept, body, number, toyWorld.rulebooks)) keep(this.rows, change, number);
    this.entries.push({ number, body });
    return body;
  }

  shift(side: string, capacity: number, from: Quarter, until: Quarter, statement?: number): Body {
    return this.run("queue_shift", {
      side,
      shift: { lanes: capacity, staff: capacity, staffPerLane: 1, perLane: 1 },
      span: this.spanOf(from, until),
      ...(statement === undefined ? {} : { statement: { origin: PEER, number: statement, hash: "ab" } }),
    });
  }

  /** The vehicle is the name before a slash, so that one vehicle can book more than once. */
  book(name: string, quarter?: Quarter, chapter: number = 0, more: { byDriver?: true } = {}): Body {
    const [vehicle] = name.split("/");
    const named = { booking: `b_${name}`, vehicle: `v_${vehicle}`, vin: `n_${vehicle}` };
    const asked = { ...named, country: "KZ", chapter, ...more };
    return this.run("queue_book", quarter === undefined ? asked : { ...asked, quarter });
  }

  pass(name: string, booking: string): Body {
    const document = { kind: "passport", nationality: "KZ", bornDay: 0 };
    return this.run("passage", {
      direction: "in",
      gate: "CN-1",
      lane: "49",
      traveller: { person: `p_${this.entries.length}`, document, watch: "none" },
      vehicle: { token: `v_${name}`, country: "KZ" },
      held: { booking, vin: `n_${name}` },
      goods: [],
    });
  }

  places(): Map<string, Place> {
    return new Map(this.#listed(QUEUE_PLACE).map(({ key, row }) => [key, placeOfRow(row)]));
  }

  slots(): Map<Quarter, Slot> {
    return new Map(this.#listed(QUEUE_SLOT).map(({ row }) => [slotOf(row).quarter, slotOf(row)]));
  }

  yard(): Yard | undefined {
    return this.#listed("queue_yard")[0]?.row as Yard | undefined;
  }

  peer(): Peer | undefined {
    return this.#listed("queue_peer")[0]?.row as Peer | undefined;
  }

  vehicle(vehicle: string): QueueVehicle | undefined {
    return this.#listed("queue_vehicle").find(({ key }) => key === vehicle)?.row as QueueVehicle | undefined;
  }

  /** A booking as a command names it. */
  held(booking: string) {
    const { vehicle = "", vin = "" } = this.places().get(booking) ?? {};
    return { ...this.#holder(booking), vehicle, vin };
  }

  /** A span with everybody whom its change may move. */
  spanOf(from: Quarter, until: Quarter): Span {
    const holders = [...this.places()].filter(([, place]) => {
      const { quarter } = place;
      return isHolding(place) && (quarter === undefined || (quarter >= from && quarter < until));
    });
    return { from, until, search: until + REACH, holders: holders.map(([booking]) => this.#holder(booking)) };
  }

  waiting(): readonly Holder[] {
    const waiting = [...this.places()].filter(([, { state }]) => state === "waiting");
    return waiting.map(([booking]) => this.#holder(booking));
  }

  #holder(booking: string): Holder {
    const { quarter } = this.places().get(booking) ?? {};
    return { booking, ...(quarter === undefined ? {} : { quarter }) };
  }

  #listed(table: string) {
    return [...this.rows.values()].filter((one) => one.table === table);
  }
}
