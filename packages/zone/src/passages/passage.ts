import { type Counting, counterRows } from "../allowances/counting.ts";
import { decidePass, keysOfPass, type RoadRuling, type VehiclePass } from "../queue/pass.ts";
import { comingPassage } from "../rights/right.ts";
import { type Covered, coverKeys, judgeCovers, passageOf, refusedSlip } from "../sales/covers.ts";
import type { Concept, Moment, Ruling } from "../spine/concept.ts";
import { type DecisionRecord, decisionBody } from "../spine/decision.ts";
import { getRulebook, type Installed, type World } from "../spine/installed.ts";
import { type JsonObject, present } from "../spine/json.ts";
import type { State, StateKey } from "../spine/state.ts";
import { mismatchOf } from "../stays/mismatch.ts";
import { movementKey } from "../stays/movement.ts";
import { findStay, type Stay, stayBody, stayKey } from "../stays/stay.ts";
import { vehicleKey } from "../stays/vehicle-stay.ts";
import { passageChanges } from "./changes.ts";
import type { GoodsLine, PassageCommand, TravellerFacts } from "./command.ts";
import { factsOf, type Known } from "./facts.ts";
import { decideLines } from "./lines.ts";
import { type Judgement, judgementOf, strictest } from "./verdict.ts";

/** Name of the rulebook that decides each direction, below the zone and the side. */
export const rulebookOf = { in: "arrival", out: "departure" } as const;

/** A person passes the second line: entries open a stay, exits close it, goods use the day's allowance. */
export const passage: Concept<PassageCommand> = {
  kind: "passage",
  keys: passageKeys,
  decide: decidePassage,
  apply: passageChanges,
};

export function passageKeys(command: PassageCommand, world: World, atMs: number): readonly StateKey[] {
  const { person } = command.traveller;
  const day = world.legalDay(atMs);
  const installed = getRulebook(world, rulebookOf[command.direction]);
  const { covers } = command;
  const subject = { ...subjectOf(command), ...(covers === undefined ? {} : { passage: comingPassage(covers.visit) }) };
  const keys = [stayKey(person), movementKey(person), ...counterRows(installed, subject, day), ...coverKeys(covers)];
  if (command.vehicle !== undefined) keys.push(vehicleKey(command.vehicle.token));
  const pass = passOf(command);
  if (pass !== undefined) keys.push(...keysOfPass(pass, world, atMs));
  const guardian = command.guardian?.person;
  if (guardian !== undefined && guardian !== person) keys.push(stayKey(guardian), ...guardianRows(command, world, day));
  return keys;
}

export function decidePassage(command: PassageCommand, state: State, world: World, moment: Moment): Ruling {
  const day = world.legalDay(moment.atMs);
  const stay = findStay(state, command.traveller.person);
  const installed = getRulebook(world, rulebookOf[command.direction]);
  const covered = judgeCovers(state, command.covers, command.traveller.person, stay);
  const known: Known = {
    ...command,
    day,
    stay,
    guardian: isGuarded(command, state, world, day),
    vehicle: command.vehicle !== undefined,
    goods: undefined,
    slip: refusedSlip(covered),
  };
  const lines = linesOf(command).map((goods) => factsOf(installed.rulebook, { ...known, goods }));
  const decisions = decideLines(
    installed,
    lines,
    { ...subjectOf(command), passage: passageOf(command.covers, stay, moment.number) },
    day,
    state,
  );
  const pass = passOf(command);
  const road = pass === undefined ? undefined : decidePass(pass, state, world, moment);
  const judgement = strictest([...decisions.map(judgementOf), ...(road === undefined ? [] : [road])]);
  return {
    outcome: judgement.verdict,
    reason: judgement.reason,
    details: {
      ...details(command, decisions, judgement, stay, moment, road),
      ...coveredBy(command, covered),
    },
  };
}

/** Goods that were sold from a right are counted since then: they go out beside the lines that are decided here. */
function coveredBy({ covers }: PassageCommand, covered: readonly Covered[]): JsonObject {
  return covers === undefined ? {} : { covers: covered.map((one) => ({ ...one })) };
}

/** A vehicle that comes in passes the road gate; one that leaves was called by the other side. */
function passOf({ vehicle, direction, held }: PassageCommand): VehiclePass | undefined {
  if (vehicle === undefined || direction !== "in") return undefined;
  return { token: vehicle.token, ...(held === undefined ? {} : { held }) };
}

/** An exit is decided line by line, an exit with empty hands once; an entry is always one decision. */
export function linesOf({ direction, goods }: PassageCommand): readonly (GoodsLine | undefined)[] {
  return direction === "out" && goods.length > 0 ? goods : [undefined];
}

function details(
  command: PassageCommand,
  decisions: readonly DecisionRecord[],
  { verdict }: Judgement,
  stay: Stay | undefined,
  { atMs, number }: Moment,
  road: RoadRuling | undefined,
): JsonObject {
  const { direction, gate, lane, traveller, guardian, vehicle, goods } = command;
  const counts: Counting = verdict === "admit" ? "all" : "facts";
  return present({
    direction,
    gate,
    lane,
    person: traveller.person,
    guardian: guardian?.person,
    document: { kind: traveller.document.kind, nationality: traveller.document.nationality },
    vehicle: vehicle === undefined ? undefined : { ...vehicle },
    goods: goods.length === 0 ? undefined : goods.map((line) => present({ ...line })),
    decisions: [...decisions, ...(road === undefined ? [] : [road.record])].map(decisionBody),
    queue: road?.queue,
    counts,
    before: stay === undefined ? undefined : stayBody(stay),
    offered: direction === "in" ? offeredStay(command, decisions, atMs, number) : undefined,
    mismatch: mismatchOf(direction, gate, stay),
  });
}

/** The stay that an admission opens; an override of this passage opens the same one. */
export function offeredStay(
  { gate, traveller, pass }: PassageCommand,
  decisions: readonly DecisionRecord[],
  atMs: number,
  number: number,
): JsonObject | undefined {
  const [decision] = decisions;
  const allowed = decision?.outputs.stay_days_allowed;
  if (decision === undefined || typeof allowed !== "number") return undefined;
  const { kind, nationality } = traveller.document;
  return stayBody({
    visit: String(number),
    gate,
    enteredDay: decision.legal,
    // The day of entry is the first day of the stay.
    lastDay: decision.legal + Math.max(1, allowed) - 1,
    enteredAtMs: atMs,
    document: kind,
    nationality,
    ...(pass === undefined ? {} : { pass }),
  });
}

/** A guardian is another person who is inside already, or who would be let in by the same law alone. */
function isGuarded(command: PassageCommand, state: State, world: World, day: number): boolean {
  const { guardian, traveller, gate } = command;
  if (guardian === undefined || guardian.person === traveller.person) return false;
  const stay = findStay(state, guardian.person);
  if (stay !== undefined) return true;
  const arrival = getRulebook(world, rulebookOf.in);
  const facts = factsOf(arrival.rulebook, {
    direction: "in",
    gate,
    day,
    traveller: guardian,
    guardian: false,
    vehicle: false,
    stay,
    goods: undefined,
  });
  const [decision] = decideLines(arrival, [facts], guardianSubject(guardian, gate), day, state);
  return decision !== undefined && judgementOf(decision).verdict === "admit";
}

function guardianRows({ guardian, gate }: PassageCommand, world: World, day: number): readonly StateKey[] {
  const arrival: Installed = getRulebook(world, rulebookOf.in);
  return guardian === undefined ? [] : counterRows(arrival, guardianSubject(guardian, gate), day);
}

function subjectOf({ traveller, gate }: PassageCommand): { person: string; gate: string } {
  return { person: traveller.person, gate };
}

function guardianSubject({ person }: TravellerFacts, gate: string): { person: string; gate: string } {
  return { person, gate };
}
