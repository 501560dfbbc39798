import assert from "node:assert/strict";
import { test } from "node:test";
import { type CaseDetail, type CaseList, routes } from "@twinline/api";
import type { TestBrowser } from "../access/test-doors.ts";
import { rebuildState } from "../entries/rebuild.ts";
import { openGate, passport, type TestGate } from "../passages/test-gate.ts";

const late = { ...passport, number: "N00000077", name: "LATE LODGER" };

/** A person who entered forty days ago and whose last day passed eleven days ago. */
async function overstay(gate: TestGate): Promise<number> {
  gate.clock.ahead = -40 * 86_400;
  const { receipt } = await gate.pass({ document: late });
  gate.clock.ahead = 0;
  return receipt.number;
}

const step = (by: TestBrowser, id: string, body: object) => by.post(routes.caseStep.path.replace(":id", id), body);
const detail = async (by: TestBrowser, id: string): Promise<CaseDetail> =>
  (await by.get(routes.case.path.replace(":id", id))).json();

test("An overstay becomes a case with its evidence, notice, finding by two, appeal and a decision by a third", async () => {
  await using gate = await openGate();
  const entry = await overstay(gate);
  const duty = await gate.enter("duty_officer");
  const list: CaseList = (await duty.get(`${routes.cases.path}?about=overstay`)).json();
  assert.deepEqual(
    list.candidates.map(({ root, name, daysOver }) => [root, name, daysOver]),
    [[entry, "LATE LODGER", 11]],
  );
  const opened = { about: "overstay", root: entry };
  assert.equal((await duty.post(routes.caseOpen.path, opened)).json().reason, "opened");
  assert.equal((await duty.post(routes.caseOpen.path, opened)).json().reason, "case_exists");
  const id = `overstay-${entry}`;
  const restricted = { step: "finding", finding: "restricted", code: "overstay" };
  assert.equal((await step(duty, id, restricted)).json().type, "access/needs-second");
  assert.equal((await step(duty, id, { step: "notice", means: "paper" })).json().reason, "notice");
  const second = await gate.second(duty, `case.restrict/${id}`, restricted);
  assert.equal((await step(duty, id, { ...restricted, second })).json().reason, "finding");
  assert.equal((await step(duty, id, { step: "appeal", ground: "was_ill" })).json().reason, "appeal");
  const decision = { step: "decision", decision: "lifted", code: "was_ill" };
  assert.equal((await step(duty, id, decision)).statusCode, 403, "Nobody judges an appeal against the own finding");
  const third = await gate.enter("duty_officer");
  assert.equal((await step(third, id, decision)).json().reason, "decision");

  const told = await detail(third, id);
  assert.deepEqual([told.row.state, told.row.finding, told.row.decision], ["decided", "restricted", "lifted"]);
  assert.deepEqual(
    told.steps.map(({ kind, reason }) => `${kind} ${reason}`),
    ["case_open opened", "case_step notice", "case_step finding", "case_step appeal", "case_step decision"],
  );
  assert.deepEqual(
    told.evidence.map(({ number }) => number),
    [entry],
  );
  const { rows } = await gate.fresh.database.query<{ body: string }>("select body from entry where kind like 'case_%'");
  for (const { body } of rows) assert.ok(!body.includes("LODGER"), "The journal names nobody");
});

test("A case that restricts changes no verdict; what the gate does follows from the watch list alone", async () => {
  await using gate = await openGate();
  const document = { ...passport, number: "N00000088" };
  const { receipt } = await gate.pass({ document, direction: "out" });
  const duty = await gate.enter("duty_officer");
  await duty.post(routes.caseOpen.path, { about: "missing_pair", root: receipt.number });
  const id = `missing_pair-${receipt.number}`;
  await step(duty, id, { step: "notice", means: "paper" });
  const restricted = { step: "finding", finding: "restricted", code: "false_exit" };
  const second = await gate.second(duty, `case.restrict/${id}`, restricted);
  const warned = await step(duty, id, { ...restricted, code: "overstay", second });
  assert.equal(warned.json().type, "access/second-invalid", "The second officer signed for another ground");
  await step(duty, id, { ...restricted, second });
  assert.equal((await detail(duty, id)).row.state, "found");
  assert.equal((await gate.pass({ document })).verdict, "admit");
  await gate.pass({ document, direction: "out" });
  const today = Temporal.Now.plainDateISO("Asia/Shanghai");
  const watch = { issuer: "KZ", number: document.number, verdict: "refer", code: "customs_debt" };
  await duty.post(routes.watchlistAdd.path, {
    ...watch,
    from: today.toString(),
    until: today.add({ days: 1 }).toString(),
  });
  assert.equal((await gate.pass({ document })).verdict, "refer");
});

test("A case is opened only on what the journal shows, and its evidence exists", async () => {
  await using gate = await openGate();
  const { receipt } = await gate.pass({});
  const duty = await gate.enter("duty_officer");
  for (const about of ["overstay", "missing_pair", "runner"])
    assert.equal((await duty.post(routes.caseOpen.path, { about, root: receipt.number })).statusCode, 422, about);
  const { number } = (await gate.pass({})).receipt;
  assert.equal((await duty.post(routes.caseOpen.path, { about: "missing_pair", root: number })).json().outcome, "done");
  const id = `missing_pair-${number}`;
  assert.equal((await step(duty, id, { step: "evidence", entries: [999_999] })).statusCode, 422);
  assert.equal((await step(duty, id, { step: "evidence", entries: [number + 1] })).json().outcome, "done");
  assert.deepEqual(
    (await detail(duty, id)).evidence.map((one) => one.number),
    [receipt.number, number, number + 1],
    "Who entered twice had entered before",
  );
  assert.equal((await duty.get(routes.case.path.replace(":id", "overstay-1"))).statusCode, 404);
  const { concepts, tables, world } = gate.spine;
  const report = await rebuildState(gate.fresh.connection, { concepts, tables, rulebooks: world().rulebooks });
  assert.ok(report.same, "Cases are a fold of the journal");
  for (const role of ["gate_officer", "analyst", "administrator"] as const) {
    const officer = await gate.enter(role);
    assert.equal((await officer.get(routes.cases.path)).statusCode, 403, role);
    assert.equal((await step(officer, id, { step: "notice", means: "paper" })).statusCode, 403, role);
  }
});
