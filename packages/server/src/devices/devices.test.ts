import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import {
  createDeviceKey,
  deviceSigner,
  routes,
  type Session,
  SIGNATURE_LIFE_SECONDS,
  signRequest,
} from "@twinline/api";
import fc from "fast-check";
import { actorOf, authorOf } from "../access/caller.ts";
import { requireAbility, requireDevice } from "../access/guard.ts";
import { addDevice, type Doors, openDoors, TEST_ORIGIN, TestBrowser } from "../access/test-doors.ts";
import { CLOCK_SKEW_SECONDS } from "./signature.ts";

/** A door that only a gate may use, and that answers who came. */
const openGate = () =>
  openDoors({
    register: (app, access) => {
      app.post<{ Body: { gate: string } }>(routes.passage.path, async (request) => {
        const caller = await requireDevice(access, request);
        requireAbility(access, caller, "record", { kind: "passage", side: "cn", gate: request.body.gate });
        return { ...authorOf(caller), role: actorOf(caller).role };
      });
    },
  });

const passage = { gate: "CN-1" };
const body = Buffer.from(JSON.stringify(passage));

async function gateWithOfficer(doors: Doors) {
  const duty = await doors.enter("duty_officer");
  const officer = await doors.enter("gate_officer");
  officer.signer = await addDevice(duty, "CN-1", "L1");
  return { duty, officer, signer: officer.signer };
}

/** Sends headers as they are, signed elsewhere. */
function sendRaw(doors: Doors, cookie: string | undefined, headers: Record<string, string>, payload: Buffer = body) {
  return doors.app.inject({
    method: "POST",
    url: routes.passage.path,
    headers: {
      host: "localhost",
      origin: TEST_ORIGIN,
      "content-type": "application/json",
      ...(cookie === undefined ? {} : { cookie }),
      ...headers,
    },
    payload,
  });
}

const request = { method: "POST", url: `${TEST_ORIGIN}${routes.passage.path}`, body };
const at = (seconds: number) => ({
  nowSeconds: () => Math.floor(Temporal.Now.instant().epochMilliseconds / 1000) + seconds,
  nonce: () => randomBytes(16).toString("base64url"),
});

describe("A signed request", () => {
  test("is taken from a registered device with an officer, and moves the session to that post", async () => {
    await using doors = await openGate();
    const { officer, signer } = await gateWithOfficer(doors);
    const answer = await officer.post(routes.passage.path, passage);
    assert.deepEqual(answer.json(), { officer: officer.officer, device: signer.keyId, role: "gate_officer" });
    officer.signer = undefined;
    const session: Session = (await officer.get(routes.session.path)).json();
    assert.deepEqual(session.device, { id: signer.keyId, gate: "CN-1", lane: "L1" });
    assert.ok(session.may.includes("passage.record"));
    const unsigned = await officer.post(routes.passage.path, passage);
    assert.equal(unsigned.json().type, "signature/missing", "A cookie alone records nothing");
  });

  test("is refused without an officer, unless the lane is automatic; such a lane records and nothing else", async () => {
    await using doors = await openGate();
    const { duty, signer } = await gateWithOfficer(doors);
    const alone = new TestBrowser(doors.app);
    alone.signer = signer;
    assert.equal((await alone.post(routes.passage.path, passage)).json().type, "access/not-signed-in");
    alone.signer = await addDevice(duty, "CN-1", "L9", true);
    const answer = await alone.post(routes.passage.path, passage);
    assert.deepEqual(answer.json(), { device: alone.signer.keyId, role: "automatic_lane" });
    assert.equal((await alone.post(routes.passage.path, { gate: "CN-2" })).statusCode, 403);
    assert.equal((await alone.get(routes.officers.path)).statusCode, 401);
  });

  test("is refused at another gate than the device's own", async () => {
    await using doors = await openGate();
    const { officer } = await gateWithOfficer(doors);
    assert.equal((await officer.post(routes.passage.path, { gate: "CN-2" })).json().type, "access/not-allowed");
  });

  test("is believed once: a replay is refused, also at the same moment", async () => {
    await using doors = await openGate();
    const { officer, signer } = await gateWithOfficer(doors);
    const headers = await signRequest(request, signer);
    const answers = await Promise.all([1, 2, 3].map(() => sendRaw(doors, officer.cookie, headers)));
    assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 401, 401]);
    const late = await sendRaw(doors, officer.cookie, headers);
    assert.equal(late.json().type, "signature/replayed");
    assert.ok(late.json().text.kk.length > 10);
  });

  test("is believed from its making to its end, a clock's error around, and not longer", async () => {
    await using doors = await openGate();
    const { officer, signer } = await gateWithOfficer(doors);
    const type = async (seconds: number) =>
      (await sendRaw(doors, officer.cookie, await signRequest(request, signer, at(seconds)))).json().type;
    const slack = 2;
    assert.equal(await type(CLOCK_SKEW_SECONDS - slack), undefined);
    assert.equal(await type(CLOCK_SKEW_SECONDS + slack), "signature/time");
    assert.equal(
      await type(-SIGNATURE_LIFE_SECONDS - CLOCK_SKEW_SECONDS + slack),
      "signature/replayed",
      "In time, but made before this node began to remember",
    );
    assert.equal(await type(-SIGNATURE_LIFE_SECONDS - CLOCK_SKEW_SECONDS - slack), "signature/time");
    const long = await signRequest(request, signer, at(0));
    const stretched = long["signature-input"]!.replace(/expires=(\d+)/, (_, end) => `expires=${Number(end) + 1}`);
    assert.equal(
      (await sendRaw(doors, officer.cookie, { ...long, "signature-input": stretched })).json().type,
      "signature/time",
    );
  });

  test("is refused when it was made for another node, address, method, body or idempotency key", async () => {
    await using doors = await openGate();
    const { officer, signer } = await gateWithOfficer(doors);
    const type = async (
      other: Partial<typeof request> & { idempotencyKey?: string },
      more: Record<string, string> = {},
    ) => {
      const headers = { ...(await signRequest({ ...request, ...other }, signer)), ...more };
      return (await sendRaw(doors, officer.cookie, headers)).json().type;
    };
    assert.equal(await type({}), undefined);
    assert.equal(await type({ url: `http://localhost:7401${routes.passage.path}` }), "signature/invalid");
    assert.equal(await type({ url: `${TEST_ORIGIN}/api/devices` }), "signature/invalid");
    assert.equal(await type({ url: `${request.url}?a=1` }), "signature/invalid");
    assert.equal(await type({ method: "DELETE" }), "signature/invalid");
    assert.equal(await type({ body: Buffer.from('{"gate":"CN-2"}') }), "signature/digest");
    const key = "6b1f8a52-31f0-4c0f-9a53-1f2d3c4b5a69";
    assert.equal(await type({}, { "idempotency-key": key }), "signature/coverage");
    assert.equal(
      await type({ idempotencyKey: key }, { "idempotency-key": key.replace("6b", "7b") }),
      "signature/invalid",
    );
    const foreign = { host: "evil.example", origin: TEST_ORIGIN };
    assert.equal(await type({}, foreign), "access/origin");
  });

  test("is refused with two signatures, another algorithm, another tag, an unknown or a stranger's key", async () => {
    await using doors = await openGate();
    const { officer, signer } = await gateWithOfficer(doors);
    const headers = await signRequest(request, signer);
    const type = async (more: Record<string, string>) =>
      (await sendRaw(doors, officer.cookie, { ...headers, ...more })).json().type;
    const input = headers["signature-input"]!;
    assert.equal(await type({ "signature-input": `${input}, ${input.replace("sig=", "sig2=")}` }), "signature/form");
    assert.equal(await type({ signature: `${headers.signature}, sig2=:AAAA:` }), "signature/form");
    assert.equal(await type({ "signature-input": input.replace("ed25519", "hmac-sha256") }), "signature/form");
    assert.equal(await type({ "signature-input": input.replace('tag="twinline"', 'tag="feed"') }), "signature/form");
    assert.equal(await type({ "signature-input": input.replace(' "@query"', "") }), "signature/coverage");
    assert.equal(
      await type({ "signature-input": input.replace('"@query"', '"@query" "@query"') }),
      "signature/coverage",
    );
    assert.equal(
      await type({ "signature-input": input.replace('"@query"', '"@query" "@status"') }),
      "signature/coverage",
    );
    assert.equal(
      await type({ "signature-input": input.replace(/keyid="[^"]+"/, `keyid="${"A".repeat(43)}"`) }),
      "signature/device",
    );
    const stranger = await createDeviceKey();
    const borrowed = deviceSigner(signer.keyId, stranger.privateKey);
    assert.equal(await type(await signRequest(request, borrowed)), "signature/invalid");
    const half = await doors.app.inject({
      method: "POST",
      url: routes.passage.path,
      headers: {
        host: "localhost",
        origin: TEST_ORIGIN,
        "content-type": "application/json",
        signature: headers.signature!,
      },
      payload: body,
    });
    assert.equal(half.json().type, "signature/missing");
    assert.equal(await type({}), undefined, "Nothing of this used the nonce up");
  });

  test("is refused from the moment its device is revoked", async () => {
    await using doors = await openGate();
    const { duty, officer, signer } = await gateWithOfficer(doors);
    assert.equal((await officer.post(routes.passage.path, passage)).statusCode, 200);
    assert.equal((await duty.post(routes.deviceRevoke.path.replace(":id", signer.keyId))).json().outcome, "done");
    assert.equal((await officer.post(routes.passage.path, passage)).json().type, "signature/device");
    officer.signer = undefined;
    const session: Session = (await officer.get(routes.session.path)).json();
    assert.equal(session.device, undefined);
  });

  test("is refused in a second spelling of the same bytes", async () => {
    await using doors = await openGate();
    const { officer, signer } = await gateWithOfficer(doors);
    const headers = await signRequest(request, signer);
    const digit = headers.signature!.at(-4)!;
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const signature = headers.signature!.replace(`${digit}==:`, `${alphabet[alphabet.indexOf(digit) + 1]}==:`);
    assert.equal((await sendRaw(doors, officer.cookie, { ...headers, signature })).json().type, "signature/form");
  });

  test("is refused whatever single character of it was changed", async () => {
    await using doors = await openGate();
    const { officer, signer } = await gateWithOfficer(doors);
    const headers = await signRequest(request, signer);
    const names = ["signature", "signature-input", "content-digest"] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.nat(),
        fc.integer({ min: 33, max: 126 }),
        async (name, place, code) => {
          const value = headers[name]!;
          const spot = place % value.length;
          const changed = value.slice(0, spot) + String.fromCharCode(code) + value.slice(spot + 1);
          fc.pre(changed !== value);
          const answer = await sendRaw(doors, officer.cookie, { ...headers, [name]: changed });
          assert.equal(answer.statusCode, 401, changed);
        },
      ),
      { numRuns: 150 },
    );
    assert.equal((await sendRaw(doors, officer.cookie, headers)).statusCode, 200);
  });
});

describe("The list of devices", () => {
  test("is kept by those who may, and takes Ed25519 keys only, once each", async () => {
    await using doors = await openDoors();
    const duty = await doors.enter("duty_officer");
    const signer = await addDevice(duty, "CN-1", "L1");
    const { rows } = (await duty.get(routes.devices.path)).json();
    assert.deepEqual(rows, [
      {
        id: signer.keyId,
        gate: "CN-1",
        lane: "L1",
        automatic: false,
        kind: "gate",
        active: true,
        may: ["list", "add", "revoke"],
      },
    ]);
    const gate = await doors.enter("gate_officer");
    assert.equal((await gate.get(routes.devices.path)).statusCode, 403);
    const key = await createDeviceKey();
    const add = { gate: "CN-1", lane: "L2", publicKey: key.publicKey };
    assert.equal((await gate.post(routes.deviceAdd.path, add)).statusCode, 403);
    assert.equal((await duty.post(routes.deviceAdd.path, { ...add, publicKey: `${"A".repeat(42)}B` })).statusCode, 400);
    assert.equal((await duty.post(routes.deviceAdd.path, add)).json().reason, "added");
    assert.equal((await duty.post(routes.deviceAdd.path, add)).json().reason, "device_known");
  });
});
