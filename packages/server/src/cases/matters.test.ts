import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type CaseDetail, type CaseList, type MatterDetail, type PassageRequest, routes } from "@twinline/api";
import type { TestBrowser } from "../access/test-doors.ts";
import { rebuildState } from "../entries/rebuild.ts";
import { openGate, passport, type TestGate } from "../passages/test-gate.ts";

const DAY_SECONDS = 86_400;

/** A passage so many days ago: number and hash of its entry, and the verdict. */
async function passed(gate: TestGate, daysAgo: number, passage: Partial<PassageRequest> = {}) {
  gate.clock.ahead = -daysAgo * DAY_SECONDS;
  const { receipt, verdict } = await gate.pass(passage);
  gate.clock.ahead = 0;
  return { number: receipt.number, hash: receipt.hash, verdict };
}

const matterOf = async (by: TestBrowser, id: string): Promise<MatterDetail> =>
  (await by.get(routes.matter.path.replace(":id", id))).json();
const numbers = ({ evidence }: Pick<MatterDetail, "evidence">) => evidence.map(({ number }) => number);
const provisions = ({ reasons }: MatterDetail) =>
  reasons.map(({ rule, citations }) => [rule, citations.map(({ provision }) => provision)]);

/** Two officers let out whom the rules had referred. */
async function letOut(gate: TestGate, { number, hash }: { number: number; hash: string }): Promise<number> {
  const asked = { verdict: "admit", reason: "overstay_settled" };
  const second = await gate.second(gate.officer, `passage.override/${number}`, { ...asked, passage: hash });
  const path = routes.override.path.replace(":number", String(number));
  return (await gate.officer.post(path, { ...asked, second })).json().receipt.number;
}

/** Opens a case as an officer does, by its subject and entry alone; what the case then rests on. */
async function opened(by: TestBrowser, about: string, root: number): Promise<readonly number[]> {
  const answer = (await by.post(routes.caseOpen.path, { about, root })).json();
  assert.equal(answer.reason, "opened", JSON.stringify(answer));
  const detail: CaseDetail = (await by.get(routes.case.path.replace(":id", `${about}-${root}`))).json();
  return numbers(detail);
}

describe("A matter tells what the journal proves", () => {
  test("of somebody who should have left: the days by the limit, the entry, the rule and its provision", async () => {
    await using gate = await openGate();
    const { number } = await passed(gate, 41);
    const duty = await gate.enter("duty_officer");
    const told = await matterOf(duty, `overstay-${number}`);
    assert.deepEqual(told.overstay, { days: 42, most: 30, limit: "per-visit", isInside: true });
    assert.equal(told.matter.daysOver, 12);
    assert.deepEqual(numbers(told), [number]);
    assert.deepEqual(provisions(told), [["stay_days_allowed", ["E2_CENTRE/1", "S0/3"]]]);
    for (const language of ["zh", "kk", "ru", "en"] as const) assert.match(told.reasons[0]!.text[language], /30/);
    assert.deepEqual(await opened(duty, "overstay", number), [number]);
    assert.equal((await matterOf(duty, `overstay-${number}`)).matter.case, `overstay-${number}`);
  });

  test("of somebody who left late: both entries, and the days stop with the exit", async () => {
    await using gate = await openGate();
    const entered = await passed(gate, 60);
    const asked = await passed(gate, 20, { direction: "out" });
    assert.equal(asked.verdict, "refer");
    gate.clock.ahead = -20 * DAY_SECONDS;
    const left = await letOut(gate, asked);
    gate.clock.ahead = 0;
    const duty = await gate.enter("duty_officer");
    const { candidates }: CaseList = (await duty.get(`${routes.cases.path}?about=overstay`)).json();
    assert.deepEqual(
      candidates.map(({ root, daysOver, until }) => [root, daysOver, until !== undefined]),
      [[entered.number, 11, true]],
    );
    const told = await matterOf(duty, `overstay-${entered.number}`);
    assert.deepEqual(told.overstay, { days: 41, most: 30, limit: "per-visit", isInside: false });
    assert.deepEqual(numbers(told), [entered.number, left]);
    assert.deepEqual(await opened(duty, "overstay", entered.number), [entered.number, left]);
    const { concepts, tables, world } = gate.spine;
    const report = await rebuildState(gate.fresh.connection, { concepts, tables, rulebooks: world().rulebooks });
    assert.ok(report.same);
  });

  test("of an exit without an entry: the exit before it, and why the gate stopped it", async () => {
    await using gate = await openGate();
    await passed(gate, 9);
    const before = await passed(gate, 8, { direction: "out" });
    const { number, verdict } = await passed(gate, 1, { direction: "out" });
    assert.equal(verdict, "refer");
    const duty = await gate.enter("duty_officer");
    const told = await matterOf(duty, `missing_pair-${number}`);
    assert.equal(told.unpaired, "missing-entry");
    assert.deepEqual(numbers(told), [before.number, number]);
    assert.deepEqual(provisions(told), [["reason", ["HOUSE/5"]]]);
    assert.deepEqual(await opened(duty, "missing_pair", number), [before.number, number]);
  });

  test("of an entry without an exit: the entry before it", async () => {
    await using gate = await openGate();
    const before = await passed(gate, 3);
    const { number } = await passed(gate, 1);
    const duty = await gate.enter("duty_officer");
    const told = await matterOf(duty, `missing_pair-${number}`);
    assert.equal(told.unpaired, "missing-exit");
    assert.deepEqual(numbers(told), [before.number, number]);
    assert.deepEqual(provisions(told), [["reason", ["HOUSE/5"]]]);
  });

  test("of nobody else, and to nobody who may not act on it", async () => {
    await using gate = await openGate();
    const { number } = await passed(gate, 29);
    await passed(gate, 50, { document: { ...passport, number: "N00000099" } });
    const path = routes.matter.path.replace(":id", `overstay-${number}`);
    const duty = await gate.enter("duty_officer");
    assert.equal((await duty.get(path)).statusCode, 404, "The thirtieth day is in time");
    assert.equal((await duty.get(path.replace("overstay", "runner"))).statusCode, 404);
    for (const role of ["gate_officer", "analyst", "administrator"] as const)
      assert.equal((await (await gate.enter(role)).get(path)).statusCode, 403, role);
  });
});
