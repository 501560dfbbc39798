import { counterRows, counterValues } from "../allowances/counting.ts";
import { movedBody } from "../allowances/moved.ts";
import { CLOSED_DAY, isClosed } from "../captures/closed-day.ts";
import { DEVICE_LOG, findDeviceLog } from "../captures/numbering.ts";
import type { GoodsLine, TravellerFacts } from "../passages/command.ts";
import type { Known } from "../passages/facts.ts";
import { rulebookOf } from "../passages/passage.ts";
import type { Author, Concept, Moment, Ruling } from "../spine/concept.ts";
import { decisionBody, type Held } from "../spine/decision.ts";
import { getRulebook, type World } from "../spine/installed.ts";
import { type JsonObject, present } from "../spine/json.ts";
import type { State, StateKey } from "../spine/state.ts";
import { findStay, type Stay, stayKey } from "../stays/stay.ts";
import type { OfflinePolicy } from "../zones/zone.ts";
import { type Grant, grant } from "./grant.ts";
import { envelopeFactsOf, goodsFactsOf, travellerFactsOf } from "./line-facts.ts";
import { putReservation, reservationBody } from "./reservation.ts";
import { comingPassage, type RightSubject } from "./right.ts";

/**
 * A device asks for a right of a traveller who is inside: for a basket, or for an envelope of amounts. `visit` and `gate`
 * are those of the stay that was found for her pass; a stay that has changed since refuses.
 */
export type ReserveCommand = {
  readonly kind: "reserve";
  readonly by: Author & { readonly device: string };
  /** Where the device stands. */
  readonly place: string;
  readonly lane: string;
  readonly visit: string;
  readonly gate: string;
  readonly traveller: TravellerFacts;
  readonly goods: readonly GoodsLine[];
  readonly isEnvelope: boolean;
  readonly policy: OfflinePolicy;
};

/** The right is debited here in the entry that gives it, and lives at the device from then on (promises.md D8). */
export const reserve: Concept<ReserveCommand> = {
  kind: "reserve",
  keys: reserveKeys,
  decide: decideReserve,
  apply: (body) => putReservation(body),
};

function subjectOf({ traveller, gate, visit }: ReserveCommand): RightSubject {
  return { person: traveller.person, gate, passage: comingPassage(visit) };
}

function reserveKeys(command: ReserveCommand, world: World, atMs: number): readonly StateKey[] {
  const day = world.legalDay(atMs);
  const installed = getRulebook(world, rulebookOf.out);
  return [
    stayKey(command.traveller.person),
    { table: DEVICE_LOG, key: command.by.device },
    { table: CLOSED_DAY, key: String(day) },
    ...counterRows(installed, subjectOf(command), day),
  ];
}

function decideReserve(command: ReserveCommand, state: State, world: World, { atMs, number }: Moment): Ruling {
  const day = world.legalDay(atMs);
  const stay = findStay(state, command.traveller.person);
  const about = { gate: command.place, lane: command.lane, person: command.traveller.person, visit: command.visit };
  const refusal = refusalOf(command, state, day, stay);
  if (refusal !== undefined) return { outcome: "refused", reason: refusal, details: about };
  const installed = getRulebook(world, rulebookOf.out);
  const facts = travellerFactsOf(installed.rulebook, knownOf(command, day, stay));
  const ofGoods = command.isEnvelope ? envelopeFactsOf : goodsFactsOf;
  const lines: Held[] = command.goods.map((goods) => ({ ...facts, ...ofGoods(installed.rulebook, goods) }));
  const subject = subjectOf(command);
  const asked = { lines, isEnvelope: command.isEnvelope, subject, day };
  const given = grant(installed, asked, counterValues(installed, subject, day, state));
  const told = { ...about, isEnvelope: command.isEnvelope, decisions: decisionsOf(given) };
  if (given.kind === "refused") return { outcome: "refused", reason: given.reason, details: told };
  const { name, hash } = installed.rulebook;
  const reservation = { person: subject.person, device: command.by.device, rulebook: name, day, held: given.held };
  const details = {
    ...told,
    hash,
    facts,
    ceiling: { ...given.ceiling },
    moved: movedBody({ rulebook: name, day, subject, amounts: given.held }),
    reservation: reservationBody(number, reservation),
    goods: command.goods.map((line) => present({ ...line })),
  };
  return { outcome: "done", reason: "reserved", details };
}

function refusalOf(command: ReserveCommand, state: State, day: number, stay: Stay | undefined): string | undefined {
  if (stay?.visit !== command.visit || stay.gate !== command.gate) return "not_inside";
  const log = findDeviceLog(state, command.by.device);
  if (log?.suspended === true) return "device_suspended";
  if (isClosed(state, day) || (log !== undefined && log.endedDay >= day)) return "day_closed";
  return command.isEnvelope && command.policy === "refuse" ? "policy_refuse" : undefined;
}

function knownOf(
  { gate, traveller }: ReserveCommand,
  day: number,
  stay: Stay | undefined,
): Omit<Known, "goods"> & { goods: undefined } {
  return { direction: "out", gate, day, traveller, guardian: false, vehicle: false, stay, goods: undefined };
}

function decisionsOf({ lines }: Grant): readonly JsonObject[] {
  return lines.map(({ record }) => decisionBody(record));
}
