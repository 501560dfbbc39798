import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { routes } from "@twinline/api";
import { rebuildState } from "../entries/rebuild.ts";
import { openGate } from "../passages/test-gate.ts";

const BASE = "khorgos/cn/departure";
const NAME = "khorgos/cn/allowance-12000";
const words = "{en: Draft {n}, zh: 草案{n}, kk: Жоба {n}, ru: Проект {n}}";

function reform(hash: string, figure: string): string {
  return [
    `reform: ${NAME}`,
    `base: ${BASE}@sha256:${hash}`,
    `instruments: {DRAFT: {cite: ${words.replaceAll(/(\w\w): ([^,}]*\{n\})/g, '$1: "$2"')}, in_force: 2027-01-01}}`,
    "change:",
    `  - {parameter: daily_allowance, from: 2027-01-01, is: ${figure}, source: DRAFT/1}`,
    "",
  ].join("\n");
}

describe("A reform", () => {
  test("is saved by who may propose, listed, and read again word for word; it changes no law", async () => {
    await using gate = await openGate();
    const analyst = await gate.enter("analyst");
    const law = (await analyst.get(routes.proposals.path)).json();
    const { hash } = law.bases.find(({ name }: { name: string }) => name === BASE);
    assert.deepEqual(law.may.toSorted(), ["advance", "note", "propose", "read", "replay"]);
    const text = reform(hash, "12000");
    const saved = await analyst.post(routes.proposalAdd.path, { name: NAME, text });
    assert.equal(saved.json().reason, "proposed", saved.body);
    const id = createHash("sha256").update(text).digest("hex");
    const after = (await analyst.get(routes.proposals.path)).json();
    const { number } = saved.json().receipt;
    assert.deepEqual(after.rows, [{ name: NAME, hash: id, base: BASE, baseHash: hash, entry: number }]);
    assert.deepEqual(after.bases, law.bases);
    const read = await analyst.get(routes.proposal.path.replace(":hash", id));
    assert.deepEqual(read.json(), { name: NAME, hash: id, text });
    const again = await analyst.post(routes.proposalAdd.path, { name: NAME, text });
    assert.deepEqual([again.json().outcome, again.json().reason], ["refused", "same_text"]);
    const { connection } = gate.fresh;
    const report = await rebuildState(connection, { ...gate.spine, rulebooks: gate.spine.world().rulebooks });
    assert.equal(report.same, true, "Proposals are a fold over the journal like all state");
    assert.equal(report.tables.find(({ table }) => table === "proposal")?.rebuilt, 1);
  });

  test("that does not hold, or is no reform, is not saved; and not everybody proposes", async () => {
    await using gate = await openGate();
    const analyst = await gate.enter("analyst");
    const path = routes.rulebookFiles.path.replace(":zone/:side/:name", BASE);
    const { hash, files } = (await analyst.get(path)).json();
    const post = (text: string, name = NAME) => analyst.post(routes.proposalAdd.path, { name, text });
    const types = [
      (await post(reform(hash, "8000"))).json().type,
      (await post(reform("0".repeat(64), "12000"))).json().type,
      (await post(files.find((file: { path: string }) => file.path === `${BASE}.yaml`).text, BASE)).json().type,
      (await post("base: khorgos/cn/nothing@sha256:0")).json().type,
    ];
    assert.deepEqual(types, ["rulebook/faults", "rulebook/faults", "proposal/not-reform", "rulebook/not-published"]);
    const officer = await gate.enter("gate_officer");
    const refused = await officer.post(routes.proposalAdd.path, { name: NAME, text: reform(hash, "12000") });
    assert.equal(refused.statusCode, 403);
  });
});
