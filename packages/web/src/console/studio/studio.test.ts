import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { checkFiles } from "@twinline/rulebook/check";
import { englishName, rewrittenExample, writtenRule } from "./base-text.ts";
import { addChange, draftSource, newDraft, readChanges, removeChange, replaceExample, setField } from "./draft-text.ts";
import { judgeDraft } from "./judge-draft.ts";
import { findProvision, hashText, lawOf } from "./law.ts";
import { startOfChange } from "./start-of-change.ts";
import { readTable, setCell, writeTable } from "./table-text.ts";

const RULEBOOKS = path.resolve(import.meta.dirname, "../../../../../rulebooks");
const NAME = "khorgos/cn/departure";
const DRAFT = "khorgos/cn/draft";
const names = globSync(["khorgos/cn/departure.yaml", "khorgos/cn/instruments/*.md"], { cwd: RULEBOOKS });
const files = new Map(names.map((name) => [name, readFileSync(path.join(RULEBOOKS, name), "utf8")]));
const checked = checkFiles(files, NAME, hashText);
assert.ok("rulebook" in checked);
const law = lawOf(checked.rulebook, files);

function raised(figure: string, from = "2025-01-01"): string {
  const empty = newDraft(DRAFT, law.rulebook, "2027-01-01");
  const fields = new Map([
    ["is", figure],
    ["source", draftSource(empty)],
  ]);
  return addChange(empty, { kind: "parameter", name: "daily_allowance", from, fields });
}

test("a raised allowance is judged as it is typed: the examples that fail, and the sentences of the difference", () => {
  const judged = judgeDraft(law, DRAFT, raised("12000"));
  assert.ok(judged.rulebook);
  assert.equal(judged.holds, false);
  const [first] = judged.examples.filter(({ failures }) => failures.length > 0);
  assert.equal(englishName(first!.test), "divisible goods of 9,500 pay 20 % on 1,500");
  assert.match(first!.failures[0]!, /"reason" is "ok", "tax_due" is expected/);
  assert.equal(first!.before?.kind, "decided");
  assert.deepEqual(
    judged.changes.map(({ text }) => text.en),
    ["duty-free allowance of the day, since 1 January 2025: CNY\u00a08,000.00 becomes CNY\u00a012,000.00."],
  );
});

test("examples that the law changes are replaced by what the draft decides, until the draft holds", () => {
  let text = raised("12000");
  for (const example of judgeDraft(law, DRAFT, text).examples) {
    if (example.failures.length === 0) continue;
    text = replaceExample(text, englishName(example.test), rewrittenExample(law, example)!);
  }
  const judged = judgeDraft(law, DRAFT, text);
  assert.deepEqual(
    judged.findings.filter(({ severity }) => severity === "error"),
    [],
  );
  assert.equal(judged.holds, true);
});

test("a fault has its line, and a text that is no YAML is left alone by the form", () => {
  const { findings, holds } = judgeDraft(law, DRAFT, raised("a lot"));
  const fault = findings.find(({ severity }) => severity === "error");
  assert.deepEqual([holds, fault?.id, fault?.at.file, fault?.at.line], [false, "file/value", `${DRAFT}.yaml`, 8]);
  const broken = "change: [";
  assert.equal(readChanges(broken), undefined);
  assert.equal(setField(broken, 0, "is", "1"), broken);
});

test("the form changes its own field and keeps what was typed by hand, remarks included", () => {
  const typed = raised("12000").replace("change:", "# why: the year of the fair\nchange:");
  const text = setField(setField(typed, 0, "is", "9500.50"), 0, "from", "2024-06-01");
  assert.match(text, /# why: the year of the fair/);
  assert.match(text, /\{parameter: daily_allowance, from: 2024-06-01, is: 9500\.50, source: DRAFT\/1\}/);
  assert.match(text, /in_force: 2024-06-01/);
  assert.deepEqual(readChanges(removeChange(text, 0)), []);
});

test("a cell of a table is changed in the draft, and the table stays laid out", () => {
  const written = writtenRule(law, "verdict", "2025-01-01");
  const table = setCell(readTable(written.get("table")!), 2, 1, '"refuse"');
  const fields = new Map([...written, ["table", writeTable(table)]]);
  const empty = newDraft(DRAFT, law.rulebook, "2025-01-01");
  const text = addChange(empty, { kind: "rule", name: "verdict", from: "2025-01-01", fields });
  assert.match(text, /table: \|\n {6}reason/);
  const judged = judgeDraft(law, DRAFT, text);
  assert.ok(judged.rulebook, JSON.stringify(judged.findings));
  assert.ok(judged.examples.some(({ failures }) => failures.some((one) => /"verdict" is "refuse"/.test(one))));
  assert.equal(writeTable(readTable(written.get("table")!)), written.get("table"));
});

test("whatever part of the law is taken into a draft, it begins as what is in force, and only that is its fault", () => {
  const { parameters, rules } = law.rulebook;
  for (const { name } of [...parameters, ...rules]) {
    const empty = newDraft(DRAFT, law.rulebook, "2027-01-01");
    const start = startOfChange(law, empty, name, "2027-01-01");
    assert.ok(start, name);
    const { findings } = judgeDraft(law, DRAFT, addChange(empty, start));
    const faults = findings.filter(({ severity }) => severity === "error").map(({ id }) => id);
    assert.deepEqual(faults, ["reform/no-effect"], name);
    assert.equal(
      startOfChange(law, addChange(empty, start), name, "2027-01-01"),
      undefined,
      "It is in the draft already",
    );
  }
});

test("a citation leads to the held words of its provision, and to what the file says of its own confidence", () => {
  const found = findProvision(law, { instrument: "E7_GH15", provision: "1" });
  assert.match(found!.text!, /^Travellers who go from the centre into China may carry articles worth CNY 8,000/);
  assert.match(found!.head, /Confidence: high/);
  assert.equal(findProvision(law, { instrument: "NONE", provision: "1" }), undefined);
});

test("A draft over a law that has adopted drafts before names its act anew", () => {
  const adopted = { ...law.rulebook, instruments: [...law.rulebook.instruments, { id: "DRAFT" }] };
  const empty = newDraft(DRAFT, adopted, "2027-01-01");
  assert.match(empty, /^ {2}DRAFT_2:$/m);
  assert.equal(draftSource(empty), "DRAFT_2/1");
  const fields = new Map([["is", "12000"]]);
  const text = addChange(empty, { kind: "parameter", name: "daily_allowance", from: "2026-03-01", fields });
  assert.match(text, /in_force: 2026-03-01/);
});

test("A law whose file has other words than were checked is not opened", () => {
  const other = new Map([...files, [`${NAME}.yaml`, "rulebook: other\n"]]);
  assert.throws(() => lawOf(law.rulebook, other), /another hash/);
});
