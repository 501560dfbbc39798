import type { QueuePlace, QueueRow, QueueShift, QueueSlot } from "@twinline/api";
import { parseCanonical } from "@twinline/journal";
import {
  estimateCall,
  inOrder,
  instantText,
  isHolding,
  paceOf,
  quarterOf,
  RATE_QUARTERS,
  type Slot,
  sizeOf,
} from "@twinline/zone";
import type { ListedPlace } from "./queries.ts";
import { quarterText } from "./road-clock.ts";

const VIN_TAIL = 6;

/** What an estimate is made from: everybody who is still to be called, the slots around now, the time. */
export type Outlook = {
  readonly holding: readonly ListedPlace[];
  readonly slots: readonly Slot[];
  readonly atMs: number;
};

export function presentSlot(slot: Slot): QueueSlot {
  const { quarter, ...rest } = slot;
  return { at: quarterText(quarter), ...rest, size: sizeOf(slot) };
}

type Names = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** A vehicle as officers see it; what the vault no longer has is empty. */
export function presentRow(place: ListedPlace, vehicles: Names, vins: Names, outlook: Outlook): QueueRow {
  const { booking, mode, state, load, priority, moves, overtook, why, byDriver } = place;
  const { plate = "", country = "" } = vehicles.get(place.vehicle) ?? {};
  const vin = vins.get(place.vin)?.vin ?? "";
  return {
    booking,
    plate,
    country,
    vinTail: vin.slice(-VIN_TAIL),
    mode,
    ...(byDriver === true ? { byDriver } : {}),
    state,
    load,
    priority,
    moves,
    overtook,
    ...timesOf(place),
    ...expectation(place, outlook),
    ...(why === undefined ? {} : { why }),
  };
}

/** What a driver may know of the own place. */
export function presentPlace(place: ListedPlace, outlook: Outlook): QueuePlace {
  const { arrivedAt: _, calledAt: __, passedAt: ___, ...slots } = timesOf(place);
  const { state, moves, why, priority } = place;
  return {
    asOf: instantText(outlook.atMs),
    state,
    moves,
    priority,
    ...slots,
    ...expectation(place, outlook),
    ...(why === undefined ? {} : { why }),
  };
}

/** A shift as its entry tells it. */
export function presentShift({ number, body }: { number: number; body: string }): QueueShift {
  const told = parseCanonical(body) as Record<string, number | string>;
  const { side, from, until, lanes, staff, staffPerLane, perLane, capacity } = told;
  return {
    side: String(side),
    from: quarterText(Number(from)),
    until: quarterText(Number(until)),
    lanes: Number(lanes),
    staff: Number(staff),
    staffPerLane: Number(staffPerLane),
    perLane: Number(perLane),
    capacity: Number(capacity),
    entry: number,
  };
}

/** Live pace: what was called in the last full hour of what was planned, per mille. */
export function livePace({ slots, atMs }: Outlook): number {
  const now = quarterOf(atMs);
  return paceOf(slots.filter(({ quarter }) => quarter < now && quarter >= now - RATE_QUARTERS));
}

function expectation(place: ListedPlace, outlook: Outlook): Pick<QueueRow, "ahead" | "expectedAt"> {
  if (!isHolding(place)) return {};
  const { holding, slots, atMs } = outlook;
  const now = quarterOf(atMs);
  const ahead = holding.filter((other) => inOrder(other, place) < 0).length;
  const open = slots.filter(({ quarter }) => quarter >= now);
  const at = estimateCall(ahead, place.quarter, open, livePace(outlook), atMs);
  return { ahead, ...(at === undefined ? {} : { expectedAt: instantText(at) }) };
}

function timesOf({ quarter, first, arrivedAtMs, calledAtMs, passedAtMs }: ListedPlace) {
  return {
    ...(quarter === undefined ? {} : { slot: quarterText(quarter) }),
    ...(first === undefined ? {} : { promised: quarterText(first) }),
    ...(arrivedAtMs === undefined ? {} : { arrivedAt: instantText(arrivedAtMs) }),
    ...(calledAtMs === undefined ? {} : { calledAt: instantText(calledAtMs) }),
    ...(passedAtMs === undefined ? {} : { passedAt: instantText(passedAtMs) }),
  };
}
