import { allow } from "./allow.ts";
import { atOwnGate, onOwnSide } from "./conditions.ts";
import { subjectKind } from "./subjects.ts";

export const Reservation = subjectKind("reservation", ["reserve", "report", "read"]);
export const Sale = subjectKind("sale", ["read"]);
export const LegalDay = subjectKind("legal_day", ["close"]);
export const Finding = subjectKind("finding", ["list"]);

/**
 * A till asks for rights and reports sales where it stands, without an officer. A gate holds rights the same way, fetches
 * what it needs to decide by itself, and passes on the slips that travellers show. Closing a day and looking at what does not fit is the duty officer's.
 */
export const rightsPolicy = [
  allow("till", "reserve", Reservation, atOwnGate),
  allow("till", "report", Reservation, atOwnGate),
  allow("till", "read", Reservation, atOwnGate),
  allow("gate_officer", "reserve", Reservation, atOwnGate),
  allow("gate_officer", "report", Reservation, atOwnGate),
  allow("gate_officer", "read", Reservation, atOwnGate),
  allow("duty_officer", "report", Reservation, atOwnGate),
  allow("duty_officer", "read", Reservation, onOwnSide),
  allow("customs_officer", "report", Reservation, atOwnGate),
  allow("customs_officer", "read", Reservation, onOwnSide),
  allow("automatic_lane", "report", Reservation, atOwnGate),
  allow("automatic_lane", "read", Reservation, atOwnGate),
  allow("gate_post", "report", Reservation, atOwnGate),
  allow("gate_post", "read", Reservation, atOwnGate),

  allow("till", "read", Sale, atOwnGate),
  allow("gate_officer", "read", Sale, onOwnSide),
  allow("duty_officer", "read", Sale, onOwnSide),
  allow("customs_officer", "read", Sale, onOwnSide),

  allow("duty_officer", "close", LegalDay, onOwnSide),
  allow("duty_officer", "list", Finding, onOwnSide),
  allow("customs_officer", "list", Finding, onOwnSide),
];
