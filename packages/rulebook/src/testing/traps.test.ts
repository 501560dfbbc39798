import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { compileClosures } from "../compile/closures/compile-closures.ts";
import { compileSource } from "../compile/source/compile-source.ts";
import { compileSql } from "../compile/sql/compile-sql.ts";
import { generateInput } from "./generated-inputs.ts";
import { generateRulebook } from "./generated-rulebook.ts";
import { randomOf } from "./random.ts";
import { checkSmall, label } from "./small-rulebook.ts";

const dialects = ["duckdb", "postgres", "clickhouse"] as const;
const source = path.resolve(import.meta.dirname, "..");

test("every trap has its test", () => {
  const index = readFileSync(path.join(source, "../TRAPS.md"), "utf8");
  const rows = [...index.matchAll(/^\| (T\d+) \|[^|]*\| `([^`]+)` \| (.+) \|$/gm)];
  assert.deepEqual(
    rows.map(([, trap]) => trap),
    Array.from({ length: 23 }, (_, number) => `T${number + 1}`),
  );
  for (const [, trap, file, name] of rows) {
    const text = readFileSync(path.join(source, file!), "utf8");
    assert.ok(text.includes(`test("${name}"`) || text.includes(`id: "${name}"`), `${trap}: ${file} has no "${name}"`);
  }
});

/** SQL of generated rulebooks without the texts of the law. */
function sqlTexts(): string[] {
  return Array.from({ length: 10 }, (_, seed) => generateRulebook(randomOf(seed))).flatMap((rulebook) =>
    dialects.map((dialect) => {
      const { text } = compileSql(rulebook, dialect, { source: "history", windows: ["used"], rows: true });
      return text.replaceAll(/'(?:[^'\\]|''|\\.)*'/g, "''");
    }),
  );
}

test("no dialect is given a construct that an engine reads differently", () => {
  for (const text of sqlTexts()) {
    assert.doesNotMatch(text, /list_reduce|arrayFold|\blag\(|\bjoin\b|grouping sets|qualify|lateral|avg\(|\/ 0\b/i);
  }
});

test("a compiled rulebook reads no text again", (t) => {
  const random = randomOf(7);
  const rulebook = generateRulebook(random);
  const { facts, counters, days } = generateInput(rulebook, random);
  const compiled = [compileSource(rulebook), compileClosures(rulebook)];
  const parse = t.mock.method(RegExp.prototype, "exec");
  const make = t.mock.method(globalThis, "Function");
  for (const decide of compiled) assert.ok(decide(facts, counters, days).kind);
  assert.equal(parse.mock.callCount() + make.mock.callCount(), 0);
});

const small = checkSmall({
  facts: `  n: {type: integer, range: 0..9, ${label}}\n  maybe: {type: integer, range: 1..9, optional: true, ${label}}`,
  counters: "  before: {kind: facts, sum: maybe, per: [person, legal_day], range: 0..1000, source: N/1}",
  rules: '  result: {type: integer, is: "min(n, default(maybe, 1)) + before", source: N/1}',
});

test("an optional fact is never NULL where values are compared or joined", () => {
  assert.deepEqual(small.errors, []);
  const unguarded = checkSmall({
    facts: `  n: {type: integer, range: 0..9, ${label}}\n  maybe: {type: integer, range: 1..9, optional: true, ${label}}`,
    rules: '  result: {type: integer, is: "min(n, maybe)", source: N/1}',
  });
  assert.deepEqual(
    unguarded.errors.map(({ id }) => id),
    ["optional/unguarded"],
  );
  for (const dialect of dialects) {
    const { text } = compileSql(small.rulebook, dialect, { source: "history" });
    assert.match(text, /least\("n", coalesce\("maybe", [^)]*\)/);
  }
});

test("the first event of a partition has counted nothing", () => {
  for (const dialect of dialects) {
    const { text } = compileSql(small.rulebook, dialect, { source: "history", windows: ["before"] });
    const sums = text.match(/sum\(/g) ?? [];
    const guarded = text.match(/coalesce\(sum\(/g) ?? [];
    assert.ok(sums.length > 0);
    assert.equal(guarded.length, sums.length, text);
  }
});

test("no SELECT reads a name that it makes itself", () => {
  for (const text of sqlTexts()) {
    for (const level of text.split(/\bFROM\b/)) {
      const list = level.slice(level.lastIndexOf("SELECT"));
      const made = [...list.matchAll(/ AS ("[^"]+")/g)].map(([, name]) => name!);
      const rest = list.replaceAll(/ AS "[^"]+"/g, "");
      for (const name of made) assert.ok(!rest.includes(name), `${name} is made and read in one SELECT: ${list}`);
    }
  }
});
