import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import type { Command, Effects } from "../command.ts";
import { command as atlas } from "./atlas.ts";
import { command as impact } from "./impact.ts";
import { command as indicators } from "./indicators.ts";
import { command as openness } from "./openness.ts";
import { command as windows } from "./windows.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "twinline-lab-"));
after(() => rmSync(folder, { recursive: true }));

async function ran(command: Command, args: readonly string[], stdin = "") {
  const out: string[] = [];
  const err: string[] = [];
  const effects: Effects = {
    cwd: folder,
    env: {},
    stdin: async () => stdin,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    isTerminal: false,
  };
  const status = await command.run(args, effects);
  return { status, out: out.join("\n"), err: err.join("\n") };
}

const vector = new URL("../../../../conformance/models/smart.json", import.meta.url);
const preference = JSON.stringify(JSON.parse(readFileSync(vector, "utf8")).cases[0].input);

test("openness names the row, its provision and how often a twin is treated otherwise", async () => {
  const { status, out } = await ran(openness, ["khorgos/cn/arrival", "--passports", "KZ"]);
  assert.equal(status, 0);
  assert.match(out, /document_standing, row 2 .*nationality "CN".*S0\/1/);
  assert.match(out, /as KZ \(same-document\): 3 of 12 differ/);
  await assert.rejects(ran(openness, ["khorgos/cn/arrival", "--passports", "Kazakhstan"]), /codes of two letters/);
});

test("windows prints every historic change, the open ones and those by chance", async () => {
  const { status, out } = await ran(windows, []);
  assert.equal(status, 0);
  assert.match(out, /2004-09 +change +Framework agreement: in an open window/);
  assert.match(out, /2015-01 +change +VAT circular: no window/);
  assert.match(out, /2 of 14 in an open window; 2\.7 would be by chance/);
});

test("the atlas answers by neighbour and tells where its roles differ from the source", async () => {
  const { out } = await ran(atlas, ["--neighbour", "KZ", "--roles"]);
  assert.match(out, /Khorgos - Nur Zholy \(road\) \[E140; H\]/);
  assert.match(out, /differs: KASHI/);
  await assert.rejects(ran(atlas, ["--neighbour", "US"]), /takes one of RU, MN/);
});

test("indicators shows doubts and conflicts beside the figures", async () => {
  const { out } = await ran(indicators, ["--draws", "120"]);
  assert.match(out, /BORDER-ZONES-17 2016: about 93000000000 \[S2; M\]/);
  assert.match(out, /2004: 2\.14 .*shown, not computed with/);
  assert.match(out, /area, ICBC, 2012: 5\.28 \[S0\] against 5\.6 \[E2\]/);
});

test("impact shows the working and the tornado, and names a range that is not there", async () => {
  const { status, out } = await ran(impact, ["smart", "--draws", "50"], preference);
  assert.equal(status, 0);
  const answer = JSON.parse(out);
  assert.equal(answer.tornado.bars[0].field, "importDemandElasticity");
  assert.equal(answer.monteCarlo.draws, 50);
  const wrong = await ran(impact, ["smart", "--range", "nothing=1..2"], preference);
  assert.equal(wrong.status, 2);
  assert.match(wrong.err, /Cannot use "nothing" of the input/);
});

test("a file of trade flows is run by line, and its faults are told at their place", async () => {
  const heading = "line,partner,value,tariff_before,tariff_after\n";
  writeFileSync(path.join(folder, "flows.csv"), `${heading}8703,A,100,20%,0\n8703,B,150,20%,20%\n`);
  writeFileSync(path.join(folder, "wrong.csv"), `${heading}8703,A,x,20%,0\n`);
  const good = await ran(impact, ["smart", "--flows", "flows.csv"]);
  assert.ok(Math.abs(JSON.parse(good.out).totals.lairdYeats.tradeDiversion - 13.636363636) < 1e-6);
  const bad = await ran(impact, ["smart", "--flows", "wrong.csv"]);
  assert.equal(bad.status, 1);
  assert.match(bad.err, /^wrong\.csv:2:3: value: a number of 0 or more is expected, not "x"$/);
});
