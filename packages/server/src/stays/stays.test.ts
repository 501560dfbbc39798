import assert from "node:assert/strict";
import { test } from "node:test";
import { routes, type StayList } from "@twinline/api";
import { openGate, passport } from "../passages/test-gate.ts";

test("The lists say who is inside, who should have left and whose passage lacks its pair", async () => {
  await using gate = await openGate();
  const people = ["N00000001", "N00000002", "N00000003"].map((number) => ({
    ...passport,
    number,
    name: `NAME ${number}`,
  }));
  for (const document of people) await gate.pass({ document });
  await gate.pass({ document: people[2]!, direction: "out" });
  await gate.pass({ document: people[2]!, direction: "out" });
  await gate.fresh.owner.query("update stay set last_day = last_day - 40 where visit = (select min(visit) from stay)");
  const duty = await gate.enter("duty_officer");
  const list = async (query: string): Promise<StayList> => (await duty.get(`${routes.stays.path}?${query}`)).json();

  const inside = await list("list=inside");
  assert.deepEqual(
    inside.rows.map(({ name }) => name),
    ["NAME N00000001", "NAME N00000002"],
  );
  assert.deepEqual(inside.counts, { inside: 2, overstay: 1, mismatch: 1, vehicles: 0, bySide: { cn: 2 } });
  const overdue = await list("list=overstay");
  assert.deepEqual(
    overdue.rows.map(({ name, daysLeft }) => [name, daysLeft]),
    [["NAME N00000001", -11]],
  );
  const unpaired = await list("list=mismatch");
  assert.deepEqual(
    unpaired.rows.map(({ name, mismatch }) => [name, mismatch]),
    [["NAME N00000003", "exit-without-entry"]],
  );
  const first = await list("list=inside&limit=1");
  const next = await list(`list=inside&limit=1&after=${first.next}`);
  assert.deepEqual([...first.rows, ...next.rows], inside.rows);
  const refused = await gate.officer.get(`${routes.stays.path}?list=inside`);
  assert.equal(refused.statusCode, 403, "A gate officer has no need of the whole list");
});
