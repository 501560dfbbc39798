import { movedBody, movedRows } from "../allowances/moved.ts";
import { type Capture, captureChanges, captureId, captureKeys, findDeviceLog } from "../captures/numbering.ts";
import { type CaptureRuling, recordCapture } from "../captures/record-capture.ts";
import type { GoodsLine } from "../passages/command.ts";
import type { Amounts } from "../rights/amounts.ts";
import type { Law } from "../rights/decide-from.ts";
import { goodsFactsOf } from "../rights/line-facts.ts";
import { findReservation, putReservation, reservationBody, reservationKey, rightOf } from "../rights/reservation.ts";
import { type Sold, sellFrom } from "../rights/sell.ts";
import { putSale, type Sale, saleBody, saleKeys } from "../sales/sale.ts";
import type { Author, Body, Concept, Ruling } from "../spine/concept.ts";
import { decisionBody } from "../spine/decision.ts";
import type { World } from "../spine/installed.ts";
import { getText } from "../spine/read-body.ts";
import type { State, StateKey } from "../spine/state.ts";

/**
 * A till sold goods from a right, on line or hours ago. `given` is the body of the entry that gave the right, `law` the
 * rulebook the till decided with; both are undefined when this node never had them.
 */
export type SaleCommand = {
  readonly kind: "sale";
  readonly by: Author;
  /** Where the till stands. */
  readonly place: string;
  readonly lane: string;
  readonly capture: Capture;
  readonly reservation: number;
  readonly given: Body | undefined;
  readonly law: Law | undefined;
  readonly counters: Amounts;
  readonly goods: readonly GoodsLine[];
};

/** Rights that were held become rights that are spent; no counter moves, because they count since they were given. */
export const sale: Concept<SaleCommand> = {
  kind: "sale",
  keys: saleCommandKeys,
  decide: (command, state, world, moment) =>
    recordCapture(state, command.capture, moment, () => decideSale(command, state, world, moment.number)),
  apply: (body, number) => [...captureChanges(body, number), ...putReservation(body), ...putSale(body)],
};

function saleCommandKeys({ capture, reservation, given }: SaleCommand, world: World): readonly StateKey[] {
  const keys = [...captureKeys(capture), ...saleKeys(captureId(capture)), reservationKey(reservation)];
  if (given === undefined) return keys;
  const { rulebook, subject, day } = rightOf(given, reservation, {});
  const installed = world.rulebooks.get(rulebook);
  return installed === undefined ? keys : [...keys, ...movedRows(installed, { subject, day })];
}

function decideSale(command: SaleCommand, state: State, world: World, number: number): CaptureRuling {
  const { capture, place, lane, reservation, given, law, goods, counters } = command;
  const about = { gate: place, lane, from: reservation, goods: goods.map((line) => ({ ...line })) };
  const held = findReservation(state, reservation);
  if (given === undefined || held?.device !== capture.device) return refused("reservation_unknown", about);
  const log = findDeviceLog(state, capture.device);
  if (log !== undefined && log.endedDay >= held.day && capture.sequence > log.endedAt)
    return refused("sold_after_last", about);
  const right = rightOf(given, reservation, held.held);
  const installed = world.rulebooks.get(right.rulebook);
  // By another rulebook than the right's a sale would count something else, or nothing.
  if (installed === undefined || law?.rulebook.name !== right.rulebook) return refused("law_unknown", about);
  const lines = goods.map((line) => goodsFactsOf(law.rulebook, line));
  const sold = sellFrom(installed, right, lines, { counters, law });
  const told = { ...about, decisions: sold.lines.map(({ record }) => decisionBody(record)) };
  if (sold.kind === "refused") return refused(sold.reason, told);
  const { rulebook, day, subject } = right;
  const details = {
    ...told,
    person: held.person,
    moved: movedBody({ rulebook, day, subject, amounts: sold.beside }),
    reservation: reservationBody(reservation, { ...held, held: sold.rest }),
    sale: saleBody(captureId(capture), saleOfSold(command, given, held.person, sold, number)),
  };
  return { outcome: "done", reason: "sold", details };
}

function saleOfSold(
  { capture, reservation, goods }: SaleCommand,
  given: Body,
  person: string,
  { lines }: Sold,
  entry: number,
): Sale {
  return {
    person,
    device: capture.device,
    reservation,
    visit: getText(given, "visit"),
    entry,
    hash: lines[0]?.record.hash ?? "",
    lines: lines.map(({ record: { counters, outputs }, amounts }, at) => ({
      goods: goods[at]!,
      counters,
      amounts,
      outputs,
    })),
  };
}

/** A sale that took place and does not fit what was held: recorded, told to a human, and covers nothing at the gate. */
function refused(reason: string, details: Ruling["details"]): CaptureRuling {
  return { outcome: "refused", reason, details, findings: [reason] };
}
