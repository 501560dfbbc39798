import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { type ProposalLaw, routes } from "@twinline/api";
import { openGate, passport, type TestGate } from "../passages/test-gate.ts";

const BASE = "khorgos/cn/departure";
const NAME = "khorgos/cn/allowance-12000";

/** Saves a reform that raises the daily allowance from a day; gives the hash of its text. */
async function propose(gate: TestGate, figure: string, from: string, act = "DRAFT"): Promise<string> {
  const analyst = await gate.enter("analyst");
  const hash = gate.spine.world().rulebooks.get(BASE)!.rulebook.hash;
  const text = [
    `reform: ${NAME}`,
    `base: ${BASE}@sha256:${hash}`,
    `instruments: {${act}: {cite: {en: "Draft {n}", zh: "草案{n}", kk: "Жоба {n}", ru: "Проект {n}"}, in_force: ${from}}}`,
    "change:",
    `  - {parameter: daily_allowance, from: ${from}, is: ${figure}, source: ${act}/1}`,
    "",
  ].join("\n");
  const saved = await analyst.post(routes.proposalAdd.path, { name: NAME, text });
  assert.equal(saved.json().reason, "proposed", saved.body);
  return createHash("sha256").update(text).digest("hex");
}

const pathOf = (of: "proposalLaw" | "proposalAdopt", hash: string) => routes[of].path.replace(":hash", hash);
const today = (days = 0) => Temporal.Now.plainDateISO("Asia/Shanghai").add({ days }).toString();

async function dutyFree(gate: TestGate): Promise<number | undefined> {
  const document = { ...passport, number: `N${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}` };
  const goods = [
    { hs: "6109", category: "textile", quantity: 1, massGrams: 1, valueMinor: 20_000_00, indivisible: false },
  ];
  await gate.pass({ document });
  return (await gate.pass({ document, direction: "out", goods })).goods[0]?.dutyFree.minor;
}

describe("A saved reform", () => {
  test("becomes law by two officers as the base's text with one more line, and decides from its legal day", async () => {
    await using gate = await openGate();
    assert.equal(await dutyFree(gate), 8_000_00);
    const proposal = await propose(gate, "12000", today());
    const administrator = await gate.enter("administrator");
    const law: ProposalLaw = (await administrator.get(pathOf("proposalLaw", proposal))).json();
    assert.deepEqual([law.name, law.effective], [BASE, today()]);
    assert.equal(law.hash, createHash("sha256").update(law.text).digest("hex"));
    const adopt = (body: object) => administrator.post(pathOf("proposalAdopt", proposal), body);
    assert.equal((await adopt({})).statusCode, 403, "one officer is not enough");
    const second = await gate.second(administrator, `rulebook.adopt/${law.hash}`);
    const adopted = await adopt({ second });
    assert.deepEqual([adopted.json().outcome, adopted.json().reason], ["done", "published"], adopted.body);
    assert.equal(gate.spine.world().rulebooks.get(BASE)?.rulebook.hash, law.hash);
    assert.equal(await dutyFree(gate), 12_000_00);
    assert.equal(
      (await administrator.get(pathOf("proposalLaw", proposal))).json().type,
      "rulebook/faults",
      "its base has moved",
    );
  });

  test("of a day to come is in the law at once and decides from that day only", async () => {
    await using gate = await openGate();
    const proposal = await propose(gate, "12000", today(30));
    const administrator = await gate.enter("administrator");
    const law: ProposalLaw = (await administrator.get(pathOf("proposalLaw", proposal))).json();
    const second = await gate.second(administrator, `rulebook.adopt/${law.hash}`);
    await administrator.post(pathOf("proposalAdopt", proposal), { second });
    assert.equal(law.effective, today(30));
    assert.equal(await dutyFree(gate), 8_000_00);
  });

  test("that would change days past is not adopted, and a second hand under other words does not count", async () => {
    await using gate = await openGate();
    const administrator = await gate.enter("administrator");
    const past = await propose(gate, "12000", today(-1));
    assert.equal((await administrator.get(pathOf("proposalLaw", past))).json().type, "proposal/retroactive");
    assert.equal((await administrator.post(pathOf("proposalAdopt", past), {})).json().type, "proposal/retroactive");
    const proposal = await propose(gate, "13000", today());
    const second = await gate.second(administrator, `rulebook.adopt/${"0".repeat(64)}`);
    assert.equal((await administrator.post(pathOf("proposalAdopt", proposal), { second })).statusCode, 403);
    const analyst = await gate.enter("analyst");
    assert.equal((await analyst.post(pathOf("proposalAdopt", proposal), {})).statusCode, 403);
    assert.equal((await analyst.get(pathOf("proposalLaw", "0".repeat(64)))).statusCode, 404);
  });
});
