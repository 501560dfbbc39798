import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { compileSource } from "@twinline/rulebook";
import { load } from "@twinline/rulebook/load";
import { keep, toyRulebooks } from "../passages/toy-node.fixture.ts";
import { installRulebook } from "../rulebooks/install.ts";
import type { Body } from "../spine/concept.ts";
import { conceptTable, spineConcepts } from "../spine/concepts.ts";
import { entryChanges } from "../spine/fold.ts";
import type { Installed, World } from "../spine/installed.ts";
import { LoadedState } from "../spine/loaded-state.ts";
import { placeOf, type Row, type StateKey } from "../spine/state.ts";
import { isHolding, type Place, placeOfRow, QUEUE_PLACE } from "./place.ts";
import { QUARTER_MS, type Quarter } from "./quarter.ts";
import type { Span } from "./replan-command.ts";
import type { Peer, QueueVehicle, Yard } from "./rows.ts";
import { QUEUE_SLOT, type Slot, slotOf } from "./slot.ts";

const folder = path.resolve(import.meta.dirname, "../../../../rulebooks");
const files = new Map(
  globSync("khorgos/cn/**/*.{yaml,md}", { cwd: folder }).map((file) => [
    file,
    readFileSync(path.join(folder, file), "utf8"),
  ]),
);

/** First quarter of the worlds that are tried: 2026-04-08T00:00Z. */
export const START: Quarter = Temporal.Instant.from("2026-04-08T00:00:00Z").epochMilliseconds / QUARTER_MS;
export const PEER = "twinline/khorgos/kz";
const DAY_MS = 86_400_000;
const AGE_MAX = 30;

const rulebooks: World["rulebooks"] = new Map([...shipped(), ...asKhorgos()]);

/** The shipped rules of the road as a node has them. */
function shipped(): [string, Installed][] {
  const loaded = load(files, "khorgos/cn/road");
  if ("findings" in loaded) throw new Error(JSON.stringify(loaded.findings));
  return [[loaded.rulebook.name, installRulebook(loaded.rulebook, compileSource)]];
}

function asKhorgos(): [string, Installed][] {
  return [...toyRulebooks].map(([name, installed]) => [name.replace("toy", "khorgos"), installed]);
}

/** A road gate without a database: the concepts, the fold, a map and a clock. */
export function toyRoad() {
  const rows = new Map<string, StateKey & { row: Row }>();
  const entries: { number: number; body: Body }[] = [];
  const concepts = conceptTable(spineConcepts);
  const clock = { quarter: START };
  const world: World = {
    origin: "twinline/khorgos/cn",
    zone: "khorgos",
    side: "cn",
    rulebooks,
    legalDay: (ms) => Math.floor(ms / DAY_MS),
  };

  function run(kind: string, command: object): Body {
    const concept = concepts.get(kind)!;
    const number = entries.length + 1;
    const atMs = clock.quarter * QUARTER_MS;
    const asked = { kind, by: { officer: "o1" }, ...command };
    const keys = concept.keys(asked as never, world, atMs);
    const state = new LoadedState(
      keys,
      keys.flatMap((key) => rows.get(placeOf(key)) ?? []),
    );
    const { outcome, reason, details } = concept.decide(asked as never, state, world, { atMs, number });
    const at = new Temporal.Instant(BigInt(atMs) * 1_000_000n).toString();
    const body = { ...details, kind, at, outcome, reason } as Body;
    for (const change of entryChanges(concept, body, number, world.rulebooks)) keep(rows, change, number);
    entries.push({ number, body });
    return body;
  }

  const listed = (table: string) => [...rows.values()].filter((one) => one.table === table);
  const places = (): Map<string, Place> => new Map(listed(QUEUE_PLACE).map(({ key, row }) => [key, placeOfRow(row)]));
  const slots = (): Map<Quarter, Slot> =>
    new Map(listed(QUEUE_SLOT).map(({ row }) => [slotOf(row).quarter, slotOf(row)]));
  const held = (booking: string) => {
    const { vehicle = "", vin = "", quarter } = places().get(booking) ?? {};
    return { booking, vehicle, vin, ...(quarter === undefined ? {} : { quarter }) };
  };
  const spanOf = (from: Quarter, until: Quarter): Span => {
    const holders = [...places()].filter(([, place]) => {
      const { quarter } = place;
      return isHolding(place) && (quarter === undefined || (quarter >= from && quarter < until));
    });
    return { from, until, search: until + AGE_MAX, holders: holders.map(([booking]) => shortHeld(booking)) };
  };
  const shortHeld = (booking: string) => {
    const { quarter } = held(booking);
    return { booking, ...(quarter === undefined ? {} : { quarter }) };
  };
  const waiting = () =>
    [...places()].filter(([, { state }]) => state === "waiting").map(([booking]) => shortHeld(booking));

  return {
    entries,
    rows,
    concepts,
    rulebooks,
    clock,
    run,
    places,
    slots,
    held,
    spanOf,
    waiting,
    yard: () => listed("queue_yard")[0]?.row as Yard | undefined,
    peer: () => listed("queue_peer")[0]?.row as Peer | undefined,
    vehicle: (vehicle: string) =>
      listed("queue_vehicle").find(({ key }) => key === vehicle)?.row as QueueVehicle | undefined,
    shift: (side: string, capacity: number, from: Quarter, until: Quarter, statement?: number) =>
      run("queue_shift", {
        side,
        shift: { lanes: capacity, staff: capacity, staffPerLane: 1, perLane: 1 },
        span: spanOf(from, until),
        ...(statement === undefined ? {} : { statement: { origin: PEER, number: statement, hash: "ab" } }),
      }),
    book: (name: string, quarter?: Quarter, chapter = 0) =>
      run("queue_book", {
        booking: `b_${name}`,
        vehicle: `v_${name.split("/")[0]}`,
        vin: `n_${name.split("/")[0]}`,
        country: "KZ",
        chapter,
        ...(quarter === undefined ? {} : { quarter }),
      }),
    pass: (name: string, booking: string) =>
      run("passage", {
        direction: "in",
        gate: "CN-1",
        lane: "49",
        traveller: {
          person: `p_${entries.length}`,
          document: { kind: "passport", nationality: "KZ", bornDay: 0 },
          watch: "none",
        },
        vehicle: { token: `v_${name}`, country: "KZ" },
        held: { booking, vin: `n_${name}` },
        goods: [],
      }),
  };
}

export type ToyRoad = ReturnType<typeof toyRoad>;
