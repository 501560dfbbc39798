import { additions, counterValues, overflowing } from "../allowances/counting.ts";
import { instantMs, instantText } from "../calendar/legal-day.ts";
import { noted } from "../captures/finding.ts";
import { type Capture, captureChanges, captureKeys } from "../captures/numbering.ts";
import { type CaptureRuling, recordCapture } from "../captures/record-capture.ts";
import { type Amounts, isWithin, sumOf } from "../rights/amounts.ts";
import { amountsOf, decideFrom, type Law } from "../rights/decide-from.ts";
import { coversOut } from "../sales/covers.ts";
import { sealKeys, sealOf, sealRefusal } from "../seals/seal.ts";
import type { Author, Body, Concept, Moment, Ruling } from "../spine/concept.ts";
import { type DecisionRecord, decisionBody } from "../spine/decision.ts";
import { getRulebook, type Installed, type World } from "../spine/installed.ts";
import { type JsonObject, present } from "../spine/json.ts";
import { decisionsOf, getText } from "../spine/read-body.ts";
import type { Change, State, StateKey } from "../spine/state.ts";
import { lastMovedAtMs } from "../stays/movement.ts";
import type { Stay } from "../stays/stay.ts";
import { passageChanges } from "./changes.ts";
import type { PassageCommand, Watch } from "./command.ts";
import { factsOf, type Known } from "./facts.ts";
import { decidePassage, linesOf, offeredStay, passageKeys, rulebookOf } from "./passage.ts";
import { judgementOf, strictest, type Verdict } from "./verdict.ts";

/** What the gate decided by itself, and what it decided with: its rulebook, its counters, what it knew of the stay. */
export type Happened = {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly law: Law | undefined;
  /** Absent on paper, where nobody knew them: then as they stand here. */
  readonly counters: Amounts | undefined;
  readonly stay: Stay | undefined;
  readonly watch: Watch;
};

/** A passage that took place while the gate was cut off, or that was written on a numbered seal. */
export type LateCommand = {
  readonly kind: "late_passage";
  readonly by: Author;
  readonly capture: Capture;
  readonly passage: PassageCommand;
  readonly happened: Happened;
};

/**
 * Recorded as what happened: the gate's verdict stands, and what it let out counts. Where this node would have decided
 * otherwise a human is told; nothing is rewritten, and a person moves only when nothing later has moved her (P18).
 */
export const latePassage: Concept<LateCommand> = {
  kind: "late_passage",
  keys: lateKeys,
  decide: (command, state, world, moment) =>
    refusedSeal(command, state) ??
    recordCapture(state, command.capture, moment, () => decideLate(command, state, world, moment)),
  apply: lateChanges,
};

function lateKeys({ capture, passage }: LateCommand, world: World, atMs: number): readonly StateKey[] {
  return [
    ...captureKeys(capture),
    ...sealKeys(sealOf(capture)),
    ...passageKeys(passage, world, happenedAtMs(capture, atMs)),
  ];
}

/** A seal that was never printed for this gate, or is void, takes no passage; its number stays as it was. */
function refusedSeal({ capture, passage: { gate, lane } }: LateCommand, state: State): Ruling | undefined {
  const seal = sealOf(capture);
  const reason = seal === undefined ? undefined : sealRefusal(state, seal, gate);
  if (reason === undefined) return undefined;
  const { device, sequence } = capture;
  return { outcome: "refused", reason, details: { device, sequence, gate, lane, findings: [reason] } };
}

/** A device's clock is a claim: what is told now did not happen later than now (promises.md D9). */
function happenedAtMs({ atMs }: Pick<LateCommand["capture"], "atMs">, nowMs: number): number {
  return Math.min(atMs, nowMs);
}

function decideLate(command: LateCommand, state: State, world: World, { atMs: nowMs, number }: Moment): CaptureRuling {
  const { passage, capture, happened } = command;
  const atMs = happenedAtMs(capture, nowMs);
  const here = decidePassage(unseen(passage), state, world, { atMs, number });
  const there = decideThere(command, state, world, world.legalDay(atMs));
  if (there === undefined) return { ...refused("law_unknown", { gate: passage.gate, lane: passage.lane }) };
  const movedAt = lastMovedAtMs(state, passage.traveller.person);
  const { verdict, reason } = happened;
  const offered = passage.direction === "in" ? offeredStay(passage, there, atMs, number) : undefined;
  const isWithoutStay = passage.direction === "in" && offered === undefined;
  const isSuperseded = isWithoutStay || (movedAt !== undefined && movedAt >= capture.atMs);
  const fits = countsFit(command, there, state, world);
  const details = {
    ...here.details,
    decisions: there.map(decisionBody),
    counts: fits ? (verdict === "admit" ? "all" : "facts") : "facts",
    offered,
    superseded: isSuperseded,
    node: here.outcome === verdict ? undefined : { outcome: here.outcome, reason: here.reason },
  };
  const findings = [
    ...differences(command, here, there, world),
    ...(fits ? [] : ["counter_full"]),
    ...(isWithoutStay && verdict === "admit" ? ["no_stay_offered"] : []),
  ];
  return { outcome: verdict, reason, details: present(details), findings };
}

/** The gate's own decisions taken again from what it says it knew; undefined when this node never had its rulebook. */
function decideThere(
  { passage, capture, happened }: LateCommand,
  state: State,
  world: World,
  day: number,
): readonly DecisionRecord[] | undefined {
  const { law, stay, watch } = happened;
  const installed = getRulebook(world, rulebookOf[passage.direction]);
  // By the law of the other way the same passage would count nothing.
  if (law?.rulebook.name !== installed.rulebook.name) return undefined;
  const known: Known = {
    ...passage,
    traveller: { ...passage.traveller, watch },
    day,
    stay,
    guardian: passage.guardian !== undefined && passage.guardian.person !== passage.traveller.person,
    vehicle: passage.vehicle !== undefined,
    goods: undefined,
  };
  const lines = linesOf(passage).map((goods) => factsOf(law.rulebook, { ...known, goods }));
  const subject = { person: passage.traveller.person, gate: passage.gate, passage: capture.digest };
  const counters = happened.counters ?? countersHere(installed, passage, day, state);
  return decideFrom(installed, law, lines, counters, { subject, day }).map(({ record }) => record);
}

/** Counters as they stand here; those within one passage begin with it. */
function countersHere(installed: Installed, { traveller, gate }: PassageCommand, day: number, state: State): Amounts {
  const within = installed.rulebook.counters.filter(({ per }) => per.includes("passage"));
  const subject = { person: traveller.person, gate };
  return {
    ...Object.fromEntries(within.map(({ name }) => [name, 0])),
    ...counterValues(installed, subject, day, state),
  };
}

/** Codes of how what happened differs from what the rules, there or here, would have said. */
function differences(
  { passage, happened }: LateCommand,
  here: Ruling,
  there: readonly DecisionRecord[],
  world: World,
): readonly string[] {
  const installed = getRulebook(world, rulebookOf[passage.direction]);
  const subject = { person: passage.traveller.person, gate: passage.gate };
  const counted = (records: readonly DecisionRecord[]) =>
    sumOf(records.map((record) => amountsOf(installed, record, subject)));
  const own = decisionsOf(here.details).filter(({ rulebook }) => rulebook === installed.rulebook.name);
  const isMore = happened.verdict === "admit" && !isWithin(counted(there), counted(own));
  return [
    ...(strictest(there.map(judgementOf)).verdict === happened.verdict ? [] : ["verdict_unfounded"]),
    ...(here.outcome === happened.verdict ? [] : ["verdict_differs"]),
    ...(isMore ? ["more_let_out"] : []),
  ];
}

/** Whether every counter can take what was let out; one that cannot stays as it is, and a human is told. */
function countsFit(
  { passage, happened }: LateCommand,
  records: readonly DecisionRecord[],
  state: State,
  world: World,
): boolean {
  if (happened.verdict !== "admit") return true;
  const installed: Installed = getRulebook(world, rulebookOf[passage.direction]);
  const subject = { person: passage.traveller.person, gate: passage.gate };
  const added = records.flatMap((record) => additions(installed, record, subject, "all"));
  return overflowing(installed, added, state) === undefined;
}

/** A sale that was carried out before its till reported it is carried out all the same. */
function unseen(passage: PassageCommand): PassageCommand {
  const { covers } = passage;
  return covers === undefined ? passage : { ...passage, covers: { ...covers, unseen: true } };
}

function lateChanges(body: Body, number: number): readonly Change[] {
  const numbered = body.log === undefined ? noted(body, number) : captureChanges(body, number);
  if (body.outcome === "refused") return numbered;
  if (body.superseded === true) return [...numbered, ...(body.outcome === "admit" ? coversOut(body, number) : [])];
  const atMs = happenedAtMs({ atMs: instantMs(getText(body, "captured")) }, instantMs(body.at));
  return [...numbered, ...passageChanges({ ...body, at: instantText(atMs) }, number)];
}

function refused(reason: string, details: JsonObject): CaptureRuling {
  return { outcome: "refused", reason, details, findings: [reason] };
}
