import { movedBody, movedRows } from "../allowances/moved.ts";
import { CLOSED_DAY, isClosed } from "../captures/closed-day.ts";
import { DEVICE_LOG, findDeviceLog } from "../captures/numbering.ts";
import type { Author, Body, Concept, Ruling } from "../spine/concept.ts";
import type { World } from "../spine/installed.ts";
import type { State, StateKey } from "../spine/state.ts";
import { isNothing, negated } from "./amounts.ts";
import { findReservation, putReservation, reservationBody, reservationKey, rightOf } from "./reservation.ts";

/**
 * What a device still holds of a closed day comes back. `given` is the body of the entry that gave it. No clock returns a
 * right: the day must be closed, and the device must have said that it sells no more and have delivered every number up to
 * that word, because a cut-off device may have spent what it holds (promises.md D8).
 */
export type LapseCommand = {
  readonly kind: "reservation_lapse";
  readonly by: Author;
  readonly reservation: number;
  readonly given: Body;
};

export const lapse: Concept<LapseCommand> = {
  kind: "reservation_lapse",
  keys: lapseKeys,
  decide: decideLapse,
  apply: (body) => (body.outcome === "done" ? putReservation(body) : []),
};

function lapseKeys({ reservation, given }: LapseCommand, world: World): readonly StateKey[] {
  const { rulebook, subject, day } = rightOf(given, reservation, {});
  const installed = world.rulebooks.get(rulebook);
  return [
    reservationKey(reservation),
    { table: CLOSED_DAY, key: String(day) },
    { table: DEVICE_LOG, key: deviceOf(given) },
    ...(installed === undefined ? [] : movedRows(installed, { subject, day })),
  ];
}

function decideLapse({ reservation, given }: LapseCommand, state: State): Ruling {
  const found = findReservation(state, reservation);
  const details = { number: reservation };
  if (found === undefined || isNothing(found.held)) return { outcome: "refused", reason: "nothing_held", details };
  if (!isClosed(state, found.day)) return { outcome: "refused", reason: "day_open", details };
  const log = findDeviceLog(state, found.device);
  const isReported = log !== undefined && log.endedDay >= found.day && log.seen === log.last;
  if (!isReported) return { outcome: "refused", reason: "numbers_missing", details };
  const { rulebook, day, subject } = rightOf(given, reservation, found.held);
  return {
    outcome: "done",
    reason: "returned",
    details: {
      person: found.person,
      device: found.device,
      moved: movedBody({ rulebook, day, subject, amounts: negated(found.held) }),
      reservation: reservationBody(reservation, { ...found, held: {} }),
    },
  };
}

function deviceOf(given: Body): string {
  const { device } = given.reservation as { readonly device?: string };
  return device ?? "";
}
