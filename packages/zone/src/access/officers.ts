import { allow, allowWithSecond } from "./allow.ts";
import { isAnothers, isOwn, onOwnSide } from "./conditions.ts";
import { subjectKind } from "./subjects.ts";

export const Officer = subjectKind("officer", [
  "list",
  "add",
  "add_signatory",
  "invite",
  "revoke",
  "register_passkey",
  "revoke_passkey",
]);

/**
 * Administrators run the roll, but none alone adds an officer by whose link he could be both of two people (a signatory,
 * see signatories.ts), nor gives a link for somebody who is on the roll already, and none revokes himself.
 */
export const officerPolicy = [
  allow("administrator", "list", Officer, onOwnSide),
  allow("duty_officer", "list", Officer, onOwnSide),
  allow("administrator", "add", Officer, onOwnSide),
  allow("administrator", "revoke", Officer, isAnothers),
  allowWithSecond("administrator", "add_signatory", Officer, onOwnSide, ["duty_officer", "administrator"]),
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
