import { allow } from "./allow.ts";
import { onOwnSide } from "./conditions.ts";
import { subjectKind } from "./subjects.ts";

export const Stay = subjectKind("stay", ["list", "read"]);

/** Who is inside, and who should have left, is the business of those who act on it; analysts see figures, not people. */
export const stayPolicy = [
  allow("gate_officer", "read", Stay, onOwnSide),
  allow("duty_officer", "list", Stay, onOwnSide),
  allow("duty_officer", "read", Stay, onOwnSide),
  allow("customs_officer", "list", Stay, onOwnSide),
  allow("customs_officer", "read", Stay, onOwnSide),
];
