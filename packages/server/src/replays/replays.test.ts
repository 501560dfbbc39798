import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { REPLAYS_WAITING_MAX, routes } from "@twinline/api";
import { rebuildState } from "../entries/rebuild.ts";
import { passport } from "../passages/test-gate.ts";
import { ReplayRunner } from "./runner.ts";
import { openLab } from "./test-lab.ts";

const report = (id: string) => routes.replayReport.path.replace(":id", id);

describe("A replay", () => {
  test("of the journal tells what the reform changes in what was decided, and its report's hash is an entry", async () => {
    await using lab = await openLab();
    const goods = [
      { hs: "6109", category: "textile", quantity: 2, massGrams: 3_000, valueMinor: 950_000, indivisible: false },
    ];
    await lab.gate.pass({ document: passport });
    const left = await lab.gate.pass({ document: passport, direction: "out", goods });
    assert.equal(left.goods[0]?.tax.minor, 30_000);
    const analyst = await lab.enter("analyst");
    const proposal = await lab.propose(analyst, 12_000, "2027-01-01");
    const { id, state } = await lab.ask(analyst, { proposal, history: "journal" });
    assert.ok(state === "waiting" || state === "running", state);
    const row = await lab.ended(analyst, id);
    assert.equal(row.state, "done", row.message ?? "");
    const answer = await analyst.get(report(id));
    const { result, words } = answer.json();
    assert.equal(result.law, "2027-01-01", "A reform of a later day is tried as if it were in force already");
    assert.deepEqual(result.totals.amounts.tax, { base: 30_000, reform: 0 });
    assert.deepEqual(result.people, { less: 1, more: 0, same: 0 });
    assert.equal(result.caveats.length, 1, "A journal was recorded, not generated");
    assert.equal(words.codes.refer.ru, "направить на проверку");
    assert.equal(row.report, createHash("sha256").update(answer.body).digest("hex"));
    const rebuilt = await rebuildState(lab.gate.fresh.connection, {
      ...lab.gate.spine,
      rulebooks: lab.gate.spine.world().rulebooks,
    });
    assert.equal(rebuilt.same, true);
    assert.equal(rebuilt.tables.find(({ table }) => table === "proposal_report")?.rebuilt, 1);
  });

  test("of a made-up year says so, and what stopped with the node is taken up by the next one", async () => {
    await using lab = await openLab();
    const analyst = await lab.enter("analyst");
    const proposal = await lab.propose(analyst, 12_000, "2027-01-01");
    await lab.runner.close();
    const { id } = await lab.ask(analyst, { proposal, history: "generated", passages: 2_000, elasticity: -500 });
    await lab.parts.database.query("update replay_job set state = 'running' where key = $1", [id]);
    const next = new ReplayRunner(lab.parts);
    await next.open();
    const row = await lab.ended(analyst, id);
    assert.equal(row.state, "done", row.message ?? "");
    const { result } = (await analyst.get(report(id))).json();
    assert.equal(result.history.passages > 900, true);
    assert.equal(result.caveats.length, 2);
    assert.equal(result.response.elasticity, "-0.5");
    await next.close();
  });

  test("of a journal without decisions fails with a reason; a cancelled one stays cancelled", async () => {
    await using lab = await openLab();
    const analyst = await lab.enter("analyst");
    const proposal = await lab.propose(analyst, 12_000, "2027-01-01");
    const empty = await lab.ended(analyst, (await lab.ask(analyst, { proposal, history: "journal" })).id);
    assert.deepEqual([empty.state, empty.problem], ["failed", "replay/empty-journal"]);
    const long = await lab.ask(analyst, { proposal, history: "generated", passages: 1_000_000 });
    const cancelled = await analyst.post(routes.replayCancel.path.replace(":id", long.id), {});
    assert.equal(cancelled.json().state, "cancelled");
    assert.equal((await analyst.get(report(long.id))).json().type, "replay/no-report");
  });

  test("waits its turn in a queue that has an end", async () => {
    await using lab = await openLab();
    const analyst = await lab.enter("analyst");
    const proposal = await lab.propose(analyst, 12_000, "2027-01-01");
    await lab.runner.close();
    const ask = () => analyst.post(routes.replayAdd.path, { proposal, history: "journal" });
    for (let n = 0; n < REPLAYS_WAITING_MAX; n += 1) assert.equal((await ask()).statusCode, 200);
    assert.deepEqual([(await ask()).statusCode, (await ask()).json().type], [429, "replay/queue-full"]);
    const officer = await lab.enter("gate_officer");
    assert.equal((await officer.post(routes.replayAdd.path, { proposal, history: "journal" })).statusCode, 403);
    const unknown = await analyst.post(routes.replayAdd.path, { proposal: "0".repeat(64), history: "journal" });
    assert.equal(unknown.statusCode, 404);
  });
});
