import { counterRows, counterValues } from "../allowances/counting.ts";
import type { Author, Body, Concept, Ruling } from "../spine/concept.ts";
import { getRulebook, type World } from "../spine/installed.ts";
import { isObject, type JsonObject, present } from "../spine/json.ts";
import { decisionsOf, getText } from "../spine/read-body.ts";
import type { Change, State, StateKey } from "../spine/state.ts";
import { lastMovement, movementKey } from "../stays/movement.ts";
import { stayKey } from "../stays/stay.ts";
import { vehicleKey } from "../stays/vehicle-stay.ts";
import { movement, movementBack } from "./changes.ts";
import type { Direction } from "./command.ts";
import { rulebookOf } from "./passage.ts";
import type { Verdict } from "./verdict.ts";

/** Table of passages whose verdict was overridden: once each. */
export const OVERRIDE = "override";

/** Two officers set another verdict on a passage that was decided (P26). `original` is that entry's own body. */
export type OverrideCommand = {
  readonly kind: "override";
  readonly by: Author;
  readonly passage: number;
  readonly original: Body;
  readonly verdict: Verdict;
  readonly reason: string;
};

/** The override is an entry of its own that names the passage; the passage stays as it was decided. */
export const override: Concept<OverrideCommand> = {
  kind: "override",
  keys: overrideKeys,
  decide: decideOverride,
  apply: overrideChanges,
};

/** Codes of an override that is refused, and recorded as refused. */
export type OverrideRefusal =
  | "same_officer"
  | "unknown_reason"
  | "already_overridden"
  | "same_verdict"
  | "no_stay_offered"
  | "superseded";

function overrideKeys({ passage, original }: OverrideCommand, world: World): readonly StateKey[] {
  const person = getText(original, "person");
  const installed = getRulebook(world, rulebookOf[directionOf(original)]);
  const [decision] = decisionsOf(original);
  const subject = { person, gate: getText(original, "gate") };
  const counters = decision === undefined ? [] : counterRows(installed, subject, decision.legal);
  const vehicle = isObject(original.vehicle) ? [vehicleKey(getText(original.vehicle, "token"))] : [];
  return [{ table: OVERRIDE, key: String(passage) }, stayKey(person), movementKey(person), ...counters, ...vehicle];
}

function decideOverride(command: OverrideCommand, state: State, world: World): Ruling {
  const { passage, original, verdict, reason } = command;
  const details = present({ passage, gate: original.gate, lane: original.lane, from: original.outcome, to: verdict });
  const refusal = refusalOf(command, state, world);
  if (refusal !== undefined) return { outcome: "refused", reason: refusal, details: { ...details, asked: reason } };
  return { outcome: verdict, reason, details: { ...details, ...carried(original, verdict) } };
}

/** What the change of verdict moves: taken over from the passage, so that the entry can be applied by itself. */
function carried(original: Body, verdict: Verdict): JsonObject {
  const { direction, person, vehicle, before, offered, goods, decisions, queue, covers } = original;
  const moved = present({ direction, person, vehicle, before, offered, goods, decisions, queue, covers });
  if (verdict === "admit") return { ...moved, counts: "outcomes" };
  return original.outcome === "admit" ? { ...moved, counts: "undo" } : present({ direction, person });
}

function refusalOf(command: OverrideCommand, state: State, world: World): OverrideRefusal | undefined {
  const { by, passage, original, verdict, reason } = command;
  if (by.officer === undefined || by.second === undefined || by.second === by.officer) return "same_officer";
  if (world.overrideReasons?.has(reason) === false) return "unknown_reason";
  if (state.find(OVERRIDE, String(passage)) !== undefined) return "already_overridden";
  if (original.outcome === verdict) return "same_verdict";
  if (verdict === "admit" && directionOf(original) === "in" && original.offered === undefined) return "no_stay_offered";
  if (hasMovedSince(command, state)) return "superseded";
  return verdict !== "admit" || isAllowanceAsDecided(original, state, world) ? undefined : "superseded";
}

/** The person went in or out by a later entry: an older passage decides nothing any more. */
function hasMovedSince({ passage, original }: OverrideCommand, state: State): boolean {
  return lastMovement(state, getText(original, "person")) > passage;
}

/** What was left of the allowance when the passage was decided is still left now. */
function isAllowanceAsDecided(original: Body, state: State, world: World): boolean {
  const installed = getRulebook(world, rulebookOf[directionOf(original)]);
  const [first] = decisionsOf(original);
  if (first === undefined) return false;
  const subject = { person: getText(original, "person"), gate: getText(original, "gate") };
  const now = counterValues(installed, subject, first.legal, state);
  const outcomes = installed.rulebook.counters.filter(({ kind }) => kind !== "facts");
  // A counter of the passage itself began with it and is not kept.
  return outcomes.every(({ name }) => now[name] === undefined || now[name] === first.counters[name]);
}

function overrideChanges(body: Body, number: number): readonly Change[] {
  if (body.outcome === "refused") return [];
  const mark: Change = {
    kind: "put",
    table: OVERRIDE,
    key: String(body.passage),
    row: { entry: number, outcome: body.outcome, reason: body.reason },
  };
  if (body.counts === "outcomes") return [mark, ...movement(body, number)];
  if (body.counts === "undo") return [mark, ...movementBack(body, number)];
  return [mark];
}

function directionOf({ direction }: Body): Direction {
  return direction === "in" ? "in" : "out";
}
