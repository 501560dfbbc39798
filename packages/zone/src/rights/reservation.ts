import { amountsOfBody } from "../allowances/moved.ts";
import { isObject, type JsonObject, storedText } from "../spine/json.ts";
import { getInteger, getObject, getText } from "../spine/read-body.ts";
import type { Change, State, StateKey } from "../spine/state.ts";
import { type Amounts, isNothing } from "./amounts.ts";
import type { Right } from "./right.ts";

/** Table of what devices hold, by the number of the entry that gave it. */
export const RESERVATION = "reservation";

/** A right where it lives now: whose it is, at which device, and what is left of it there. */
export type Reservation = {
  readonly person: string;
  readonly device: string;
  readonly rulebook: string;
  readonly day: number;
  readonly held: Amounts;
};

export function reservationKey(reservation: number): StateKey {
  return { table: RESERVATION, key: String(reservation) };
}

export function findReservation(state: State, reservation: number): Reservation | undefined {
  const row = state.find(RESERVATION, String(reservation));
  return row === undefined ? undefined : reservationOf(row);
}

/** Reads a reservation from its row. Throws BodyError. */
export function reservationOf(row: JsonObject): Reservation {
  const held: unknown = JSON.parse(getText(row, "held"));
  return {
    person: getText(row, "person"),
    device: getText(row, "device"),
    rulebook: getText(row, "rulebook"),
    day: getInteger(row, "day"),
    held: amountsOfBody(held as JsonObject),
  };
}

/** What stands in a body for `putReservation`. */
export function reservationBody(number: number, reservation: Reservation): JsonObject {
  return { ...reservation, number, held: { ...reservation.held } };
}

/** The reservation stands as the body says under `reservation`. */
export function putReservation(body: JsonObject): readonly Change[] {
  if (!isObject(body.reservation)) return [];
  const { reservation } = body;
  const held = amountsOfBody(getObject(reservation, "held"));
  const row = {
    person: getText(reservation, "person"),
    device: getText(reservation, "device"),
    rulebook: getText(reservation, "rulebook"),
    day: getInteger(reservation, "day"),
    held: storedText({ ...held }),
    open: !isNothing(held),
  };
  return [{ kind: "put", ...reservationKey(getInteger(reservation, "number")), row }];
}

/** The right as it was given, read from the entry that gave it; `held` is what it holds now. */
export function rightOf(given: JsonObject, number: number, held: Amounts): Right {
  const moved = getObject(given, "moved");
  const subject = getObject(moved, "subject");
  return {
    reservation: number,
    rulebook: getText(moved, "rulebook"),
    hash: getText(given, "hash"),
    day: getInteger(moved, "day"),
    subject: {
      person: getText(subject, "person"),
      gate: getText(subject, "gate"),
      passage: getText(subject, "passage"),
    },
    facts: getObject(given, "facts") as Right["facts"],
    ceiling: amountsOfBody(getObject(given, "ceiling")),
    held,
  };
}
