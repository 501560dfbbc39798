import { allow, allowWithSecond } from "./allow.ts";
import { onOwnSide } from "./conditions.ts";
import { subjectKind } from "./subjects.ts";

export const Entry = subjectKind("entry", ["list", "read", "export"]);

/** The journal holds no names, so those who answer for the zone may read it; taking it away takes two people (P26). */
export const entryPolicy = [
  allow("gate_officer", "read", Entry, onOwnSide),
  allow("duty_officer", "list", Entry, onOwnSide),
  allow("duty_officer", "read", Entry, onOwnSide),
  allow("customs_officer", "list", Entry, onOwnSide),
  allow("customs_officer", "read", Entry, onOwnSide),
  allow("analyst", "list", Entry, onOwnSide),
  allow("analyst", "read", Entry, onOwnSide),
  allow("administrator", "list", Entry, onOwnSide),
  allow("administrator", "read", Entry, onOwnSide),

  allowWithSecond("duty_officer", "export", Entry, onOwnSide, ["administrator", "duty_officer"]),
  allowWithSecond("administrator", "export", Entry, onOwnSide, ["duty_officer", "administrator"]),
];
