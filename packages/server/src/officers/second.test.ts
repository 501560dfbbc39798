import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { contentOf, routes } from "@twinline/api";
import { requireOfficer, requireTwo } from "../access/guard.ts";
import { makeLink } from "../access/links.ts";
import { keyOf } from "../access/recording.ts";
import { SECOND_MINUTES } from "../access/second-signatures.ts";
import { TestAuthenticator } from "../access/test-authenticator.ts";
import { addDevice, type Doors, openDoors, TEST_ORIGIN, type TestBrowser } from "../access/test-doors.ts";

/** The override as the gate asks for it, with a deed that only tells who signed. */
const openOverrides = (demo = true) =>
  openDoors({
    demo,
    register: (app, access) =>
      app.post<{ Params: { number: string }; Body: { second?: string } }>(routes.override.path, async (request) => {
        const caller = await requireOfficer(access, request);
        const signed = {
          token: request.body.second,
          id: request.params.number,
          request: keyOf(request),
          asked: request.body,
        };
        const subject = { kind: "passage", side: "cn", gate: "CN-1" };
        return await requireTwo(access, caller, "override", subject, signed);
      }),
  });

const overrideOf = (number: number) => routes.override.path.replace(":number", String(number));

async function keyFor(officer: TestBrowser): Promise<TestAuthenticator> {
  const authenticator = new TestAuthenticator(TEST_ORIGIN);
  const { challenge } = (await officer.post(routes.passkeyRegisterOptions.path)).json();
  assert.equal((await officer.post(routes.passkeyRegister.path, authenticator.create(challenge))).statusCode, 200);
  return authenticator;
}

async function sign(first: TestBrowser, key: TestAuthenticator, act: string, asked: object = {}) {
  const content = await contentOf(act, asked);
  const { challenge } = (await first.post(routes.passkeySignInOptions.path, { act, content })).json();
  return await first.post(routes.secondOfficer.path, { act, content, passkey: key.get(challenge) });
}

/** A gate officer at CN-1 and two duty officers with keys. */
async function cast(doors: Doors) {
  const duty = await doors.enter("duty_officer");
  const gate = await doors.enter("gate_officer");
  gate.signer = await addDevice(duty, "CN-1", "L1");
  return { duty, gate, dutyKey: await keyFor(duty), gateKey: await keyFor(gate) };
}

describe("A second officer (P26)", () => {
  test("signs at the first one's post with her own key, for one deed, once; a repeated request finds her again", async () => {
    await using doors = await openOverrides();
    const { duty, gate, dutyKey } = await cast(doors);
    const signed = await sign(gate, dutyKey, "passage.override/12");
    assert.equal(signed.statusCode, 200, signed.body);
    const second = signed.json().token;
    const key = { "idempotency-key": randomUUID() };
    assert.equal((await gate.post(overrideOf(13), { second }, key)).statusCode, 403, "Another passage");
    const done = await gate.post(overrideOf(12), { second }, key);
    assert.equal(done.statusCode, 200, done.body);
    const confirmed = await contentOf("passage.override/12", {});
    const { officer } = duty;
    assert.deepEqual(done.json(), { officer: gate.officer, device: gate.signer?.keyId, second: officer, confirmed });
    assert.equal((await gate.post(overrideOf(12), { second }, key)).statusCode, 200, "The answer was lost");
    const again = await gate.post(overrideOf(12), { second }, { "idempotency-key": randomUUID() });
    assert.equal(again.statusCode, 403);
    assert.equal(again.json().type, "access/second-invalid");
  });

  test("is never the first one again, nor one whose post does not allow it", async () => {
    await using doors = await openOverrides();
    const { gate, gateKey } = await cast(doors);
    const same = await sign(gate, gateKey, "passage.override/12");
    assert.equal(same.statusCode, 403);
    assert.equal(same.json().type, "access/same-person");
    const analystKey = await keyFor(await doors.enter("analyst"));
    const analyst = await sign(gate, analystKey, "passage.override/12");
    assert.equal(analyst.json().type, "access/second-not-allowed");
    const bare = await gate.post(overrideOf(12), {});
    assert.equal(bare.statusCode, 403);
    assert.equal(bare.json().type, "access/needs-second");
    assert.equal((await gate.post(overrideOf(12), { second: "A".repeat(43) })).json().type, "access/second-invalid");
  });

  test("helps nobody who may never do the deed: the policy is asked before her token is, and does not use it up", async () => {
    await using doors = await openOverrides();
    const { gate, dutyKey } = await cast(doors);
    const analyst = await doors.enter("analyst");
    const { token } = (await sign(gate, dutyKey, "passage.override/12")).json();
    for (const body of [{}, { second: "A".repeat(43) }, { second: token }])
      assert.equal((await analyst.post(overrideOf(12), body)).json().type, "access/not-allowed");
    assert.equal((await gate.post(overrideOf(12), { second: token })).statusCode, 200);
  });

  test("signs for nobody else, on no other device, not for long, and not once she has gone", async () => {
    await using doors = await openOverrides();
    const { duty, gate, dutyKey } = await cast(doors);
    const administrator = await doors.enter("administrator");
    const token = async () => (await sign(gate, dutyKey, "passage.override/12")).json().token as string;
    const refused = async (by: TestBrowser, second: string) => (await by.post(overrideOf(12), { second })).json().type;

    const other = await doors.enter("gate_officer");
    other.signer = gate.signer;
    assert.equal(await refused(other, await token()), "access/second-invalid");

    const elsewhere = await addDevice(duty, "CN-1", "L2");
    const second = await token();
    const home = gate.signer;
    gate.signer = elsewhere;
    assert.equal(await refused(gate, second), "access/second-invalid");
    gate.signer = home;

    const slow = await token();
    doors.clock.ahead += SECOND_MINUTES * 60 + 1;
    gate.signer = undefined;
    assert.equal(await refused(gate, slow), "access/second-invalid");
    doors.clock.ahead -= SECOND_MINUTES * 60 + 1;

    gate.signer = home;
    const late = await token();
    await administrator.post(routes.officerRevoke.path.replace(":id", duty.officer));
    assert.equal(await refused(gate, late), "access/second-invalid");
  });

  test("signs for one content: what was read to her, and no other verdict, reason or passage's hash", async () => {
    await using doors = await openOverrides();
    const { gate, dutyKey } = await cast(doors);
    const asked = { verdict: "admit", reason: "identity_confirmed" };
    const second = (await sign(gate, dutyKey, "passage.override/12", asked)).json().token;
    for (const other of [
      { ...asked, verdict: "refuse" },
      { ...asked, reason: "document_misread" },
      { ...asked, x: 1 },
    ])
      assert.equal((await gate.post(overrideOf(12), { ...other, second })).json().type, "access/second-invalid");
    assert.equal((await gate.post(overrideOf(12), { ...asked, second })).statusCode, 200, "It was not used up by them");
  });

  test("answers only the challenge that the first officer was given for this deed and its content", async () => {
    await using doors = await openOverrides();
    const { gate, dutyKey } = await cast(doors);
    const [act, other] = ["passage.override/12", "passage.override/13"];
    const content = await contentOf(act, {});
    const challengeOf = async (body: object): Promise<string> =>
      (await gate.post(routes.passkeySignInOptions.path, body)).json().challenge;
    const answer = async (body: object) => (await gate.post(routes.secondOfficer.path, body)).statusCode;
    const swapped = { act: other, content, passkey: dutyKey.get(await challengeOf({ act, content })) };
    assert.equal(await answer(swapped), 401);
    const more = { act, content: await contentOf(act, { verdict: "refuse" }) };
    assert.equal(await answer({ ...more, passkey: dutyKey.get(await challengeOf({ act, content })) }), 401);
    assert.equal(await answer({ act, content, passkey: dutyKey.get(await challengeOf({})) }), 401);
  });

  test("may use a one-time code in a demonstration, and nowhere else", async () => {
    for (const demo of [true, false]) {
      await using doors = await openOverrides(demo);
      const gate = await doors.enter("duty_officer");
      await keyFor(gate);
      const duty = await doors.enter("duty_officer");
      const code = await makeLink(doors.fresh.database, duty.officer, "second", Temporal.Now.instant());
      const body = { act: "passage.override/12", content: await contentOf("passage.override/12", {}), code };
      const answers = [
        await gate.post(routes.secondOfficer.path, body),
        await gate.post(routes.secondOfficer.path, body),
      ];
      assert.deepEqual(
        answers.map(({ statusCode }) => statusCode),
        demo ? [200, 401] : [401, 401],
      );
    }
  });
});
