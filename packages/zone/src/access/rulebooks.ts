import { allow, allowWithSecond } from "./allow.ts";
import { onOwnSide } from "./conditions.ts";
import { subjectKind } from "./subjects.ts";

export const Rulebook = subjectKind("rulebook", ["read", "propose", "adopt"]);

/** Law is public to every officer; an analyst proposes, and what changes a cap takes two people (P26). */
export const rulebookPolicy = [
  allow("gate_officer", "read", Rulebook, onOwnSide),
  allow("duty_officer", "read", Rulebook, onOwnSide),
  allow("customs_officer", "read", Rulebook, onOwnSide),
  allow("analyst", "read", Rulebook, onOwnSide),
  allow("administrator", "read", Rulebook, onOwnSide),
  allow("analyst", "propose", Rulebook, onOwnSide),
  allow("duty_officer", "propose", Rulebook, onOwnSide),
  allowWithSecond("administrator", "adopt", Rulebook, onOwnSide, ["duty_officer"]),
];
