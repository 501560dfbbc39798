import {
  type HeldPlace,
  type Holder,
  type Place,
  placeOfRow,
  QUEUE_PEER,
  QUEUE_PLACE,
  QUEUE_SLOT,
  QUEUE_VEHICLE,
  QUEUE_YARD,
  type QueueVehicle,
  REPLANNED_MAX,
  type Slot,
  slotOf,
  YARD_VEHICLES_MAX,
} from "@twinline/zone";
import type { Queries, Row } from "../database.ts";

/** Vehicles of one day that a list shows. */
export const DAY_ROWS_MAX = 2_000;
/** Shifts that are shown, newest first. */
export const SHIFTS_MAX = 12;

const PLACE_COLUMNS = `key as booking, vehicle, vin, mode, state, load, priority, quarter, first, turn, moves, why,
  booked_at_ms as "bookedAtMs", arrived_at_ms as "arrivedAtMs", called_at_ms as "calledAtMs",
  passed_at_ms as "passedAtMs", overtook, by_driver as "byDriver"`;
const HOLDING = "state in ('booked', 'waiting')";

export type ListedPlace = Place & { readonly booking: string };

/** Slots from one quarter to before another, in order; quarters of which nobody has said anything are absent. */
export async function readSlots(db: Queries, from: number, until: number): Promise<Slot[]> {
  const { rows } = await db.query(
    `select quarter, own, peer, closed, booked, live, called from ${QUEUE_SLOT}
     where quarter >= $1 and quarter < $2 order by quarter`,
    [from, until],
    "queue-slots",
  );
  return rows.map(slotOf);
}

/** Vehicles of a day: those with a slot in it, and, when they are asked for, those who wait for any. In the queue's order. */
export async function readPlaces(
  db: Queries,
  from: number,
  until: number,
  unplaced: boolean,
): Promise<{ places: ListedPlace[]; total: number }> {
  const { rows } = await db.query<Row & { total: number }>(
    `select ${PLACE_COLUMNS}, count(*) over ()::int as total from ${QUEUE_PLACE}
     where (quarter >= $1 and quarter < $2) or ($3 and quarter is null and ${HOLDING})
     order by quarter nulls last, turn limit $4`,
    [from, until, unplaced, DAY_ROWS_MAX],
    "queue-places",
  );
  return { places: rows.map(listed), total: rows[0]?.total ?? 0 };
}

/** Everybody who holds a slot or waits for one, in the queue's order. */
export async function readHolding(db: Queries): Promise<ListedPlace[]> {
  const { rows } = await db.query(
    `select ${PLACE_COLUMNS} from ${QUEUE_PLACE} where ${HOLDING} order by quarter nulls last, turn limit $1`,
    [DAY_ROWS_MAX],
    "queue-holding",
  );
  return rows.map(listed);
}

/** Who may be moved when slots of the span change: their holders, and everybody who has none. One more than can be planned. */
export async function readHolders(db: Queries, from: number, until: number): Promise<Holder[]> {
  const { rows } = await db.query<{ booking: string; quarter: number | null }>(
    `select key as booking, quarter from ${QUEUE_PLACE}
     where ${HOLDING} and (quarter is null or (quarter >= $1 and quarter < $2)) limit $3`,
    [from, until, REPLANNED_MAX + 1],
  );
  return rows.map(holder);
}

/** Everybody in the waiting area. One more than can be called from. */
export async function readWaiting(db: Queries): Promise<Holder[]> {
  const { rows } = await db.query<{ booking: string; quarter: number | null }>(
    `select key as booking, quarter from ${QUEUE_PLACE} where state = 'waiting' limit $1`,
    [YARD_VEHICLES_MAX + 1],
  );
  return rows.map(holder);
}

export async function findPlace(db: Queries, booking: string): Promise<ListedPlace | undefined> {
  const { rows } = await db.query(`select ${PLACE_COLUMNS} from ${QUEUE_PLACE} where key = $1`, [booking]);
  return rows[0] === undefined ? undefined : listed(rows[0]);
}

/** What is known of a vehicle in the queue; one that never missed a slot has nothing. */
export async function findVehicle(db: Queries, vehicle: string): Promise<QueueVehicle> {
  const { rows } = await db.query<{
    strikes: number;
    strikeDay: number | null;
    unseen: number | null;
    unseenDay: number | null;
  }>(
    `select strikes, strike_day as "strikeDay", unseen, unseen_day as "unseenDay" from ${QUEUE_VEHICLE} where key = $1`,
    [vehicle],
    "queue-vehicle",
  );
  const { strikes = 0, strikeDay, unseen, unseenDay } = rows[0] ?? {};
  return { vehicle, strikes, ...known({ strikeDay, unseen, unseenDay }) };
}

/** A booking as a command names it; one that is unknown stays so, and the decision says it. */
export async function heldOf(db: Queries, booking: string): Promise<HeldPlace> {
  const place = await findPlace(db, booking);
  if (place === undefined) return { booking, vehicle: "", vin: "" };
  const { vehicle, vin, quarter } = place;
  return { booking, vehicle, vin, ...(quarter === undefined ? {} : { quarter }) };
}

/** The booking that a vehicle has now. */
export async function bookingOf(db: Queries, vehicle: string): Promise<{ booking: string; vin: string } | undefined> {
  const { rows } = await db.query<{ booking: string; vin: string }>(
    `select p.key as booking, p.vin from ${QUEUE_VEHICLE} v join ${QUEUE_PLACE} p on p.key = v.booking where v.key = $1`,
    [vehicle],
    "queue-booking-of",
  );
  return rows[0];
}

export async function readYard(db: Queries): Promise<{ waiting: number; unplaced: number }> {
  const { rows } = await db.query<{ waiting: number; unplaced: number }>(`select waiting, unplaced from ${QUEUE_YARD}`);
  return rows[0] ?? { waiting: 0, unplaced: 0 };
}

/** The other side's key as it was compared and trusted here. */
export async function findPeerKey(db: Queries, origin: string): Promise<string | undefined> {
  const { rows } = await db.query<{ key: string }>(`select public_key as key from ${QUEUE_PEER} where key = $1`, [
    origin,
  ]);
  return rows[0]?.key;
}

/** Newest shifts of both sides, as their entries tell them. */
export async function readShifts(db: Queries): Promise<readonly { number: number; body: string }[]> {
  const { rows } = await db.query<{ number: number; body: string }>(
    `select number, body from entry where kind = 'queue_shift' and outcome = 'done' order by number desc limit $1`,
    [SHIFTS_MAX],
  );
  return rows;
}

function listed(row: Row): ListedPlace {
  return { ...placeOfRow(row), booking: String(row.booking) };
}

function known(fields: Readonly<Record<string, number | null | undefined>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, number] => typeof field[1] === "number"),
  );
}

function holder({ booking, quarter }: { booking: string; quarter: number | null }): Holder {
  return quarter === null ? { booking } : { booking, quarter };
}
