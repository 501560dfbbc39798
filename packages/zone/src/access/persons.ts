import { allow, allowWithSecond } from "./allow.ts";
import { atOwnGate, onOwnSide } from "./conditions.ts";
import { subjectKind } from "./subjects.ts";

export const Person = subjectKind("person", ["reveal", "search", "requests", "refuse", "erase"]);

/** Names come out of the vault only where somebody stands before the person or must find her; destroying them takes two. Requests to do so are answered by a duty officer. */
export const personPolicy = [
  allow("gate_officer", "reveal", Person, atOwnGate),
  allow("duty_officer", "reveal", Person, onOwnSide),
  allow("customs_officer", "reveal", Person, onOwnSide),
  allow("duty_officer", "search", Person, onOwnSide),

  allow("duty_officer", "requests", Person, onOwnSide),
  allow("duty_officer", "refuse", Person, onOwnSide),
  allowWithSecond("administrator", "erase", Person, onOwnSide, ["duty_officer"]),
  allowWithSecond("duty_officer", "erase", Person, onOwnSide, ["administrator", "duty_officer"]),
];
