import assert from "node:assert/strict";
import { test } from "node:test";
import { routes } from "@twinline/api";
import type { TestBrowser } from "../access/test-doors.ts";
import { rebuildState } from "../entries/rebuild.ts";
import { openLab } from "../replays/test-lab.ts";

test("A proposal becomes law step by step: nothing is skipped, both sides vote, and every step is an entry", async () => {
  await using lab = await openLab();
  const analyst = await lab.enter("analyst");
  const office = await lab.enter("administrator");
  const proposal = await lab.propose(analyst, 12_000, "2027-01-01");
  const at = (path: string) => path.replace(":hash", proposal);
  const reason = async (sent: Promise<{ json(): { reason?: string; type?: string } }>) => {
    const answer = (await sent).json();
    return answer.reason ?? answer.type;
  };
  const move = (by: TestBrowser, stage: string) => reason(by.post(at(routes.proposalStage.path), { stage }));
  const note = (by: TestBrowser, about: string, words: string) =>
    reason(by.post(at(routes.proposalNote.path), { about, words }));
  const vote = (by: TestBrowser, body: object) => reason(by.post(at(routes.proposalVote.path), body));

  assert.equal(await move(analyst, "voting"), "stage_order");
  assert.equal(await move(analyst, "analysed"), "needs_problem");
  assert.equal(await note(analyst, "problem", "Traders leave several times a day"), "noted");
  assert.equal(await note(analyst, "problem", "Traders leave several times a day"), "same_words");
  assert.equal(await move(analyst, "analysed"), "needs_report");
  await lab.gate.pass({});
  await lab.gate.pass({ direction: "out" });
  const replay = await lab.ended(analyst, (await lab.ask(analyst, { proposal, history: "journal" })).id);
  assert.equal(replay.state, "done", replay.message ?? "");
  assert.equal(await move(analyst, "analysed"), "needs_openness");
  assert.equal(await note(analyst, "openness", "No rule of it reads nationality"), "noted");
  assert.equal(await move(analyst, "analysed"), "moved");
  assert.equal(await vote(office, { side: "cn", vote: "for" }), "not_voting");
  assert.equal(await move(analyst, "consultation"), "moved");
  assert.equal(await note(await lab.enter("customs_officer"), "opinion", "Queues will be shorter"), "noted");
  assert.equal(await note(await lab.enter("gate_officer"), "opinion", "Me too"), "access/not-allowed");
  assert.equal(await move(office, "voting"), "moved");
  assert.equal(await vote(office, { side: "cn", vote: "for" }), "voted");
  assert.equal(await vote(office, { side: "cn", vote: "against" }), "voted_already");
  assert.equal(await move(office, "accepted"), "needs_both_for");
  assert.equal(await vote(office, { side: "kz", vote: "for", reference: 7 }), "access/needs-second");
  const second = await lab.gate.second(office, `rulebook.witness/${proposal}`);
  assert.equal(await vote(office, { side: "kz", vote: "for", reference: 7, second }), "voted");
  assert.equal(await move(office, "rejected"), "needs_one_against");
  assert.equal(await move(office, "accepted"), "moved");
  assert.equal(await move(office, "signed"), "needs_in_force");

  const file = (await analyst.get(at(routes.proposalFile.path))).json();
  assert.equal(file.stage, "accepted");
  assert.deepEqual(
    file.moves.map(({ stage }: { stage: string }) => stage),
    ["analysed", "consultation", "voting", "accepted"],
  );
  assert.deepEqual(
    file.notes.map(({ words }: { words: string }) => words),
    ["Queues will be shorter", "No rule of it reads nationality", "Traders leave several times a day"],
  );
  const { spine, fresh } = lab.gate;
  const rebuilt = await rebuildState(fresh.connection, { ...spine, rulebooks: spine.world().rulebooks });
  assert.equal(rebuilt.same, true, "The life of a proposal is a fold over the journal");
});
