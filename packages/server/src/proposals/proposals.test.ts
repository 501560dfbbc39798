import assert from "node:assert/strict";
import { test } from "node:test";
import { routes } from "@twinline/api";
import type { TestBrowser } from "../access/test-doors.ts";
import { rebuildState } from "../entries/rebuild.ts";
import { passport } from "../passages/test-gate.ts";
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
  const other = { side: "kz", vote: "for", reference: 7 };
  const second = await lab.gate.second(office, `rulebook.witness/${proposal}`, other);
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

test("An adopted proposal is signed when its text is in force, and checked only against decisions that came under it", async () => {
  await using lab = await openLab();
  const analyst = await lab.enter("analyst");
  const office = await lab.enter("administrator");
  const today = Temporal.Now.plainDateISO("Asia/Shanghai").toString();
  const proposal = await lab.propose(analyst, 12_000, today);
  const at = (path: string) => path.replace(":hash", proposal);
  const must = async (path: string, body: object, expected: string) => {
    const answer = await office.post(at(path), body);
    assert.equal(answer.json().reason, expected, answer.body);
  };
  const move = (stage: string, expected = "moved") => must(routes.proposalStage.path, { stage }, expected);
  const leave = async (number: string, valueMinor: number) => {
    const document = { ...passport, number };
    await lab.gate.pass({ document });
    return await lab.gate.pass({ document, direction: "out", goods: [{ ...textile, valueMinor }] });
  };

  await leave("N10000001", 9_000_00);
  const replay = await lab.ended(analyst, (await lab.ask(analyst, { proposal, history: "journal" })).id);
  assert.equal(replay.state, "done", replay.message ?? "");
  await must(routes.proposalNote.path, { about: "problem", words: "The allowance is old" }, "noted");
  await must(routes.proposalNote.path, { about: "openness", words: "Nothing reads nationality" }, "noted");
  for (const stage of ["analysed", "consultation", "voting"]) await move(stage);
  await must(routes.proposalVote.path, { side: "cn", vote: "for" }, "voted");
  const other = { side: "kz", vote: "for", reference: 7 };
  const witness = await lab.gate.second(office, `rulebook.witness/${proposal}`, other);
  await must(routes.proposalVote.path, { ...other, second: witness }, "voted");
  await move("accepted");
  await move("signed", "needs_in_force");
  const { hash } = (await office.get(at(routes.proposalLaw.path))).json();
  const second = await lab.gate.second(office, `rulebook.adopt/${hash}`);
  await must(routes.proposalAdopt.path, { second }, "published");
  await move("signed");

  const fileOf = async () => (await analyst.get(at(routes.proposalFile.path))).json();
  const early = (await fileOf()).check;
  assert.deepEqual([early.known, early.came.lines], [0, 0]);
  assert.ok(early.figures.length > 0 && early.figures.every((one: Figure) => one.verdict === "unknown"));
  await move("checked", "needs_forecast");

  await leave("N10000002", 9_000_00);
  await leave("N10000003", 12_500_00);
  await move("checked");
  const { stage, check } = await fileOf();
  assert.equal(stage, "checked");
  assert.equal(check.known, check.figures.length);
  assert.equal(check.came.lines, 2);
  const tax = check.figures.find((one: Figure) => one.figure === "tax");
  assert.ok(tax.before > 0, "CNY 1,000 above the old allowance were taxed");
  assert.equal(tax.foreseen, 0, "and are within the new one");
  assert.ok(tax.came > 0, "but somebody carried CNY 12,500");
  assert.equal(tax.verdict, "outside");

  const { mock } = test.mock.method(lab.gate.node.database, "query");
  await Promise.all(Array.from({ length: 20 }, () => fileOf()));
  const looks = mock.calls.filter(({ arguments: [text] }) => text.includes("kind = 'passage' and number >"));
  mock.restore();
  assert.ok(looks.length <= 1, `Twenty who look at once cost ${looks.length} looks at the journal`);
});

type Figure = { readonly figure: string; readonly verdict: string };
const textile = { hs: "6109", category: "textile", quantity: 1, massGrams: 1, indivisible: false };
