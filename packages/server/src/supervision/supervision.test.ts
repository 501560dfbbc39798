import assert from "node:assert/strict";
import { test } from "node:test";
import { type BoardAnswer, type CapacityAnswer, type HallRun, type RunnerList, routes } from "@twinline/api";
import { rebuildState } from "../entries/rebuild.ts";
import { openGate, passport, type TestGate } from "../passages/test-gate.ts";

const person = (n: number) => ({ ...passport, number: `N0000${String(n).padStart(4, "0")}`, name: `NAME ${n}` });
const shirts = {
  hs: "6109",
  category: "textile",
  quantity: 2,
  massGrams: 900,
  valueMinor: 100_000,
  indivisible: false,
};
const PAYER = "6222 0211 0011 2233";

async function shop(gate: TestGate, n: number): Promise<number> {
  await gate.pass({ document: person(n) });
  return (await gate.pass({ document: person(n), direction: "out", goods: [shirts] })).receipt.number;
}

test("The board counts what the journal says, by lane, verdict and reason, and names no person", async () => {
  await using gate = await openGate();
  for (const n of [1, 2, 3]) await gate.pass({ document: person(n) });
  await gate.pass({ document: person(3), direction: "out" });
  const refused = await gate.pass({ document: { ...person(4), expires: "2020-01-01" } });
  const referred = await gate.pass({ document: person(5), direction: "out" });
  const { number, hash } = referred.receipt;
  const override = { verdict: "admit", reason: "entry_found" };
  const second = await gate.second(gate.officer, `passage.override/${number}`, { ...override, passage: hash });
  await gate.officer.post(routes.override.path.replace(":number", String(number)), { ...override, second });
  const duty = await gate.enter("duty_officer");
  const answer = await duty.get(`${routes.board.path}?minutes=15`);
  const board: BoardAnswer = answer.json();

  assert.deepEqual(board.counts, { admit: 4, refer: 1, refuse: 1 });
  assert.equal(board.overridden, 1);
  assert.deepEqual([board.inside.people, board.inside.mismatch, board.isCut], [2, 1, false]);
  const total = (key: "in" | "out" | "stopped") => board.flow.reduce((sum, one) => sum + one[key], 0);
  assert.deepEqual([total("in"), total("out"), total("stopped")], [3, 1, 2]);
  const [lane, other] = board.lanes;
  assert.deepEqual([lane?.lane, lane?.line, lane?.perHour, lane?.device?.isQuiet], ["1", "manual", 24, false]);
  assert.deepEqual([other?.counts.admit, other?.lastEntry, other?.device], [0, undefined, undefined]);
  assert.equal(board.lanes.length, 49);
  assert.deepEqual(board.reasons.map(({ outcome, newest }) => [outcome, newest]).toSorted(), [
    ["refer", number],
    ["refuse", refused.receipt.number],
  ]);
  assert.deepEqual(
    board.overrides.map(({ reason, count }) => [reason, count]),
    [["entry_found", 1]],
  );
  assert.ok(!answer.body.includes("NAME") && !answer.body.includes("person_"));
  const found = await duty.get(`${routes.entries.path}?gate=CN-1&lane=1&reason=${board.reasons[0]!.reason}`);
  assert.equal(found.json().total, 1, "A figure opens the entries behind it");
  assert.equal((await gate.officer.get(routes.board.path)).statusCode, 403);
});

test("Two counts and the passages between them make a forecast, with lanes that would shorten it", async () => {
  await using gate = await openGate();
  for (let n = 0; n < 12; n++) await gate.pass({ document: person(n) });
  const duty = await gate.enter("duty_officer");
  const capacity = async (): Promise<CapacityAnswer> => (await duty.get(routes.capacity.path)).json();
  const before = (await capacity()).lines.find(({ line }) => line === "manual");
  assert.deepEqual([before?.open, before?.lanes, before?.passedPerHour, before?.waiting], [1, 30, 48, undefined]);
  assert.deepEqual(before?.seconds, { value: 15, basis: "file", source: "E34", confidence: "low" });
  assert.equal(before?.advised, undefined);

  const count = (waiting: number, more = {}) =>
    duty.post(routes.queueCount.path, { gate: "CN-1", line: "manual", waiting, ...more });
  assert.equal((await count(400)).json().outcome, "done");
  const after = (await capacity()).lines.find(({ line }) => line === "manual")!;
  assert.deepEqual([after.waiting?.people, after.waiting?.isFresh], [400, true]);
  assert.equal(after.nowSeconds, 400 * 15);
  assert.ok(after.forecastSeconds! > 600 && after.advised!.waitSeconds <= 600, JSON.stringify(after));
  assert.ok(after.advised!.lanes > 1 && after.advised!.lanes <= 30);
  const idle = (await capacity()).lines.find(({ line }) => line === "self_service");
  assert.deepEqual([idle?.open, idle?.forecastSeconds, idle?.options], [0, undefined, []]);

  assert.equal((await count(1, { line: "balloon" })).statusCode, 422);
  assert.equal((await count(-1)).statusCode, 400);
  assert.equal((await count(50_000)).statusCode, 200);
  assert.equal((await count(50_001)).statusCode, 400);
  const atGate = { gate: "CN-1", line: "manual", waiting: 3 };
  assert.equal((await gate.officer.post(routes.queueCount.path, atGate)).json().reason, "counted");
  const analyst = await gate.enter("analyst");
  assert.equal((await analyst.post(routes.queueCount.path, atGate)).statusCode, 403);

  const { may } = (await gate.officer.get(routes.session.path)).json();
  assert.ok(may.includes("capacity.count"), "the gate's page offers it");
  const atGlass = await gate.officer.post(routes.queueCount.path, { gate: "CN-1", waiting: 25 });
  assert.equal(atGlass.json().reason, "counted", "the line is that of the lane whose device signed");
  const own = (await capacity()).lines.find(({ line }) => line === "manual");
  assert.deepEqual([own?.waiting?.people, own?.waiting?.lanes], [25, 1]);
  assert.equal((await duty.post(routes.queueCount.path, { gate: "CN-1", waiting: 25 })).statusCode, 422, "no device");
});

test("A hall that does not exist is simulated beside the node's own thread, with its interval, and too many wait", async () => {
  await using gate = await openGate();
  const duty = await gate.enter("duty_officer");
  const hall = { lanes: 60, perHour: 9_000, seconds: 15 };
  const asked: HallRun = (await duty.post(routes.hallRun.path, hall)).json();
  assert.ok(asked.state === "running" || asked.state === "waiting");
  let run = asked;
  for (let tries = 0; tries < 300 && run.state !== "done"; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    run = (await duty.get(routes.hall.path.replace(":id", asked.id))).json();
    assert.notEqual(run.state, "failed");
  }
  const { waitSeconds, repetitions, isStable, utilisationPercent, formulaSeconds } = run.result!;
  assert.deepEqual([repetitions, isStable, utilisationPercent], [20, true, 63]);
  assert.ok(waitSeconds.low <= waitSeconds.mean && waitSeconds.mean <= waitSeconds.high);
  assert.ok(Math.abs(formulaSeconds! - waitSeconds.mean) < 3 * (waitSeconds.high - waitSeconds.low) + 0.01);

  const many = await Promise.all(
    Array.from({ length: 6 }, () => duty.post(routes.hallRun.path, { ...hall, perHour: 30_000 })),
  );
  const statuses = many.map(({ statusCode }) => statusCode);
  assert.deepEqual(statuses.toSorted(), [200, 200, 200, 200, 200, 429], "One runs, four wait");
  assert.equal(many.find(({ statusCode }) => statusCode === 429)!.headers["retry-after"], "10");
  assert.equal((await duty.post(routes.hallRun.path, { ...hall, lanes: 501 })).statusCode, 400);
  assert.equal((await gate.officer.post(routes.hallRun.path, hall)).statusCode, 403);
});

test("Who carries for one payer is shown with every reason; what was said of the payer stands nowhere", async () => {
  await using gate = await openGate();
  const customs = await gate.enter("customs_officer");
  const exits: number[] = [];
  for (let n = 1; n <= 8; n++) exits.push(await shop(gate, n));
  for (const passage of exits)
    for (const link of ["payer", "receiver"]) {
      const noted = await customs.post(routes.linkNote.path, { passage, link, value: PAYER });
      assert.equal(noted.json().reason, "noted");
    }
  const again = { passage: exits[0], link: "payer", value: PAYER.replaceAll(" ", "") };
  assert.equal((await customs.post(routes.linkNote.path, again)).json().reason, "link_known");
  const list: RunnerList = (await customs.get(routes.runners.path)).json();

  assert.deepEqual([list.rows.length, list.exits, list.isCut], [8, 8, false]);
  const [first] = list.rows;
  assert.deepEqual(
    first?.reasons.map(({ trait, value, points, most }) => [trait, value, points, most]),
    [
      ["shared_payer", 7, 20, 20],
      ["shared_receiver", 7, 20, 20],
    ],
  );
  assert.equal(first?.score, 40);
  assert.equal(
    list.weights.reduce((sum, { points }) => sum + points, 0),
    100,
  );
  const { rows } = await gate.fresh.database.query<{ body: string }>("select body from entry where kind = 'link_note'");
  for (const { body } of rows) assert.ok(!body.includes("6222") && !body.includes("NAME"));
  assert.equal((await gate.pass({ document: person(1) })).verdict, "admit", "A score stops nobody");
  for (const role of ["analyst", "administrator", "gate_officer"] as const)
    assert.equal((await (await gate.enter(role)).get(routes.runners.path)).statusCode, 403);
  const { concepts, tables, world } = gate.spine;
  const report = await rebuildState(gate.fresh.connection, { concepts, tables, rulebooks: world().rulebooks });
  assert.deepEqual(
    report.tables.filter(({ onlyStored, onlyRebuilt }) => onlyStored + onlyRebuilt > 0),
    [],
  );
  assert.ok(report.tables.some(({ table, rows: n }) => table === "person_link" && n === 16));
});
