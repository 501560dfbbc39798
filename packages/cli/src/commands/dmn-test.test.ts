import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { type Command, type Effects, UsageError } from "../command.ts";
import { command as dmnExport } from "./dmn-export.ts";
import { command as dmnImport } from "./dmn-import.ts";
import { command as dmnTest } from "./dmn-test.ts";

const folder = mkdtempSync(path.join(tmpdir(), "twinline-dmn-"));
after(() => rmSync(folder, { recursive: true }));

async function run(command: Command, ...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const effects: Effects = {
    cwd: folder,
    env: {},
    stdin: async () => "",
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    isTerminal: false,
  };
  return { status: await command.run(args, effects), out: out.join("\n"), err: err.join("\n") };
}

const decision = (name: string, text: string) =>
  `<decision id="${name}" name="${name}"><literalExpression><text>${text}</text></literalExpression></decision>`;

function writeSuite(name: string, decisions: string, expected: { readonly [name: string]: string }): void {
  const suite = path.join(folder, "suites", name);
  mkdirSync(suite, { recursive: true });
  const results = Object.entries(expected).map(
    ([node, value]) =>
      `<resultNode name="${node}" type="decision"><expected><value xsi:type="xsd:decimal">${value}</value></expected></resultNode>`,
  );
  writeFileSync(
    path.join(suite, `${name}.dmn`),
    `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">${decisions}</definitions>`,
  );
  writeFileSync(
    path.join(suite, `${name}-test-01.xml`),
    `<testCases xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><modelName>${name}.dmn</modelName>
      <testCase id="001">${results.join("")}</testCase></testCases>`,
  );
}

test("suites are counted result by result, the refused with their reasons", async () => {
  writeSuite("a", decision("x", "1 + 1") + decision("y", "for i in [1] return i"), { x: "2", y: "1" });
  const { status, out } = await run(dmnTest, "suites");
  assert.equal(status, 0);
  assert.deepEqual(out.split("\n"), [
    "a: passed 1, refused 1, failed 0; outside the profile: for-loops (1)",
    "passed 1, refused 1, failed 0",
  ]);
});

test("a planted wrong expectation, and tests that cannot be read, are failures", async () => {
  writeSuite("b", decision("x", "1 + 1"), { x: "3" });
  writeFileSync(path.join(folder, "suites", "b", "b-test-02.xml"), "<testCases>");
  const { status, out } = await run(dmnTest, "suites");
  assert.equal(status, 1);
  assert.match(out, /b: passed 0, refused 0, failed 2\n {2}failed: case 001, "x": expected 3, got 2\n/);
  assert.match(out, /passed 1, refused 1, failed 2$/);
});

test("suites of any layout are counted: other names, several models in one folder, models that are not there", async () => {
  const odd = path.join(folder, "odd", "deep", "er");
  mkdirSync(odd, { recursive: true });
  const head = 'xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:m"';
  for (const name of ["one", "two"])
    writeFileSync(
      path.join(odd, `${name}.dmn`),
      `<definitions ${head} name="${name}">${decision(name, "1")}</definitions>`,
    );
  const tests = (model: string, node: string, expected: string) =>
    `<?xml version="1.0"?><tc:testCases xmlns:tc="urn:tc" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><tc:modelName>${model}</tc:modelName><tc:testCase id="1"><tc:resultNode name="${node}"${expected}</tc:testCase></tc:testCases>`;
  const one = '><tc:expected><tc:value xsi:type="xsd:unsignedByte">1</tc:value></tc:expected></tc:resultNode>';
  writeFileSync(path.join(odd, "one-tests.xml"), tests("one.dmn", "one", one));
  writeFileSync(path.join(odd, "two-test-01.xml"), tests("sub/two.dmn", "two", one));
  writeFileSync(path.join(odd, "gone-test-01.xml"), tests("gone.dmn", "gone", one));
  writeFileSync(path.join(odd, "error-test-01.xml"), tests("two.dmn", "three", ' errorResult="true"/>'));
  writeFileSync(path.join(odd, "notes.xml"), "<notes>testCases</notes>");
  const { status, out } = await run(dmnTest, "odd");
  assert.equal(status, 0);
  assert.match(out, /^deep\/er: passed 2, refused 2, failed 0; /);
  assert.match(out, /Cannot find the decision "three"/);
  assert.match(out, /Cannot find the model "gone.dmn"/);
});

test("a folder without suites, or no folder, is a mistake of usage", async () => {
  mkdirSync(path.join(folder, "empty"), { recursive: true });
  await assert.rejects(run(dmnTest, "empty"), UsageError);
  await assert.rejects(run(dmnTest, "absent"), UsageError);
  await assert.rejects(run(dmnTest), UsageError);
});

test("an exported rulebook is written to a file, and its tables are imported again", async () => {
  const exported = await run(dmnExport, "khorgos/cn/departure", "--at", "2025-06-10", "--out", "departure.dmn");
  assert.deepEqual(exported, { status: 0, out: "", err: "" });
  assert.match(readFileSync(path.join(folder, "departure.dmn"), "utf8"), /^<\?xml .+\n<definitions /);
  const { status, out } = await run(dmnImport, "departure.dmn", "--table", "verdict");
  assert.equal(status, 0);
  assert.match(
    out,
    /^rules:\n {2}verdict:\n {4}hit: unique\n {4}table: \|\n {6}reason +\| => verdict\n {6}"ok", "tax_due"/,
  );
});

test("an export before the rulebook begins, and an import of what is not there, are told", async () => {
  const early = await run(dmnExport, "khorgos/cn/departure", "--at", "2001-01-01");
  assert.equal(early.status, 1);
  assert.match(early.err, /before 2012-04-18/);
  const absent = await run(dmnImport, "departure.dmn", "--table", "nothing");
  assert.equal(absent.status, 1);
  assert.match(absent.err, /there is no decision "nothing"/);
  await assert.rejects(run(dmnExport, "khorgos/cn/departure", "--edition", "9"), UsageError);
  await assert.rejects(run(dmnImport, "departure.dmn"), UsageError);
});
