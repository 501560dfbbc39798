import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { compileSource } from "@twinline/rulebook";
import { tellReasons } from "@twinline/zone";
import type { Command } from "../command.ts";
import { UsageError } from "../command.ts";
import { loadNamed } from "../rulebook-files.ts";
import { command as check } from "./check.ts";
import { command as decide } from "./decide.ts";
import { command as rulebook } from "./rulebook.ts";

const cwd = path.resolve(import.meta.dirname, "../../../../conformance");
const law = ["--rulebooks", "rulebook"];
const facts = {
  residence: "CN",
  age: 30,
  category: "tourist",
  goods_value: 5000,
  goods_mass: "8 kg",
  duty_free_today: 6000,
  passages_today: 1,
  mass_this_month: "0 kg",
};

async function run(command: Command, args: readonly string[], stdin = "") {
  const out: string[] = [];
  const err: string[] = [];
  const effects = {
    cwd,
    env: {},
    stdin: async () => stdin,
    out: (text: string) => out.push(text),
    err: (text: string) => err.push(text),
    isTerminal: false,
  };
  return { status: await command.run(args, effects), out: out.join("\n"), err: err.join("\n") };
}

test("check tells how many rulebooks hold and how many tests passed", async () => {
  const { status, out } = await run(check, ["rulebook"]);
  assert.equal(status, 0);
  assert.match(out, /\n\d+ of \d+ rulebooks hold, \d+ tests passed, \d+ warnings$/);
});

test("a decision is told with its reasons, and as canonical JSON with its hash", async () => {
  const args = ["demo/cn/personal-goods", ...law, "--at", "2025-03-01T15:20+08:00"];
  const told = await run(decide, [...args, "--lang", "ru"], JSON.stringify(facts));
  assert.equal(told.status, 0);
  assert.match(told.out, /К уплате: 130,00\sCNY\./);
  const json = await run(decide, [...args, "--json"], JSON.stringify(facts));
  const answer = JSON.parse(json.out);
  assert.deepEqual(answer.outputs, {
    admission: "admitted",
    desk: "none",
    duty_due: 13_000,
    duty_free: 400_000,
    mass_passed: 8000,
    taxable: 100_000,
  });
  assert.equal(answer.presented.outputs.duty_due, "130.00");
  assert.match(answer.hash, /^[0-9a-f]{64}$/);
  assert.deepEqual([answer.law, answer.legal], ["2025-03-01", "2025-03-01"]);
  assert.deepEqual(
    answer.reasons.at(-2).citations.map(({ provision }: { provision: string }) => provision),
    ["N31/4", "N12/6"],
  );
  assert.equal(json.out, JSON.stringify(answer));
});

test("the legal day is that of the rulebook's zone, and --law names another law date", async () => {
  const args = ["demo/cn/personal-goods", ...law, "--json", "--at"];
  const late = JSON.parse((await run(decide, [...args, "2025-06-30T18:00Z"], JSON.stringify(facts))).out);
  assert.deepEqual([late.legal, late.law, late.outputs.duty_due], ["2025-07-01", "2025-07-01", 15_000]);
  const old = JSON.parse(
    (await run(decide, [...args, "2025-06-30T18:00Z", "--law", "2025-01-01"], JSON.stringify(facts))).out,
  );
  assert.deepEqual([old.legal, old.law, old.outputs.duty_due], ["2025-07-01", "2025-01-01", 13_000]);
});

test("what cannot be answered is told and ends with status 1", async () => {
  const { residence: _, ...less } = facts;
  const args = ["demo/cn/personal-goods", ...law, "--at", "2025-03-01T15:20+08:00"];
  const told = await run(decide, args, JSON.stringify(less));
  assert.equal(told.status, 1);
  assert.match(told.out, /^No answer: country of residence is missing\./);
  const json = JSON.parse((await run(decide, [...args, "--json"], JSON.stringify(less))).out);
  assert.deepEqual(json.unanswerable, { reason: "missing-fact", name: "residence" });
});

test("misspelled facts, unknown rulebooks and bad instants are usage, and are told", async () => {
  const misspelled = await run(decide, ["demo/cn/personal-goods", ...law], JSON.stringify({ ...facts, agee: 3 }));
  assert.deepEqual([misspelled.status, misspelled.out], [2, ""]);
  assert.match(misspelled.err, /the nearest is "age"/);
  for (const args of [
    [],
    ["demo/none", ...law],
    ["demo/cn/personal-goods", ...law, "--at", "yesterday"],
    ["demo/cn/personal-goods", ...law, "--lang", "fr"],
  ]) {
    await assert.rejects(run(decide, args, JSON.stringify(facts)), UsageError);
  }
  await assert.rejects(run(decide, ["demo/cn/personal-goods", ...law], "not JSON"), UsageError);
});

test("a rulebook may be a file of its own", async () => {
  const args = ["rulebook/demo/cn/personal-goods.yaml", "--at", "2025-03-01T15:20+08:00"];
  assert.equal((await run(decide, args, JSON.stringify(facts))).status, 0);
});

test("diff tells what a reform changes, figure by figure", async () => {
  const { status, out } = await run(rulebook, ["diff", "demo/cn/personal-goods", "demo/cn/allowance-2027", ...law]);
  assert.equal(status, 0);
  const told = out.replaceAll("\u00a0", " ");
  assert.match(told, /allowance \(China\), since 1 January 2027: CNY 10,000\.00 becomes CNY 12,000\.00\./);
  assert.match(told, /minimum charge, since 1 January 2027: CNY 50\.00 becomes CNY 100\.00\./);
  assert.match(told, /The rule "limit" is changed since 1 January 2027\./);
  assert.equal(out.split("\n").length, 3);
  assert.equal((await run(rulebook, ["diff", "demo/cn/personal-goods", "demo/cn/personal-goods", ...law])).out, "");
});

test("as-of tells the figures and rules in force on a day", async () => {
  const { out } = await run(rulebook, ["as-of", "2025-08-01", "demo/cn/personal-goods", ...law, "--lang", "zh"]);
  assert.match(out, /duty rate = 15%\s+2024年第31号公告第3条（自2025年7月1日起）/);
  assert.equal((await run(rulebook, ["as-of", "2023-08-01", "demo/cn/personal-goods", ...law])).status, 1);
});

test("the canonical answer tells decision and reasons as the node does, rulebooks that judge nobody included", async () => {
  for (const [name, given] of [
    ["demo/cn/personal-goods", facts],
    ["khorgos/cn/departure", { inside: false, same_gate: true, stay_days: 0, watch: "none" }],
  ] as const) {
    const folder = name.startsWith("demo") ? law : ["--rulebooks", "../rulebooks"];
    const { out } = await run(decide, [name, ...folder, "--json", "--at", "2025-06-10T07:00Z"], JSON.stringify(given));
    const { decision, reasons } = JSON.parse(out);
    const loaded = loadNamed(cwd, name, folder[1]);
    assert.ok("rulebook" in loaded);
    const { rulebook } = loaded;
    const told = tellReasons({ rulebook, decide: compileSource(rulebook) }, decision);
    assert.deepEqual(reasons, JSON.parse(JSON.stringify(told)));
    assert.ok(reasons.length > 0 && reasons.every(({ rule }: { rule: string }) => rule !== "verdict"));
  }
});
