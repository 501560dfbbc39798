import assert from "node:assert/strict";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import type { CheckedRulebook } from "@twinline/rulebook";
import { load } from "@twinline/rulebook/load";
import { dayNumber } from "@twinline/zone";
import { writeRecorded } from "../history/recorded.ts";
import { generateTraffic } from "../traffic/generate.ts";
import { writeTraffic } from "../traffic/parquet.ts";
import { exampleSample } from "./example-sample.ts";
import type { TwinEvent } from "./history-counters.ts";
import { historySample } from "./history-sample.ts";
import { opennessOf } from "./openness.ts";
import { compareSides } from "./sides.ts";
import { PASSPORTS_MAX, twins } from "./twins.ts";

const LAW = path.join(import.meta.dirname, "../../../../rulebooks");
const files = new Map(
  globSync("khorgos/*/{arrival.yaml,instruments/*.md}", { cwd: LAW }).map((file) => [
    file.split(path.sep).join("/"),
    readFileSync(path.join(LAW, file), "utf8"),
  ]),
);

function rulebookOf(name: string, all: ReadonlyMap<string, string> = files): CheckedRulebook {
  const loaded = load(all, name);
  if ("findings" in loaded) throw new Error(loaded.findings.map(({ sentence }) => sentence).join("\n"));
  return loaded.rulebook;
}

const arrival = rulebookOf("khorgos/cn/arrival");
const folder = mkdtempSync(path.join(os.tmpdir(), "twinline-openness-"));
after(() => rmSync(folder, { recursive: true }));

/** A toy law: citizens of CN may carry 100, others 60 a day; what is above is taxed by half. */
const TOY = `rulebook: toy/openness
language: 1
side: CN
decides: departure
clock: {zone: Asia/Shanghai, law: event}
covers: {from: 2020-01-01}
label: {en: t, zh: t, kk: t, ru: t}
instruments:
  N:
    cite: {en: "notice {n}", zh: "notice {n}", kk: "notice {n}", ru: "notice {n}"}
    in_force: 2020-01-01
codes:
  verdict: {admit: {en: a, zh: a, kk: a, ru: a}, refer: {en: r, zh: r, kk: r, ru: r}}
facts:
  nationality: {type: country, of: person, label: {en: n, zh: n, kk: n, ru: n}}
  goods: {type: integer, range: 0..1000, label: {en: g, zh: g, kk: g, ru: g}}
parameters:
  limit:
    type: integer
    by: nationality
    label: {en: l, zh: l, kk: l, ru: l}
    values: [{from: 2020-01-01, CN: 100, other: 60, source: N/1, confidence: low}]
  half: {type: integer, label: {en: h, zh: h, kk: h, ru: h}, values: [{from: 2020-01-01, is: 2, source: N/6}]}
  much: {type: integer, label: {en: m, zh: m, kk: m, ru: m}, values: [{from: 2020-01-01, is: 500, source: N/6}]}
counters:
  used_today: {kind: feedback, sum: free, per: [person, legal_day], range: 0..1000000, source: N/2, label: {en: u, zh: u, kk: u, ru: u}}
rules:
  free: {type: integer, is: "max(0, min(goods, limit - used_today))", source: N/3, label: {en: f, zh: f, kk: f, ru: f}}
  tax: {type: integer, is: "round_half_up((goods - free) / half)", source: N/4, label: {en: t, zh: t, kk: t, ru: t}}
  verdict: {type: code verdict, is: 'if goods > much then "refer" else "admit"', source: N/5, label: {en: v, zh: v, kk: v, ru: v}}
outputs: [free, tax, verdict]
tests:
  - it: {en: one}
    at: 2025-06-10T11:00+08:00
    facts: {nationality: CN, goods: 120}
    expect: {free: 100, tax: 10, verdict: admit}
  - it: {en: two}
    at: 2025-06-10T11:00+08:00
    facts: {nationality: KZ, goods: 600}
    expect: {free: 60, tax: 270, verdict: refer}
`;
const toy = rulebookOf("toy/openness", new Map([["toy/openness.yaml", TOY]]));

function event(person: number, passage: number, nationality: string, goods: number): TwinEvent {
  const day = dayNumber("2025-06-10");
  return { person, visit: passage, passage, line: 1, days: { law: day, legal: day }, facts: { nationality, goods } };
}

test("the law's own text tells which outputs depend on nationality, by which rules and under which provision", () => {
  const { outputs, readings, facts } = opennessOf(toy, dayNumber("2025-06-10"));
  assert.deepEqual(
    facts.map(({ name, how }) => [name, how]),
    [["nationality", "country"]],
  );
  assert.deepEqual(
    outputs.map(({ output, dependsOn, path: way }) => [output, dependsOn, way]),
    [
      ["free", ["nationality"], ["free", "limit"]],
      ["tax", ["nationality"], ["tax", "free", "limit"]],
      ["verdict", [], []],
    ],
  );
  assert.deepEqual(
    readings.map(({ rule, through, parameter, provisions }) => [rule, through, parameter, provisions[0]]),
    [["free", "parameter", "limit", { id: "N/1", cite: texts("notice 1"), confidence: "low" }]],
  );
});

function texts(en: string) {
  return { zh: en, kk: en, ru: en, en };
}

test("rows of the shipped arrival law that read nationality are named with their provision", () => {
  const { readings, outputs } = opennessOf(arrival, dayNumber("2025-06-10"));
  const permit = readings.find(({ rule, row }) => rule === "document_standing" && row === 2)!;
  assert.deepEqual(permit.cells, { document: '"exit_entry_permit"', nationality: '"CN"' });
  assert.deepEqual(
    permit.provisions.map(({ id }) => id),
    ["S0/1"],
  );
  assert.deepEqual(outputs.find(({ output }) => output === "stay_days_allowed")!.dependsOn, []);
});

test("twins carry counters of their own: the second carry of a day is judged by what the twin used", () => {
  const events = [event(1, 1, "CN", 80), event(1, 2, "CN", 80), event(2, 3, "KZ", 10)];
  const { passports, provisions } = twins({ rulebook: toy, events, kind: "history", passports: ["KZ"] });
  const [asKz] = passports;
  assert.deepEqual([asKz!.compared, asKz!.different], [2, 2]);
  const amount = (output: string) => asKz!.outputs.find((one) => one.output === output)!.amount;
  // As CN 80 and then 20 are free, as KZ 60 and then nothing.
  assert.deepEqual(amount("free"), { own: 100, twin: 60 });
  assert.deepEqual(amount("tax"), { own: 30, twin: 50 });
  assert.deepEqual(
    provisions.map(({ rule, events: count, provisions: cited }) => [rule, count, cited.map(({ id }) => id)]),
    [["free", 2, ["N/1", "N/3"]]],
  );
});

test("a twin that is allowed more goes on from what the twin used, not from what the traveller used", () => {
  const events = [event(1, 1, "KZ", 80), event(1, 2, "KZ", 80)];
  const { passports } = twins({ rulebook: toy, events, kind: "history", passports: ["CN"] });
  assert.deepEqual(passports[0]!.outputs[0]!.amount, { own: 60, twin: 100 });
});

test("every twin decision is the compiled law's own, and can be opened with both explanations", () => {
  const events = exampleSample(toy);
  const { examples, passports, caveats } = twins({ rulebook: toy, events, kind: "examples", passports: ["KZ", "CN"] });
  assert.deepEqual(
    passports.map(({ passport, compared, different }) => [passport, compared, different]),
    [
      ["KZ", 1, 1],
      ["CN", 1, 1],
    ],
  );
  assert.deepEqual(examples[0]!.outputs, ["free", "tax"]);
  assert.deepEqual(examples[0]!.own.outputs, { free: 100, tax: 10, verdict: "admit" });
  assert.deepEqual(examples[0]!.twin.outputs, { free: 60, tax: 30, verdict: "admit" });
  assert.ok(examples[0]!.twin.explanation.length > 0);
  assert.equal(caveats.length, 2);
});

test("a rulebook that reads no country has no twins, and passports are bounded", () => {
  const blind = { ...toy, facts: toy.facts.filter(({ type }) => type.kind !== "country") };
  assert.throws(() => twins({ rulebook: blind, events: exampleSample(toy), kind: "examples", passports: ["KZ"] }), {
    id: "openness/origin-fact",
  });
  const many = Array.from({ length: PASSPORTS_MAX + 1 }, () => "KZ");
  const job = { rulebook: toy, events: exampleSample(toy), kind: "examples" } as const;
  assert.equal(twins({ ...job, passports: many.slice(1) }).passports.length, PASSPORTS_MAX);
  assert.throws(() => twins({ ...job, passports: many }), { id: "openness/passport" });
  assert.throws(() => twins({ ...job, events: [], passports: ["KZ"] }), { id: "openness/history" });
});

test("a recorded journal is a sample on the facts that the gate decided on, arrivals too", async () => {
  const file = path.join(folder, "recorded.parquet");
  const facts = { document: "passport", nationality: "KZ", age: 34, document_days_left: 900, watch: "none" };
  const line = {
    ...{ passage: 5, line: 0, second: 1, day: dayNumber("2025-06-10"), gate: "CN-1", person: "token", hs: "" },
    ...{ category: "", nationality: "KZ", facts: { ...facts, guardian: false, inside: false } },
  };
  await writeRecorded(file, arrival.facts, [line]);
  const events = await historySample(arrival, { file, events: 10, goods: {} });
  assert.deepEqual(
    events.map(({ passage, facts: read }) => [passage, read]),
    [[5, line.facts]],
  );
});

test("over a history the Chinese gate admits a permit of its own country alone, and any passport alike", async () => {
  const file = path.join(folder, "traffic.parquet");
  const from = new Temporal.PlainDate(2025, 6, 2);
  await writeTraffic(file, "CN-1", generateTraffic({ passages: 3_000, from, seed: 7 }));
  const events = await historySample(arrival, { file, events: 600, goods: {} });
  assert.ok(events.length > 400 && events.length <= 600);
  const { passports, provisions } = twins({ rulebook: arrival, events, kind: "history", passports: ["KZ"] });
  const [same, own] = passports;
  assert.deepEqual(
    provisions.map(({ rows, provisions: cited }) => [rows, cited.map(({ id }) => id)]),
    [["2 / 8", ["S0/1", "HOUSE/3"]]],
  );
  const permits = events.filter(({ facts }) => facts.document === "exit_entry_permit").length;
  assert.equal(same!.different, permits);
  assert.equal(own!.different, 0);
  const other = rulebookOf("khorgos/kz/arrival");
  const sides = compareSides(
    { rulebook: arrival, events },
    { rulebook: other, events: await historySample(other, { file, events: 600, goods: {} }) },
  );
  assert.deepEqual([sides.compared, sides.different], [events.length, permits]);
});
