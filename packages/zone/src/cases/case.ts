import type { JsonObject } from "../spine/json.ts";
import { getInteger, getText } from "../spine/read-body.ts";
import type { Change, Row, State, StateKey } from "../spine/state.ts";

/** Table of cases. */
export const CASE_FILE = "case_file";

/** What a case is about: who should have left, a passage without its pair, somebody who may carry for others. */
export const caseSubjects = ["overstay", "missing_pair", "runner"] as const;
export type CaseSubject = (typeof caseSubjects)[number];

/** open → noticed → found → appealed → decided; a finding of nothing closes it. Being over is a matter of the day. */
export const caseStates = ["open", "noticed", "found", "appealed", "decided", "closed"] as const;
export type CaseState = (typeof caseStates)[number];

export const findings = ["nothing", "warned", "restricted"] as const;
export type Finding = (typeof findings)[number];

/** Entries that one case may name as evidence, and steps it may have. */
export const EVIDENCE_MAX = 100;
export const STEPS_MAX = 50;

/**
 * A case as the journal tells it. It changes no verdict by itself: what a gate does with a person follows from the watch list,
 * with that list's own rules. Days are legal days; officers are ids, the person a token.
 */
export type Case = {
  /** Its subject and the entry it grew from, e.g. overstay-1204: the same matter cannot be opened twice. */
  readonly id: string;
  readonly about: CaseSubject;
  readonly person: string;
  readonly state: CaseState;
  readonly openedDay: number;
  /** Last day of the case and of anything it restricts. */
  readonly untilDay: number;
  /** Days in which a finding may be appealed, as they were when the case was opened. */
  readonly appealDays: number;
  /** Numbers of entries, parted by spaces. */
  readonly evidence: string;
  readonly steps: string;
  readonly score?: number;
  readonly finding?: Finding;
  readonly code?: string;
  readonly foundBy?: string;
  readonly second?: string;
  readonly foundDay?: number;
  readonly decision?: "upheld" | "lifted";
};

export function caseKey(id: string): StateKey {
  return { table: CASE_FILE, key: id };
}

export function caseId(about: CaseSubject, root: number): string {
  return `${about}-${root}`;
}

export function findCase(state: State, id: string): Case | undefined {
  const row = state.find(CASE_FILE, id);
  return row === undefined ? undefined : caseOf(row);
}

/** The numbers of a list such as "12 15". */
export function numbersIn(list: string): readonly number[] {
  return list === "" ? [] : list.split(" ").map(Number);
}

/** What every step leaves: the whole case in the body, the number of the step added. */
export function putCase(fields: JsonObject, number: number): readonly Change[] {
  const found = caseOf(fields);
  const steps = [...numbersIn(found.steps), number].join(" ");
  return [{ kind: "put", ...caseKey(found.id), row: rowOf({ ...found, steps }) }];
}

/** Reads a case from a row of state or from an entry's `file`. Throws BodyError when it is not one. */
export function caseOf(fields: Row | JsonObject): Case {
  const text = (name: string) => (typeof fields[name] === "string" ? { [name]: fields[name] } : {});
  const figure = (name: string) => (typeof fields[name] === "number" ? { [name]: fields[name] } : {});
  return {
    id: getText(fields, "id"),
    about: getText(fields, "about") as CaseSubject,
    person: getText(fields, "person"),
    state: getText(fields, "state") as CaseState,
    openedDay: getInteger(fields, "openedDay"),
    untilDay: getInteger(fields, "untilDay"),
    appealDays: getInteger(fields, "appealDays"),
    evidence: getText(fields, "evidence"),
    steps: getText(fields, "steps"),
    ...figure("score"),
    ...text("finding"),
    ...text("code"),
    ...text("foundBy"),
    ...text("second"),
    ...figure("foundDay"),
    ...text("decision"),
  };
}

/** The case as columns, or as the `file` of an entry: what is absent is not written. */
export function rowOf(one: Case): Row & JsonObject {
  return Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as Row & JsonObject;
}
