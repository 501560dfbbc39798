/**
 * The columns of a history file: one row a goods line, one row for a passage without goods (line 0).
 * Only 32-bit integers, booleans and texts: DuckDB hands them to the fold without BigInt.
 */
export const trafficColumns = {
  passage: "INTEGER",
  second: "INTEGER",
  day: "INTEGER",
  direction: "VARCHAR",
  gate: "VARCHAR",
  lane: "INTEGER",
  visit: "INTEGER",
  person: "INTEGER",
  nationality: "VARCHAR",
  document: "VARCHAR",
  born: "INTEGER",
  expires: "INTEGER",
  female: "BOOLEAN",
  vehicle: "BOOLEAN",
  line: "INTEGER",
  hs: "VARCHAR",
  category: "VARCHAR",
  quantity: "INTEGER",
  mass_grams: "INTEGER",
  value_fen: "INTEGER",
  indivisible: "BOOLEAN",
} as const;

export type TrafficRow = {
  -readonly [Name in keyof typeof trafficColumns]: (typeof trafficColumns)[Name] extends "VARCHAR"
    ? string
    : (typeof trafficColumns)[Name] extends "BOOLEAN"
      ? boolean
      : number;
};
