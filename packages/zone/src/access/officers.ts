import { allow, allowWithSecond } from "./allow.ts";
import { isAnothers, isOwn, onOwnSide } from "./conditions.ts";
import { subjectKind } from "./subjects.ts";

export const Officer = subjectKind("officer", [
  "list",
  "add",
  "add_administrator",
  "invite",
  "revoke",
  "register_passkey",
  "revoke_passkey",
]);

/**
 * Administrators run the roll, but none makes another administrator alone, and none revokes himself. A link for somebody
 * who is on the roll already lets its holder be that officer: else one administrator could be both of two people.
 */
export const officerPolicy = [
  allow("administrator", "list", Officer, onOwnSide),
  allow("duty_officer", "list", Officer, onOwnSide),
  allow("administrator", "add", Officer, onOwnSide),
  allow("administrator", "revoke", Officer, isAnothers),
  allowWithSecond("administrator", "add_administrator", Officer, onOwnSide, ["duty_officer", "administrator"]),
  allowWithSecond("administrator", "invite", Officer, isAnothers, ["duty_officer", "administrator"]),

  allow("gate_officer", "register_passkey", Officer, isOwn),
  allow("gate_officer", "revoke_passkey", Officer, isOwn),
  allow("duty_officer", "register_passkey", Officer, isOwn),
  allow("duty_officer", "revoke_passkey", Officer, isOwn),
  allow("customs_officer", "register_passkey", Officer, isOwn),
  allow("customs_officer", "revoke_passkey", Officer, isOwn),
  allow("analyst", "register_passkey", Officer, isOwn),
  allow("analyst", "revoke_passkey", Officer, isOwn),
  allow("administrator", "register_passkey", Officer, isOwn),
  allow("administrator", "revoke_passkey", Officer, onOwnSide),
];
