import { allow } from "./allow.ts";
import { onOwnSide } from "./conditions.ts";
import { subjectKind } from "./subjects.ts";

export const Device = subjectKind("device", ["list", "add", "revoke"]);

/** Gates and tills are set up by an administrator or the duty officer; losing one must never wait for a second person. */
export const devicePolicy = [
  allow("administrator", "list", Device, onOwnSide),
  allow("administrator", "add", Device, onOwnSide),
  allow("administrator", "revoke", Device, onOwnSide),
  allow("duty_officer", "list", Device, onOwnSide),
  allow("duty_officer", "add", Device, onOwnSide),
  allow("duty_officer", "revoke", Device, onOwnSide),
];
