import { allow, allowWithSecond } from "./allow.ts";
import { isAnothers, onOwnSide } from "./conditions.ts";
import { subjectKind } from "./subjects.ts";

export const Case = subjectKind("case", ["list", "open", "step", "find", "restrict", "judge"]);

/**
 * Cases belong to those who may act on them. `owner` is who made the finding: nobody judges an appeal against his own.
 * Whatever restricts a person takes two.
 */
export const casePolicy = [
  allow("duty_officer", "list", Case, onOwnSide),
  allow("duty_officer", "open", Case, onOwnSide),
  allow("duty_officer", "step", Case, onOwnSide),
  allow("duty_officer", "find", Case, onOwnSide),
  allowWithSecond("duty_officer", "restrict", Case, onOwnSide, ["duty_officer", "customs_officer"]),
  allow("duty_officer", "judge", Case, isAnothers),
  allow("customs_officer", "list", Case, onOwnSide),
  allow("customs_officer", "open", Case, onOwnSide),
  allow("customs_officer", "step", Case, onOwnSide),
  allow("customs_officer", "find", Case, onOwnSide),
  allowWithSecond("customs_officer", "restrict", Case, onOwnSide, ["duty_officer"]),
];
