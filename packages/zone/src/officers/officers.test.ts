import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Concept } from "../spine/concept.ts";
import type { World } from "../spine/installed.ts";
import { LoadedState } from "../spine/loaded-state.ts";
import { addOfficer } from "./add-officer.ts";
import { addPasskey } from "./add-passkey.ts";
import { inviteOfficer } from "./invite-officer.ts";
import { findOfficer, officerKey, officerOf } from "./officer.ts";
import { findPasskey, passkeyKey, passkeyOf } from "./passkey.ts";
import { revokeOfficer } from "./revoke-officer.ts";
import { revokePasskey } from "./revoke-passkey.ts";
import { signIn } from "./sign-in.ts";

const world: World = {
  origin: "twinline/test/cn",
  zone: "test",
  side: "cn",
  rulebooks: new Map(),
  legalDay: () => 20_000,
};
const ada = {
  kind: "officer_add",
  by: { officer: "o_root" },
  officer: "o_ada",
  number: "0417",
  role: "gate_officer",
} as const;
const keyOfAda = {
  kind: "passkey_add",
  by: { officer: "o_ada" },
  officer: "o_ada",
  credential: "cred",
  publicKey: "pk",
} as const;

/** A roll on which commands are decided and applied one after the other. */
function newRoll() {
  const asked = [officerKey("o_ada"), officerKey("o_eve"), passkeyKey("cred"), { table: "badge", key: "0417" }];
  const state = new LoadedState(asked, []);
  let number = 0;
  const run = <C extends { kind: string }>(concept: Concept<C>, command: C) => {
    number += 1;
    const ruling = concept.decide(command, state, world, { atMs: 0, number });
    const { outcome, reason, details } = ruling;
    const body = { ...details, kind: concept.kind, at: "2026-01-01T00:00:00.000Z", outcome, reason };
    state.apply(concept.apply(body, number), number);
    return reason;
  };
  return { state, run };
}

describe("The roll of officers", () => {
  test("invites who is on it and works here, and nobody himself", () => {
    const { run } = newRoll();
    const invite = { kind: "officer_invite", by: { officer: "o_root" }, officer: "o_ada" } as const;
    assert.equal(run(inviteOfficer, invite), "officer_unknown");
    run(addOfficer, ada);
    assert.equal(run(inviteOfficer, invite), "invited");
    assert.equal(run(inviteOfficer, { ...invite, by: { officer: "o_ada" } }), "officer_own");
    run(revokeOfficer, { kind: "officer_revoke", by: { officer: "o_root" }, officer: "o_ada" });
    assert.equal(run(inviteOfficer, invite), "officer_revoked");
  });

  test("gives a badge number once, also after its holder has gone", () => {
    const { run } = newRoll();
    assert.equal(run(addOfficer, ada), "added");
    assert.equal(run(addOfficer, { ...ada, officer: "o_eve" }), "badge_taken");
    assert.equal(
      run(revokeOfficer, { kind: "officer_revoke", by: { officer: "o_root" }, officer: "o_ada" }),
      "revoked",
    );
    assert.equal(run(addOfficer, { ...ada, officer: "o_eve" }), "badge_taken");
    assert.equal(run(addOfficer, ada), "badge_taken");
  });

  test("lets nobody revoke himself, nor anyone twice, nor a stranger", () => {
    const { run } = newRoll();
    run(addOfficer, ada);
    const revoke = { kind: "officer_revoke", by: { officer: "o_root" }, officer: "o_ada" } as const;
    assert.equal(run(revokeOfficer, { ...revoke, by: { officer: "o_ada" } }), "officer_own");
    assert.equal(run(revokeOfficer, revoke), "revoked");
    assert.equal(run(revokeOfficer, revoke), "officer_revoked");
    assert.equal(run(revokeOfficer, { ...revoke, officer: "o_eve" }), "officer_unknown");
  });

  test("takes passkeys and sign-ins of those who work here only", () => {
    const { run, state } = newRoll();
    assert.equal(run(addPasskey, keyOfAda), "officer_unknown");
    run(addOfficer, ada);
    assert.equal(run(addPasskey, keyOfAda), "added");
    assert.equal(run(addPasskey, keyOfAda), "passkey_known");
    assert.equal(run(signIn, { kind: "sign_in", by: {}, officer: "o_ada", means: "passkey" }), "signed_in");
    run(revokeOfficer, { kind: "officer_revoke", by: { officer: "o_root" }, officer: "o_ada" });
    assert.equal(run(signIn, { kind: "sign_in", by: {}, officer: "o_ada", means: "passkey" }), "officer_unknown");
    assert.equal(findOfficer(state, "o_ada")?.active, false);
  });

  test("never brings a revoked passkey back", () => {
    const { run, state } = newRoll();
    run(addOfficer, ada);
    run(addPasskey, keyOfAda);
    const revoke = { kind: "passkey_revoke", by: { officer: "o_root" }, credential: "cred" } as const;
    assert.equal(run(revokePasskey, revoke), "revoked");
    assert.equal(run(revokePasskey, revoke), "passkey_unknown");
    assert.equal(run(addPasskey, keyOfAda), "passkey_known");
    assert.equal(findPasskey(state, "cred")?.active, false);
  });

  test("reads no row that is not an officer's or a passkey's", () => {
    assert.throws(() => officerOf({ officer: "o", number: "1", side: "cn", role: "king", active: true }), TypeError);
    assert.throws(() => officerOf({}), TypeError);
    assert.throws(() => passkeyOf({ credential: "c" }), TypeError);
  });
});
