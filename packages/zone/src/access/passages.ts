import { allow, allowWithSecond } from "./allow.ts";
import { atOwnGate, onOwnSide } from "./conditions.ts";
import { subjectKind } from "./subjects.ts";

export const Passage = subjectKind("passage", ["record", "deliver", "read", "print", "override"]);

/** Passages are recorded at the gate where they happen; overriding a verdict takes a duty officer among two (P26). */
export const passagePolicy = [
  allow("gate_officer", "record", Passage, atOwnGate),
  allow("duty_officer", "record", Passage, atOwnGate),
  allow("customs_officer", "record", Passage, atOwnGate),
  allow("automatic_lane", "record", Passage, atOwnGate),

  // What a gate decided while it was cut off, or what stands on a seal: delivered later, at the gate where it happened.
  allow("gate_officer", "deliver", Passage, atOwnGate),
  allow("duty_officer", "deliver", Passage, atOwnGate),
  allow("customs_officer", "deliver", Passage, atOwnGate),
  allow("automatic_lane", "deliver", Passage, atOwnGate),
  allow("gate_post", "deliver", Passage, atOwnGate),

  allow("gate_officer", "read", Passage, atOwnGate),
  allow("duty_officer", "read", Passage, onOwnSide),
  allow("customs_officer", "read", Passage, onOwnSide),

  allow("gate_officer", "print", Passage, atOwnGate),
  allow("duty_officer", "print", Passage, onOwnSide),
  allow("customs_officer", "print", Passage, onOwnSide),
  allow("automatic_lane", "print", Passage, atOwnGate),

  allowWithSecond("gate_officer", "override", Passage, atOwnGate, ["duty_officer"]),
  allowWithSecond("customs_officer", "override", Passage, atOwnGate, ["duty_officer"]),
  allowWithSecond("duty_officer", "override", Passage, onOwnSide, ["duty_officer", "gate_officer", "customs_officer"]),
];
