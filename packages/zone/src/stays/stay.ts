import { isObject, type Json, type JsonObject, present } from "../spine/json.ts";
import type { Row, State, StateKey } from "../spine/state.ts";

/** Table of those who are inside: one row a person, while she is inside. */
export const STAY = "stay";

/**
 * One visit, from the entry that opened it. Days are legal days, `lastDay` the last on which leaving is in time;
 * the day of entry counts as the first. `visit` is the number of the entry, as text.
 */
export type Stay = {
  readonly visit: string;
  readonly gate: string;
  readonly enteredDay: number;
  readonly lastDay: number;
  readonly enteredAtMs: number;
  readonly document: string;
  readonly nationality: string;
  /** SHA-256 of the code on the printed pass. */
  readonly pass?: string;
};

export function stayKey(person: string): StateKey {
  return { table: STAY, key: person };
}

/** The open stay of a person, or undefined when she is not inside. */
export function findStay(state: State, person: string): Stay | undefined {
  const row = state.find(STAY, person);
  return row === undefined ? undefined : stayOfRow(row);
}

/** Days used on a legal day, the day of entry and this day counted. */
export function daysUsed(stay: Pick<Stay, "enteredDay">, day: number): number {
  return Math.max(0, day - stay.enteredDay + 1);
}

/** Days that are left after a legal day; negative when the stay is overdue. */
export function daysLeft(stay: Pick<Stay, "lastDay">, day: number): number {
  return stay.lastDay - day;
}

export function stayBody(stay: Stay): JsonObject {
  return present({ ...stay });
}

/** The stay written in a body. Throws when it is not one. */
export function stayOfBody(value: Json | undefined): Stay {
  if (!isObject(value)) throw new Error("Cannot read the stay: it is not an object");
  return stayOfRow(value);
}

export function rowOfStay(stay: Stay): Row {
  const { pass, ...rest } = stay;
  return pass === undefined ? rest : { ...rest, pass };
}

function stayOfRow(row: Row | JsonObject): Stay {
  const pass = row.pass;
  return {
    visit: text(row, "visit"),
    gate: text(row, "gate"),
    enteredDay: integer(row, "enteredDay"),
    lastDay: integer(row, "lastDay"),
    enteredAtMs: integer(row, "enteredAtMs"),
    document: text(row, "document"),
    nationality: text(row, "nationality"),
    ...(typeof pass === "string" ? { pass } : {}),
  };
}

function text(row: Row | JsonObject, name: string): string {
  const value = row[name];
  if (typeof value !== "string") throw new Error(`Cannot read the stay: "${name}" is not text`);
  return value;
}

function integer(row: Row | JsonObject, name: string): number {
  const value = row[name];
  if (typeof value !== "number" || !Number.isSafeInteger(value)) {
    throw new Error(`Cannot read the stay: "${name}" is not an integer`);
  }
  return value;
}
