import { allow } from "./allow.ts";
import { atOwnGate, onOwnSide } from "./conditions.ts";
import { subjectKind } from "./subjects.ts";

export const Board = subjectKind("board", ["read"]);
export const Capacity = subjectKind("capacity", ["read", "count", "simulate"]);
export const Runner = subjectKind("runner", ["list", "note"]);

/**
 * The board and the forecast hold figures and no names: whoever plans may see them. Scores are about people: they are for
 * those who may open a case. People waiting are counted by whoever stands there.
 */
export const supervisionPolicy = [
  allow("duty_officer", "read", Board, onOwnSide),
  allow("customs_officer", "read", Board, onOwnSide),
  allow("analyst", "read", Board, onOwnSide),
  allow("administrator", "read", Board, onOwnSide),
  allow("gate_officer", "count", Capacity, atOwnGate),
  allow("duty_officer", "read", Capacity, onOwnSide),
  allow("duty_officer", "count", Capacity, onOwnSide),
  allow("duty_officer", "simulate", Capacity, onOwnSide),
  allow("customs_officer", "read", Capacity, onOwnSide),
  allow("analyst", "read", Capacity, onOwnSide),
  allow("analyst", "simulate", Capacity, onOwnSide),
  allow("duty_officer", "list", Runner, onOwnSide),
  allow("duty_officer", "note", Runner, onOwnSide),
  allow("customs_officer", "list", Runner, onOwnSide),
  allow("customs_officer", "note", Runner, onOwnSide),
];
