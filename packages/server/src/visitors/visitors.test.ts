import assert from "node:assert/strict";
import { test } from "node:test";
import { routes, type VisitorAnswer, type VisitorPass } from "@twinline/api";
import { openGate } from "../passages/test-gate.ts";

test("Anybody may ask whether she may enter and what she may carry; nothing is recorded", async () => {
  await using gate = await openGate();
  const entries = async () =>
    (await gate.fresh.owner.query<{ n: number }>("select count(*)::int as n from entry")).rows[0]!.n;
  const before = await entries();
  const ask = async (query: string): Promise<VisitorAnswer> =>
    (await gate.officer.get(`${routes.visitorCheck.path}?${query}`)).json();
  const adult = await ask("direction=in&nationality=KZ&age=34");
  assert.deepEqual([adult.verdict, adult.stayDays], ["admit", 30]);
  assert.equal((await ask("direction=in&nationality=KZ&age=9")).reason, "minor_alone");
  assert.equal((await ask("direction=in&nationality=CN&kind=id_card_cn")).verdict, "refuse");
  const goods = await ask("direction=out&category=textile&valueMinor=950000&usedMinor=0");
  assert.deepEqual(
    goods.goods.map(({ dutyFree, tax }) => [dutyFree.minor, tax.minor]),
    [[8_000_00, 300_00]],
  );
  const second = await ask("direction=out&category=textile&valueMinor=950000&usedMinor=800000");
  assert.equal(second.goods[0]?.dutyFree.minor, 0);
  assert.equal(await entries(), before);
});

test("A printed pass tells its holder the last day and what is left of the day's allowance, until she leaves", async () => {
  await using gate = await openGate();
  const { pass, stay } = await gate.pass({});
  const show = () => gate.officer.get(routes.visitorPass.path.replace(":code", pass!));
  const shown: VisitorPass = (await show()).json();
  assert.deepEqual([shown.lastDay, shown.daysUsed, shown.daysMax, shown.daysLeft], [stay?.lastDay, 1, 30, 29]);
  assert.deepEqual(
    shown.meters.map(({ name, cap, before, left }) => [name, cap, before, left]),
    [["duty_free_today", 8_000_00, 0, 8_000_00]],
  );
  await gate.pass({ direction: "out" });
  assert.equal((await show()).json().type, "pass/unknown");
  const guessed = await gate.officer.get(routes.visitorPass.path.replace(":code", "A".repeat(22)));
  assert.equal(guessed.statusCode, 404);
});
