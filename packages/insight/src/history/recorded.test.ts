import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { exampleReform, goods, loadBase, loadReform } from "../replay/policies.fixture.ts";
import { replay } from "../replay/replay.ts";
import { type RecordedLine, writeRecorded } from "./recorded.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "twinline-recorded-"));
after(() => rmSync(folder, { recursive: true }));

const base = loadBase();
const reform = loadReform(exampleReform());

function line(passage: number, at: number, value: number, others: object = {}): RecordedLine {
  const facts = {
    inside: true,
    same_gate: true,
    stay_days: 1,
    watch: "none",
    goods_value: value,
    goods_class: "class_20",
    indivisible: false,
    goods_mass: 500,
    never_exempt: false,
    ...others,
  };
  const known = { gate: "CN-1", person: "token", nationality: "KZ", hs: "4202", category: "bag" };
  return { ...known, passage, line: at, second: passage, day: 20_000, facts };
}

async function replayed(lines: readonly RecordedLine[]) {
  const history = path.join(folder, "journal.parquet");
  assert.equal(await writeRecorded(history, base.facts, lines), lines.length);
  return replay({ history, recorded: true, base, reform, goods, by: ["residence"], burden: "tax" });
}

test("a journal is replayed on the facts that the gate decided on", async () => {
  const result = await replayed([line(5, 1, 700_000, { watch: "refer" }), line(7, 1, 700_000), line(9, 1, 700_000)]);
  // The referred line uses nothing; then 7,000 and 1,000 are free by the law, 7,000 and 5,000 by the reform.
  assert.deepEqual(result.totals.amounts.duty_free, { base: 1_500_000, reform: 1_900_000 });
  assert.deepEqual(result.outcomes.verdict, {
    admit: { base: 2, reform: 2 },
    refer: { base: 1, reform: 1 },
  });
  assert.equal(result.caveats.length, 1);
});

test("values beyond 32 bits stay exact", async () => {
  const { totals } = await replayed([line(1, 1, 9_999_999_999)]);
  assert.equal(totals.amounts.taxable!.base, 9_999_999_999 - 800_000);
});

test("a fact that was not recorded makes the decision unanswerable, and is never taken for a no", async () => {
  for (const name of ["inside", "goods_value", "goods_class"]) {
    const { unanswered, outcomes } = await replayed([line(1, 1, 100, { [name]: undefined }), line(2, 1, 100)]);
    assert.deepEqual(
      unanswered.map(({ policy, reason, name: fact, lines }) => [policy, reason, fact, lines]),
      [
        ["base", "missing-fact", name, 1],
        ["reform", "missing-fact", name, 1],
      ],
    );
    assert.equal(outcomes.verdict!.unanswered!.base, 1);
  }
});
