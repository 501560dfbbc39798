import assert from "node:assert/strict";
import { test } from "node:test";
import { type RouteName, routes } from "@twinline/api";
import { judge, officerRoles } from "@twinline/zone";
import { openGate } from "../passages/test-gate.ts";

/** What each route of supervision and cases lets do, and a request that is good in every other way. */
const asked: readonly { name: RouteName; act: string; body?: object; fill?: string }[] = [
  { name: "board", act: "board.read" },
  { name: "layout", act: "board.read" },
  { name: "runners", act: "runner.list" },
  { name: "linkNote", act: "runner.note", body: { passage: 1, link: "payer", value: "1234" } },
  { name: "capacity", act: "capacity.read" },
  { name: "queueCount", act: "capacity.count", body: { gate: "CN-1", line: "manual", waiting: 1 } },
  { name: "hallRun", act: "capacity.simulate", body: { lanes: 2, perHour: 10, seconds: 5 } },
  { name: "hall", act: "capacity.simulate", fill: `hall_${"A".repeat(22)}` },
  { name: "cases", act: "case.list" },
  { name: "case", act: "case.list", fill: "overstay-1" },
  { name: "caseOpen", act: "case.open", body: { about: "overstay", root: 1 } },
  { name: "caseStep", act: "case.list", fill: "overstay-1", body: { step: "notice", means: "paper" } },
];

test("Every door of supervision opens to exactly those whom the policy lets in, on their own side only (P22, P23)", async () => {
  await using gate = await openGate();
  for (const role of officerRoles) {
    const officer = await gate.enter(role);
    const knock = async ({ name, body, fill = "" }: (typeof asked)[number]): Promise<number> => {
      const url = routes[name].path.replace(/:\w+/, fill);
      const answer = routes[name].method === "GET" ? await officer.get(url) : await officer.post(url, body);
      assert.ok(answer.statusCode < 500, answer.body);
      return answer.statusCode;
    };
    for (const one of asked) {
      const [kind = "", verb = ""] = one.act.split(".");
      const ruling = judge({ role, side: "cn", officer: officer.officer }, verb, {
        kind,
        side: "cn",
        gate: "CN-1",
      }).kind;
      assert.equal((await knock(one)) === 403, ruling !== "allowed", `${role} ${one.act}`);
    }
    await gate.fresh.owner.query("update officer set side = 'kz' where key = $1", [officer.officer]);
    for (const one of asked) assert.equal(await knock(one), 403, `${role} ${one.name} from the other side`);
  }
});
