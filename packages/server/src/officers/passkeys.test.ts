import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { contentOf, routes, type Session } from "@twinline/api";
import { CHALLENGE_MINUTES, CHALLENGES_MAX } from "../access/challenges.ts";
import { TestAuthenticator } from "../access/test-authenticator.ts";
import { openDoors, TEST_ORIGIN, TestBrowser } from "../access/test-doors.ts";
import { noteUse } from "./passkey-use.ts";

async function registered(browser: TestBrowser): Promise<TestAuthenticator> {
  const authenticator = new TestAuthenticator(TEST_ORIGIN);
  const { challenge } = (await browser.post(routes.passkeyRegisterOptions.path)).json();
  const answer = await browser.post(routes.passkeyRegister.path, authenticator.create(challenge));
  assert.equal(answer.json().outcome, "done", answer.body);
  return authenticator;
}

async function challengeFor(browser: TestBrowser, act?: string): Promise<string> {
  const deed = act === undefined ? {} : { act, content: await contentOf(act, {}) };
  const answer = await browser.post(routes.passkeySignInOptions.path, deed);
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json().challenge;
}

describe("A passkey", () => {
  test("opens a fresh zone: link, registration with user verification, then sign-in by key alone", async () => {
    await using doors = await openDoors({ demo: false });
    const administrator = await doors.enter("administrator");
    const options = (await administrator.post(routes.passkeyRegisterOptions.path)).json();
    assert.equal(options.rp.id, "localhost");
    assert.equal(options.authenticatorSelection.userVerification, "required");
    assert.equal(options.user.name.length, 8, "The badge number, no name");
    const before = administrator.cookie;
    const authenticator = await registered(administrator);
    assert.notEqual(administrator.cookie, before, "The session begins anew");
    const old = new TestBrowser(doors.app);
    old.cookie = before;
    assert.equal((await old.get(routes.session.path)).statusCode, 401);
    const session: Session = (await administrator.get(routes.session.path)).json();
    assert.equal(session.passkey, true);
    assert.ok(session.may.includes("officer.add"));

    const browser = new TestBrowser(doors.app);
    const answer = await browser.post(routes.passkeySignIn.path, authenticator.get(await challengeFor(browser)));
    assert.equal(answer.statusCode, 200, answer.body);
    assert.equal(answer.json().passkey, true);
    const { rows } = await doors.fresh.database.query<{ body: string }>(
      "select body from entry where kind in ('passkey_add', 'sign_in') order by number",
    );
    assert.deepEqual(
      rows.map(({ body }) => JSON.parse(body).reason),
      ["signed_in", "added", "signed_in"],
    );
  });

  test("is not believed without user verification, for another site, host or challenge, nor with a changed signature", async () => {
    await using doors = await openDoors();
    const officer = await doors.enter("duty_officer");
    const authenticator = await registered(officer);
    const browser = new TestBrowser(doors.app);
    const attempt = async (make: (challenge: string) => object) =>
      (await browser.post(routes.passkeySignIn.path, make(await challengeFor(browser)))).statusCode;
    assert.equal(await attempt((challenge) => authenticator.get(challenge, { verified: false })), 401);
    assert.equal(await attempt((challenge) => authenticator.get(challenge, { origin: "http://evil.example" })), 401);
    assert.equal(await attempt((challenge) => authenticator.get(challenge, { rpId: "evil.example" })), 401);
    assert.equal(await attempt(() => authenticator.get("E".repeat(43))), 401);
    assert.equal(await attempt((challenge) => new TestAuthenticator(TEST_ORIGIN).get(challenge)), 401);
    const bent = (challenge: string) => {
      const answer = authenticator.get(challenge);
      const signature = Buffer.from(answer.response.signature, "base64url");
      signature[0]! ^= 1;
      return { ...answer, response: { ...answer.response, signature: signature.toString("base64url") } };
    };
    assert.equal(await attempt(bent), 401);
    const foreign = (challenge: string) => {
      const answer = authenticator.get(challenge);
      return { ...answer, response: { ...answer.response, userHandle: Buffer.from("o_eve").toString("base64url") } };
    };
    assert.equal(await attempt(foreign), 401);
    const form = (challenge: string) => ({
      ...authenticator.get(challenge),
      response: { clientDataJSON: "AAAA", authenticatorData: "AAAA", signature: "AAAA" },
    });
    assert.equal(await attempt(form), 401);
    assert.equal(await attempt((challenge) => authenticator.get(challenge)), 200);
    const registration = await officer.post(routes.passkeyRegisterOptions.path);
    const careless = new TestAuthenticator(TEST_ORIGIN).create(registration.json().challenge, { verified: false });
    assert.equal((await officer.post(routes.passkeyRegister.path, careless)).statusCode, 401);
  });

  test("answers a challenge once, in time, and for the purpose it was given", async () => {
    await using doors = await openDoors();
    const officer = await doors.enter("duty_officer");
    const authenticator = await registered(officer);
    const browser = new TestBrowser(doors.app);
    const challenge = await challengeFor(browser);
    const answer = authenticator.get(challenge);
    assert.equal((await browser.post(routes.passkeySignIn.path, answer)).statusCode, 200);
    assert.equal((await browser.post(routes.passkeySignIn.path, answer)).statusCode, 401, "Replayed");
    assert.equal((await browser.post(routes.passkeySignIn.path, authenticator.get(challenge))).statusCode, 401);

    const slow = await challengeFor(browser);
    doors.clock.ahead += CHALLENGE_MINUTES * 60 + 1;
    assert.equal((await browser.post(routes.passkeySignIn.path, authenticator.get(slow))).statusCode, 401);

    const second = await challengeFor(officer, "passage.override/1");
    assert.equal((await browser.post(routes.passkeySignIn.path, authenticator.get(second))).statusCode, 401);
    const register = (await officer.post(routes.passkeyRegisterOptions.path)).json().challenge;
    assert.equal((await browser.post(routes.passkeySignIn.path, authenticator.get(register))).statusCode, 401);
  });

  test("that counts its uses is not believed when the count goes back: it was copied", async () => {
    await using doors = await openDoors();
    const officer = await doors.enter("duty_officer");
    const authenticator = await registered(officer);
    const browser = new TestBrowser(doors.app);
    const signIn = async (uses: number) =>
      (await browser.post(routes.passkeySignIn.path, authenticator.get(await challengeFor(browser), { uses })))
        .statusCode;
    assert.equal(await signIn(7), 200);
    assert.equal(await signIn(7), 401);
    assert.equal(await signIn(3), 401);
    assert.equal(await signIn(8), 200);
    const passkey = { credential: authenticator.id, officer: officer.officer, publicKey: "", active: true };
    const note = (uses: number) => noteUse(doors.fresh.database, { passkey, uses }, Temporal.Now.instant());
    assert.deepEqual([await note(8), await note(9), await note(9)], [false, true, false], "Two answers at one moment");
    const synced = { passkey: { ...passkey, credential: "synced" }, uses: 0 };
    for (const _ of [1, 2]) assert.ok(await noteUse(doors.fresh.database, synced, Temporal.Now.instant()));
  });

  test("that is lost is dead at once, and so is every key of an officer who has gone (P27)", async () => {
    await using doors = await openDoors();
    const officer = await doors.enter("duty_officer");
    const administrator = await doors.enter("administrator");
    const lost = await registered(officer);
    const kept = await registered(officer);
    const lose = (credential: string) => routes.passkeyRevoke.path.replace(":credential", credential);
    const stranger = await doors.enter("gate_officer");
    assert.equal((await stranger.post(lose(lost.id))).statusCode, 403, "Not by just anybody");
    assert.equal((await administrator.post(lose(lost.id))).json().outcome, "done");
    assert.equal((await officer.get(routes.session.path)).statusCode, 401, "Whoever has the key may have the session");
    assert.equal((await administrator.post(lose(lost.id))).json().reason, "passkey_unknown");
    const browser = new TestBrowser(doors.app);
    const signIn = async (key: TestAuthenticator) =>
      (await browser.post(routes.passkeySignIn.path, key.get(await challengeFor(browser)))).statusCode;
    assert.equal(await signIn(lost), 401);
    assert.equal(await signIn(kept), 200);
    assert.equal(
      (await administrator.post(routes.officerRevoke.path.replace(":id", officer.officer))).json().outcome,
      "done",
    );
    assert.equal(await signIn(kept), 401);
  });

  test("is asked for by so many at once and no more", async () => {
    await using doors = await openDoors();
    const browser = new TestBrowser(doors.app);
    await doors.fresh.owner.query(
      `insert into challenge (challenge_hash, purpose, expires_at)
       select sha256(n::text::bytea), 'sign-in', now() + interval '1 hour' from generate_series(2, $1::int) as n`,
      [CHALLENGES_MAX],
    );
    assert.equal((await browser.post(routes.passkeySignInOptions.path, {})).statusCode, 200);
    const answer = await browser.post(routes.passkeySignInOptions.path, {});
    assert.equal(answer.statusCode, 503);
    assert.ok(Number(answer.headers["retry-after"]) > 0);
  });

  test("cannot be guessed at in a hurry", async () => {
    await using doors = await openDoors();
    const browser = new TestBrowser(doors.app);
    const codes = new Set<number>();
    for (let at = 0; at < 70; at += 1) {
      codes.add((await browser.post(routes.sessionLink.path, { token: "F".repeat(43) })).statusCode);
    }
    assert.deepEqual([...codes], [401, 429]);
  });
});
