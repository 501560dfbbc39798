import { allow, allowWithSecond } from "./allow.ts";
import { atOwnGate, onOwnSide } from "./conditions.ts";
import { subjectKind } from "./subjects.ts";

export const Person = subjectKind("person", ["reveal", "search", "erase"]);

/** Names come out of the vault only where somebody stands before the person or must find her; destroying them takes two. */
export const personPolicy = [
  allow("gate_officer", "reveal", Person, atOwnGate),
  allow("duty_officer", "reveal", Person, onOwnSide),
  allow("customs_officer", "reveal", Person, onOwnSide),
  allow("duty_officer", "search", Person, onOwnSide),

  allowWithSecond("administrator", "erase", Person, onOwnSide, ["duty_officer"]),
  allowWithSecond("duty_officer", "erase", Person, onOwnSide, ["administrator", "duty_officer"]),
];
