import type { MrzFormat } from "./travel-document.ts";

/** Characters `from` to `to` of a line; lines and columns count from 1, as in ICAO 9303. */
export type Slot = { readonly line: number; readonly from: number; readonly to: number };

export type SlotName =
  | "code"
  | "issuer"
  | "names"
  | "number"
  | "numberCheck"
  | "nationality"
  | "born"
  | "bornCheck"
  | "sex"
  | "expires"
  | "expiresCheck"
  | "optional";

/** Where each field of a zone stands. */
export type MrzLayout = {
  readonly format: MrzFormat;
  readonly lines: number;
  readonly width: number;
  readonly slots: { readonly [name in SlotName]: Slot };
  /** Check digit of the optional data: TD3 alone has one. */
  readonly optionalCheck?: Slot;
  readonly secondOptional?: Slot;
  readonly composite?: { readonly check: Slot; readonly over: readonly Slot[] };
  /** Whether a number of more than nine characters goes on in the optional data (9303-5 §4.2.2, 9303-6 §4.2.2). */
  readonly longNumbers: boolean;
};

function slot(line: number, from: number, to: number = from): Slot {
  return { line, from, to };
}

/** The second line that TD2, TD3 and the visas share. */
const secondLine = {
  number: slot(2, 1, 9),
  numberCheck: slot(2, 10),
  nationality: slot(2, 11, 13),
  born: slot(2, 14, 19),
  bornCheck: slot(2, 20),
  sex: slot(2, 21),
  expires: slot(2, 22, 27),
  expiresCheck: slot(2, 28),
};

function twoLines(width: number, optionalTo: number): MrzLayout["slots"] {
  return {
    code: slot(1, 1, 2),
    issuer: slot(1, 3, 5),
    names: slot(1, 6, width),
    ...secondLine,
    optional: slot(2, 29, optionalTo),
  };
}

/** ICAO 9303-5 §4.2.2. */
const td1: MrzLayout = {
  format: "TD1",
  lines: 3,
  width: 30,
  slots: {
    code: slot(1, 1, 2),
    issuer: slot(1, 3, 5),
    number: slot(1, 6, 14),
    numberCheck: slot(1, 15),
    optional: slot(1, 16, 30),
    born: slot(2, 1, 6),
    bornCheck: slot(2, 7),
    sex: slot(2, 8),
    expires: slot(2, 9, 14),
    expiresCheck: slot(2, 15),
    nationality: slot(2, 16, 18),
    names: slot(3, 1, 30),
  },
  secondOptional: slot(2, 19, 29),
  composite: { check: slot(2, 30), over: [slot(1, 6, 30), slot(2, 1, 7), slot(2, 9, 15), slot(2, 19, 29)] },
  longNumbers: true,
};

/** ICAO 9303-6 §4.2.2. */
const td2: MrzLayout = {
  format: "TD2",
  lines: 2,
  width: 36,
  slots: twoLines(36, 35),
  composite: { check: slot(2, 36), over: [slot(2, 1, 10), slot(2, 14, 20), slot(2, 22, 35)] },
  longNumbers: true,
};

/** ICAO 9303-4 §4.2.2. */
const td3: MrzLayout = {
  format: "TD3",
  lines: 2,
  width: 44,
  slots: twoLines(44, 42),
  optionalCheck: slot(2, 43),
  composite: { check: slot(2, 44), over: [slot(2, 1, 10), slot(2, 14, 20), slot(2, 22, 43)] },
  longNumbers: false,
};

/** ICAO 9303-7 §4.2.2 and §5.2.2: visas have no composite check digit. */
const mrvA: MrzLayout = { format: "MRV-A", lines: 2, width: 44, slots: twoLines(44, 44), longNumbers: false };
const mrvB: MrzLayout = { format: "MRV-B", lines: 2, width: 36, slots: twoLines(36, 36), longNumbers: false };

const layouts: readonly MrzLayout[] = [td1, td2, td3, mrvA, mrvB];

/** The layout of lines of this count and width whose first character is `first`; a visa begins with V. */
export function findLayout(lines: number, width: number, first: string): MrzLayout | undefined {
  const visa = first === "V" && lines === 2;
  return layouts.find(
    (layout) => layout.lines === lines && layout.width === width && layout.format.startsWith("MRV") === visa,
  );
}
