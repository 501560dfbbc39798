import { allow } from "./allow.ts";
import { atOwnGate, onOwnSide } from "./conditions.ts";
import { subjectKind } from "./subjects.ts";

export const Seal = subjectKind("seal", ["print", "list", "void"]);

/** Seals are printed at the gate that will write on them; who looks for the missing ones and voids them is another. */
export const sealPolicy = [
  allow("gate_officer", "print", Seal, atOwnGate),
  allow("customs_officer", "print", Seal, atOwnGate),
  allow("duty_officer", "print", Seal, onOwnSide),
  allow("duty_officer", "list", Seal, onOwnSide),
  allow("duty_officer", "void", Seal, onOwnSide),
  allow("customs_officer", "list", Seal, onOwnSide),
];
