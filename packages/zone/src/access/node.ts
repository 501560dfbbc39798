import { allow, allowWithSecond } from "./allow.ts";
import { onOwnSide } from "./conditions.ts";
import { subjectKind } from "./subjects.ts";

export const Node = subjectKind("node", ["watch", "change_key", "reopen_day"]);

/** The node's keys and its closed days change only under two people's hands (P26). */
export const nodePolicy = [
  allow("administrator", "watch", Node, onOwnSide),
  allow("duty_officer", "watch", Node, onOwnSide),
  allowWithSecond("administrator", "change_key", Node, onOwnSide, ["duty_officer", "administrator"]),
  allowWithSecond("duty_officer", "reopen_day", Node, onOwnSide, ["administrator", "duty_officer"]),
];
