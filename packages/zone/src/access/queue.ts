import { allow, allowWithSecond } from "./allow.ts";
import { onOwnSide } from "./conditions.ts";
import { subjectKind } from "./subjects.ts";

export const Queue = subjectKind("queue", [
  "list",
  "book",
  "change",
  "arrive",
  "call",
  "no_show",
  "set_shift",
  "close",
  "trust_peer",
]);

/**
 * Whoever works at the road gate books, receives and calls; what a side takes, and closing the road, is the duty officer's. No
 * verb puts anybody first: priority is the rulebook's.
 */
export const queuePolicy = [
  allow("gate_officer", "list", Queue, onOwnSide),
  allow("gate_officer", "book", Queue, onOwnSide),
  allow("gate_officer", "change", Queue, onOwnSide),
  allow("gate_officer", "arrive", Queue, onOwnSide),
  allow("gate_officer", "call", Queue, onOwnSide),

  allow("duty_officer", "list", Queue, onOwnSide),
  allow("duty_officer", "book", Queue, onOwnSide),
  allow("duty_officer", "change", Queue, onOwnSide),
  allow("duty_officer", "arrive", Queue, onOwnSide),
  allow("duty_officer", "call", Queue, onOwnSide),
  allow("duty_officer", "no_show", Queue, onOwnSide),
  allow("duty_officer", "set_shift", Queue, onOwnSide),
  allow("duty_officer", "close", Queue, onOwnSide),
  allowWithSecond("duty_officer", "trust_peer", Queue, onOwnSide, ["duty_officer", "administrator"]),

  allow("customs_officer", "list", Queue, onOwnSide),
];
