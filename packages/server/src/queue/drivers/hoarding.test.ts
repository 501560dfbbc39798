import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type DriverBook, type QueueAnswer, routes } from "@twinline/api";
import { instantText, quarterOf, quarterStart } from "@twinline/zone";
import type { TestBrowser } from "../../access/test-doors.ts";
import { passHash } from "../../passages/pass-code.ts";
import { openGate, type TestGate } from "../../passages/test-gate.ts";
import { openRoad, ownDoors } from "./test-road.ts";
import { networkOf } from "./unseen.ts";

const QUARTERS = 40;
const BOOKED_FROM = 30;

describe("Who books for vehicles that nobody has seen", () => {
  let gate: TestGate;
  let duty: TestBrowser & { officer: string };
  let start: number;
  /** A made-up lorry, each in a slot of its own. */
  const lorry = (n: number): DriverBook => ({
    plate: `80${n}KZA05`,
    vin: `WDB9634031L20000${n}`,
    country: "KZ",
    chapter: 72,
    slot: instantText(quarterStart(start + BOOKED_FROM + n)),
  });
  const change = (code: string) => gate.device().post(routes.queueDriverChange.path, { code });
  const entries = async () =>
    (await gate.fresh.owner.query<{ body: string }>("select body from entry order by number")).rows;

  before(async () => {
    gate = await openGate("cn");
    duty = await gate.enter("duty_officer");
    start = quarterOf(Temporal.Now.instant().epochMilliseconds);
    await openRoad(gate, duty.officer, start, start + QUARTERS);
  });
  after(async () => {
    await gate?.[Symbol.asyncDispose]();
  });

  test("an address holds so many vehicles unseen in a day and not one more, in a burst too, and is told what to do", async () => {
    await using doors = await ownDoors(gate, { unseen: { perAddress: 2, addressesMax: 10 } });
    const lorries = [0, 1, 2, 3].map((n) => lorry(n));
    const before = (await entries()).length;
    const burst = await Promise.all(lorries.map((one) => doors.book(one)));
    const booked = burst.filter(({ statusCode }) => statusCode === 200).map((one) => one.json<QueueAnswer>());
    assert.deepEqual(
      booked.map(({ reason }) => reason),
      ["booked", "booked"],
    );
    const told = burst.find(({ statusCode }) => statusCode === 429)!.json();
    assert.equal(told.type, "queue/too-many-unseen");
    for (const language of ["zh", "kk", "ru", "en"]) assert.ok(told.text[language], language);
    const found = await entries();
    assert.equal(found.length, before + 2, "nothing of the others is recorded");
    assert.ok(!found.some(({ body }) => body.includes("127.0.0.1")));
    const other = lorries[burst.findIndex(({ statusCode }) => statusCode === 429)]!;
    const elsewhere = await doors.book(other, { remoteAddress: "10.0.0.2" });
    assert.equal(elsewhere.json().reason, "booked", "another address is not counted with it");
    await change(elsewhere.json().code);
    assert.equal((await doors.book(other)).json().type, "queue/too-many-unseen");
    await change(booked[0]!.code!);
    const again = (await doors.book(other)).json();
    assert.equal(again.reason, "booked", "what is cancelled is held no more");
    const last = lorries[burst.findLastIndex(({ statusCode }) => statusCode === 429)]!;
    assert.equal((await doors.book(last)).json().type, "queue/too-many-unseen");
    const booking = passHash(again.code);
    assert.equal((await duty.post(routes.queueArrive.path.replace(":booking", booking), {})).json().reason, "arrived");
    assert.equal((await doors.book(last)).json().reason, "booked", "whom an officer has seen is not counted");
  });

  test("a page of another origin books and changes nothing; this node's own forms, which tell no referrer, do", async () => {
    await using doors = await ownDoors(gate, {});
    const asked = lorry(5);
    const before = (await entries()).length;
    for (const headers of [
      { origin: "http://evil.example" },
      { origin: "null", "sec-fetch-site": "cross-site" },
      { origin: "http://localhost", host: "evil.example" },
    ]) {
      const refused = await doors.book(asked, { headers });
      assert.deepEqual([refused.statusCode, refused.json().type], [403, "access/origin"], JSON.stringify(headers));
    }
    assert.equal((await entries()).length, before);
    const own = await doors.book(asked, { headers: { origin: "null", "sec-fetch-site": "same-origin" } });
    assert.equal(own.json().reason, "booked");
    const headers = { host: "localhost", origin: "http://evil.example" };
    const changed = await gate.device().post(routes.queueDriverChange.path, { code: own.json().code }, headers);
    assert.equal(changed.statusCode, 403);
  });
});

test("The addresses of one IPv6 network are one, however they are written, and those of two are two", () => {
  const one = networkOf("2001:db8:0:7::1");
  for (const same of ["2001:db8::7:aaaa:bbbb:cccc:dddd", "2001:0DB8:0:7:1:2:3:4", "2001:db8:0:7::"])
    assert.equal(networkOf(same), one, same);
  for (const other of ["2001:db8:0:8::1", "2001:db8::1", "::1"]) assert.notEqual(networkOf(other), one, other);
  assert.equal(networkOf("::1"), "0:0:0:0");
  for (const plain of ["127.0.0.1", "::ffff:10.0.0.2"]) assert.equal(networkOf(plain), plain);
});
