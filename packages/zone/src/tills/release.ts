import { movedBody, movedRows } from "../allowances/moved.ts";
import { type Capture, captureChanges, captureKeys } from "../captures/numbering.ts";
import { type CaptureRuling, recordCapture } from "../captures/record-capture.ts";
import { type Amounts, isWithin, minus, negated, trimmed } from "../rights/amounts.ts";
import { findReservation, putReservation, reservationBody, reservationKey, rightOf } from "../rights/reservation.ts";
import type { Author, Body, Concept } from "../spine/concept.ts";
import type { World } from "../spine/installed.ts";
import type { State, StateKey } from "../spine/state.ts";

/** A till gives back what it will not sell. It says how much, so that sales that come later find what they took. */
export type ReleaseCommand = {
  readonly kind: "sale_release";
  readonly by: Author;
  readonly place: string;
  readonly lane: string;
  readonly capture: Capture;
  readonly reservation: number;
  readonly given: Body | undefined;
  readonly amounts: Amounts;
};

/** The only way back before the day is closed: the word of the device that holds the right (promises.md D8). */
export const release: Concept<ReleaseCommand> = {
  kind: "sale_release",
  keys: releaseKeys,
  decide: (command, state, _world, moment) =>
    recordCapture(state, command.capture, moment, () => decideRelease(command, state)),
  apply: (body, number) => [...captureChanges(body, number), ...putReservation(body)],
};

function releaseKeys({ capture, reservation, given }: ReleaseCommand, world: World): readonly StateKey[] {
  const keys = [...captureKeys(capture), reservationKey(reservation)];
  if (given === undefined) return keys;
  const { rulebook, subject, day } = rightOf(given, reservation, {});
  const installed = world.rulebooks.get(rulebook);
  return installed === undefined ? keys : [...keys, ...movedRows(installed, { subject, day })];
}

function decideRelease(
  { capture, place, lane, reservation, given, amounts }: ReleaseCommand,
  state: State,
): CaptureRuling {
  const about = { gate: place, lane, from: reservation, asked: { ...amounts } };
  const found = findReservation(state, reservation);
  if (given === undefined || found?.device !== capture.device) return refused("reservation_unknown", about);
  if (!isWithin(amounts, found.held)) return refused("over_reservation", about);
  const { rulebook, day, subject } = rightOf(given, reservation, found.held);
  const details = {
    ...about,
    person: found.person,
    moved: movedBody({ rulebook, day, subject, amounts: negated(amounts) }),
    reservation: reservationBody(reservation, { ...found, held: trimmed(minus(found.held, amounts)) }),
  };
  return { outcome: "done", reason: "released", details };
}

function refused(reason: string, details: CaptureRuling["details"]): CaptureRuling {
  return { outcome: "refused", reason, details, findings: [reason] };
}
