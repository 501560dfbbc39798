import { isOfficerRole, type OfficerRole } from "../access/roles.ts";
import type { Row, State, StateKey } from "../spine/state.ts";

/** Tables of the roll: officers by id, badge numbers that were ever given, passkeys by credential id. */
export const OFFICER = "officer";
export const BADGE = "badge";

/** An officer as the journal knows her: a random id, a badge number, what she may do here; no name. */
export type Officer = {
  readonly officer: string;
  /** Badge number shown on screens, e.g. 0417; never given twice. */
  readonly number: string;
  readonly role: OfficerRole;
  readonly side: string;
  readonly active: boolean;
};

export function officerKey(officer: string): StateKey {
  return { table: OFFICER, key: officer };
}

export function badgeKey(number: string): StateKey {
  return { table: BADGE, key: number };
}

/** The officer of that id, or undefined. */
export function findOfficer(state: State, officer: string): Officer | undefined {
  const row = state.find(OFFICER, officer);
  return row === undefined ? undefined : officerOf(row);
}

/** Reads an officer from a row of state or the body of an entry. Throws TypeError when it is not one. */
export function officerOf(fields: Readonly<Record<string, unknown>>): Officer {
  const { officer, number, role, side, active } = fields;
  if (typeof officer !== "string" || typeof number !== "string" || typeof side !== "string") {
    throw new TypeError("Cannot read the officer: its id, number or side is not text");
  }
  if (typeof role !== "string" || !isOfficerRole(role) || typeof active !== "boolean") {
    throw new TypeError(`Cannot read the officer "${officer}": its role is not one of this zone`);
  }
  return { officer, number, role, side, active };
}

export function rowOfOfficer(officer: Officer): Row {
  return { ...officer };
}
