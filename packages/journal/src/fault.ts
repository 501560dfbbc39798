/** What is wrong with a bundle. The words say what was done to the file, as far as the file itself can tell. */
export const faultKinds = {
  format: "the line is not of the bundle's format",
  altered: "the entry does not match its own hash",
  replaced: "the entry is not the one that its neighbours are chained to",
  missing: "entries are missing",
  repeated: "an entry stands twice or out of order",
  checkpoint: "the entries do not give the root that was signed",
  receipt: "the entry is not the one that a receipt was given for",
  signature: "a signature does not hold or its key is not known",
  fork: "two roots were signed for one size",
  proof: "an inclusion proof does not hold",
  unsealed: "no signature covers the entries",
} as const;
export type FaultKind = keyof typeof faultKinds;

/** A fault as it is found, before the line is known: the entries `number` to `upTo` among which it lies (0 = the head). */
export type Finding = {
  readonly what: FaultKind;
  readonly number: number;
  readonly upTo: number;
  readonly detail: string;
};

/** A fault and the line of the file at which it showed. */
export type Fault = Finding & { readonly line: number };

export function finding(what: FaultKind, number: number, detail: string, upTo: number = number): Finding {
  return { what, number, upTo, detail };
}
