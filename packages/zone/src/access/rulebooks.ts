import { allow, allowWithSecond } from "./allow.ts";
import { onOwnSide } from "./conditions.ts";
import { subjectKind } from "./subjects.ts";

export const Rulebook = subjectKind("rulebook", [
  "read",
  "propose",
  "replay",
  "note",
  "advance",
  "vote",
  "witness",
  "adopt",
]);

/**
 * Law is public to every officer; an analyst proposes, replays and moves a proposal on; a vote is written down by the office,
 * that of the other side under two people's hands, as is what changes a cap (P26).
 */
export const rulebookPolicy = [
  allow("gate_officer", "read", Rulebook, onOwnSide),
  allow("duty_officer", "read", Rulebook, onOwnSide),
  allow("customs_officer", "read", Rulebook, onOwnSide),
  allow("analyst", "read", Rulebook, onOwnSide),
  allow("administrator", "read", Rulebook, onOwnSide),
  allow("analyst", "propose", Rulebook, onOwnSide),
  allow("duty_officer", "propose", Rulebook, onOwnSide),
  allow("analyst", "replay", Rulebook, onOwnSide),
  allow("duty_officer", "replay", Rulebook, onOwnSide),
  allow("analyst", "note", Rulebook, onOwnSide),
  allow("duty_officer", "note", Rulebook, onOwnSide),
  allow("customs_officer", "note", Rulebook, onOwnSide),
  allow("administrator", "note", Rulebook, onOwnSide),
  allow("analyst", "advance", Rulebook, onOwnSide),
  allow("administrator", "advance", Rulebook, onOwnSide),
  allow("administrator", "vote", Rulebook, onOwnSide),
  allowWithSecond("administrator", "witness", Rulebook, onOwnSide, ["duty_officer"]),
  allowWithSecond("administrator", "adopt", Rulebook, onOwnSide, ["duty_officer"]),
];
