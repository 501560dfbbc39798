import assert from "node:assert/strict";
import { test } from "node:test";
import { routes, type SaleList, type VisitorPass } from "@twinline/api";
import { openGate, passport } from "../passages/test-gate.ts";
import { openTill } from "./test-till.ts";

test("What a till holds is told to its traveller and at the gate, by place and amount, until the till gives it back", async () => {
  await using gate = await openGate();
  const [till, other] = [await openTill(gate, "CN-S1", "3"), await openTill(gate, "CN-S2")];
  const { pass = "" } = await gate.pass({});
  const stranger = await gate.pass({ document: { ...passport, number: "N87654321" } });
  const { right } = await till.reserve({ pass, envelope: { valueMinor: 8_000_00 } });
  const shown = async (code: string): Promise<VisitorPass> =>
    (await gate.officer.get(routes.visitorPass.path.replace(":code", code))).json();
  const { meters, holds } = await shown(pass);
  assert.equal(meters[0]?.left, 0, "Used up for everybody else");
  assert.deepEqual(
    holds.map(({ reservation, place, lane, day, amounts }) => [
      reservation,
      place,
      lane,
      day,
      amounts.map(({ unit, amount }) => [unit, amount]),
    ]),
    [[right!.reservation, "CN-S1", "3", right!.day, [["CNY", 8_000_00]]]],
  );
  assert.doesNotMatch(JSON.stringify(holds), new RegExp(till.signer.keyId), "The till's key is nobody's to know");
  assert.deepEqual((await shown(stranger.pass ?? "")).holds, []);
  const listed = async (browser: { get: typeof gate.officer.get }): Promise<SaleList> =>
    (await browser.get(`${routes.sales.path}?pass=${pass}`)).json();
  assert.deepEqual((await listed(gate.officer)).holds, holds);
  assert.deepEqual((await listed(other.browser)).holds, [], "A shop is not told what her other shops do");

  await till.report(
    await till.event({ kind: "release", reservation: right!.reservation, amounts: { duty_free_today: 8_000_00 } }),
  );
  const after = await shown(pass);
  assert.deepEqual([after.meters[0]?.left, after.holds], [8_000_00, []]);
});
