import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { PassageAnswer, routes } from "@twinline/api";
import { Check, Clean } from "typebox/value";
import { openGate, passport } from "./test-gate.ts";

const overrideOf = (number: number) => routes.override.path.replace(":number", String(number));
const shirts = {
  hs: "6109",
  category: "textile",
  quantity: 1,
  massGrams: 400,
  valueMinor: 5_000_00,
  indivisible: false,
};

describe("A passage through the gate", () => {
  test("is admitted, receipted and told in four languages with its provision", async () => {
    await using gate = await openGate();
    const answer = await gate.pass({});
    assert.equal(answer.verdict, "admit", JSON.stringify(answer));
    assert.equal(answer.reason, "ok");
    assert.equal(answer.receipt.origin, "twinline/khorgos/cn");
    assert.equal(answer.stay?.daysMax, 30);
    assert.equal(answer.stay?.daysUsed, 1);
    assert.equal(answer.traveller?.name, passport.name);
    assert.match(answer.pass ?? "", /^[A-Za-z0-9_-]{22}$/);
    const [reason] = answer.reasons;
    assert.equal(reason?.mark, "ok");
    for (const text of Object.values(reason!.text)) assert.notEqual(text, "");
    assert.ok(reason!.citations.length > 0);
  });

  test("is answered with what the contract names, no property more and none less", async () => {
    await using gate = await openGate();
    await gate.pass({});
    const answer = await gate.pass({ direction: "out", goods: [shirts, shirts] });
    assert.ok(Check(PassageAnswer, answer));
    assert.deepEqual(Clean(PassageAnswer, structuredClone(answer)), answer);
  });

  test("out pays nothing up to the day's allowance, and on the rest after it", async () => {
    await using gate = await openGate();
    await gate.pass({});
    const answer = await gate.pass({ direction: "out", goods: [shirts, shirts] });
    assert.equal(answer.verdict, "admit", JSON.stringify(answer));
    assert.deepEqual(
      answer.goods.map(({ dutyFree, tax }) => [dutyFree.minor, tax.minor]),
      [
        [5_000_00, 0],
        [3_000_00, 400_00],
      ],
    );
    assert.deepEqual(answer.due, { minor: 400_00, currency: "CNY" });
    const meter = answer.meters.find(({ name }) => name === "duty_free_today");
    assert.deepEqual([meter?.cap, meter?.before, meter?.now, meter?.left], [8_000_00, 0, 8_000_00, 0]);
    await gate.pass({});
    const again = await gate.pass({ direction: "out", goods: [shirts] });
    assert.equal(again.goods[0]?.dutyFree.minor, 0);
  });

  test("asked again with its key is the same passage, and another one with that key is refused", async () => {
    await using gate = await openGate();
    const key = randomUUID();
    const first = await gate.pass({}, key);
    const again = await gate.pass({}, key);
    assert.deepEqual(again, first);
    const other = await gate.pass({ direction: "out" }, key);
    assert.equal(other.type, "request/key-reused");
    const asked = await gate.officer.get(routes.answer.path.replace(":key", key));
    const { traveller: _, ...kept } = first;
    assert.deepEqual(asked.json(), kept);
    const unknown = await gate.officer.get(routes.answer.path.replace(":key", randomUUID()));
    assert.equal(unknown.statusCode, 404);
  });

  test("is refused with an expired passport, and referred while inside", async () => {
    await using gate = await openGate();
    const expired = await gate.pass({ document: { ...passport, expires: "2024-01-01" } });
    assert.deepEqual([expired.verdict, expired.reason], ["refuse", "document_expired"]);
    assert.equal(expired.reasons[0]?.mark, "stop");
    await gate.pass({});
    const twice = await gate.pass({});
    assert.deepEqual([twice.verdict, twice.reason], ["refer", "already_inside"]);
  });

  test("belongs to the lane of its device", async () => {
    await using gate = await openGate();
    assert.equal((await gate.pass({ lane: "2" })).type, "passage/lane");
    assert.equal((await gate.pass({ gate: "CN-2" })).type, "access/not-allowed");
  });

  test("leaves no name and no number in the journal or in the answers' table", async () => {
    await using gate = await openGate();
    await gate.pass({ vehicle: { plate: "CANARY777", country: "KZ" } });
    const { rows } = await gate.fresh.owner.query<{ dump: string }>(
      `select (select string_agg(e::text, '') from entry e) || (select string_agg(a::text, '') from answer a)
         || (select string_agg(s::text, '') from stay s) || (select string_agg(v::text, '') from vehicle_stay v) as dump`,
    );
    for (const word of ["AKHMETOVA", "N12345678", "1990-05-17", "CANARY777"])
      assert.ok(!rows[0]!.dump.includes(word), word);
  });
});

describe("A document", () => {
  /** TD3 of ICAO 9303-4 with its check digits (weights 7, 3, 1). */
  function mrzOf(number: string): string[] {
    const digit = (text: string) => {
      const value = (one: string) => (one === "<" ? 0 : /\d/.test(one) ? Number(one) : one.charCodeAt(0) - 55);
      return String([...text].reduce((sum, one, at) => sum + value(one) * [7, 3, 1][at % 3]!, 0) % 10);
    };
    const [born, expires, personal] = ["900517", "350101", "<".repeat(14)];
    const checked = [number + digit(number), born + digit(born), expires + digit(expires), `${personal}<`];
    const second = `${checked[0]}KAZ${checked[1]}F${checked[2]}${checked[3]}${digit(checked.join(""))}`;
    return ["P<KAZAKHMETOVA<<AIGERIM".padEnd(44, "<"), second];
  }

  test("read by its machine-readable zone is the same person as typed by hand", async () => {
    await using gate = await openGate();
    const read = await gate.pass({ document: { mrz: mrzOf("N12345678") } });
    assert.equal(read.verdict, "admit", JSON.stringify(read));
    assert.equal(read.traveller?.documentKind, "passport");
    assert.equal((await gate.pass({})).reason, "already_inside");
  });

  test("misread by one digit is told with its field, and nothing is recorded", async () => {
    await using gate = await openGate();
    const [first, second] = mrzOf("N12345678") as [string, string];
    const misread = second.replace("12345678", "12345679");
    const answer = await gate.officer.post(routes.passage.path, {
      direction: "in",
      gate: "CN-1",
      lane: "1",
      document: { mrz: [first, misread] },
    });
    assert.deepEqual(
      [answer.statusCode, answer.json().type, answer.json().field],
      [422, "document/check-digit", "/document/mrz"],
    );
    for (const text of Object.values(answer.json().text as object)) assert.notEqual(text, "");
    assert.ok(!answer.body.includes("12345679"), "The number stays out of the answer");
  });
});

test("The Kazakh gate decides by its own law, clock and currency", async () => {
  await using gate = await openGate("kz");
  const entry = await gate.pass({});
  assert.deepEqual([entry.verdict, entry.rulebook.name], ["admit", "khorgos/kz/arrival"]);
  const unpriced = await gate.pass({ direction: "out", goods: [shirts] });
  assert.deepEqual([unpriced.verdict, unpriced.reason], ["refer", "unanswerable"], "No rate of the euro is held");
  const goods = [{ ...shirts, massGrams: 30_000, valueEurMinor: 400_00 }];
  const exit = await gate.pass({ direction: "out", goods });
  assert.equal(exit.verdict, "admit", JSON.stringify(exit));
  assert.equal(exit.due?.currency, "EUR");
  assert.equal(exit.due?.minor, 20_00, "Five kilograms above the norm, four euro each");
});

describe("Two officers", () => {
  test("let in whom the rules refer, as an entry of its own, once", async () => {
    await using gate = await openGate();
    await gate.pass({});
    const twice = await gate.pass({});
    const { number, hash } = twice.receipt;
    const asked = { verdict: "admit", reason: "entry_found" };
    const sign = () => gate.second(gate.officer, `passage.override/${number}`, { ...asked, passage: hash });
    const body = { ...asked, second: await sign() };
    const answer = await gate.officer.post(overrideOf(number), body);
    assert.equal(answer.statusCode, 200, answer.body);
    assert.equal(answer.json().verdict, "admit");
    assert.equal(answer.json().overridden, true);
    assert.equal(answer.json().stay.daysMax, 30);
    assert.ok(answer.json().receipt.number > number);
    const again = { ...body, second: await sign() };
    const refused = await gate.officer.post(overrideOf(number), again);
    assert.equal(refused.json().type, "override/already_overridden");
    const lane = await gate.officer.get(`${routes.passages.path}?gate=CN-1&lane=1`);
    const [newest] = lane.json().rows;
    assert.deepEqual(
      [newest.number, newest.verdict, newest.overridden, newest.documentTail],
      [number, "admit", true, "5678"],
    );
  });

  test("are two: one of them alone changes nothing", async () => {
    await using gate = await openGate();
    await gate.pass({});
    const { receipt } = await gate.pass({});
    const asked = { verdict: "admit", reason: "entry_found" };
    const typeOf = async (body: object) => (await gate.officer.post(overrideOf(receipt.number), body)).json().type;
    assert.equal(await typeOf(asked), "access/needs-second");
    assert.equal(await typeOf({ ...asked, second: "x".repeat(43) }), "access/second-invalid");
  });
});
