import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import { checkSmall, label, type SmallParts } from "../testing/small-rulebook.ts";
import { compileClosures } from "./closures/compile-closures.ts";
import type { Decision, Facts } from "./decision.ts";
import { compileSource } from "./source/compile-source.ts";

const words = label.slice("label: ".length);
const codes = Array.from({ length: 12 }, (_, index) => `k${index}`);
const countries = ["CN", "KZ", "KG", "UZ", "RU", "MN", "LA", "TJ", "TM", "AF"];
const keyed = (keys: readonly string[], first: number) =>
  keys.map((key, index) => `${key}: ${first + index}`).join(", ");

function compile(parts: SmallParts): CheckedRulebook {
  const { rulebook, errors } = checkSmall(parts);
  assert.deepEqual(errors, []);
  return rulebook;
}

/** Both ways of running say the same; here is what. */
function decided(rulebook: CheckedRulebook, facts: Facts, day = 20_000): Decision {
  const days = { law: day, legal: day };
  const decision = compileSource(rulebook)(facts, {}, days);
  assert.deepStrictEqual(compileClosures(rulebook)(facts, {}, days), decision);
  return decision;
}

const value = (decision: Decision) =>
  decision.kind === "decided" ? decision.outputs.result : `${decision.reason} ${decision.name}`;

test("a figure by many codes is that of its own code, and a code of no list has none", () => {
  const rulebook = compile({
    codes: `  many: {${codes.map((code) => `${code}: ${words}`).join(", ")}}`,
    facts: `  code: {type: code many, ${label}}`,
    parameters: `  figure: {type: integer, by: code, values: [{from: 2024-01-01, ${keyed(codes.slice(1), 101)}, k0: unknown, source: N/1}]}`,
    rules: "  result: {type: integer, is: figure, source: N/1}",
  });
  for (const [index, code] of codes.entries())
    assert.equal(value(decided(rulebook, { code })), index === 0 ? "unknown-figure figure" : 100 + index);
  assert.equal(value(decided(rulebook, { code: "k12" })), "unknown-code code");
});

test("a figure by many countries is that of the country, or of all others", () => {
  const rulebook = compile({
    facts: `  country: {type: country, ${label}}`,
    parameters: `  figure: {type: integer, by: country, values: [{from: 2024-01-01, ${keyed(countries, 1)}, other: 99, source: N/1}]}`,
    rules: "  result: {type: integer, is: figure, source: N/1}",
  });
  for (const [index, country] of countries.entries())
    assert.equal(value(decided(rulebook, { country })), index + 1, country);
  assert.equal(value(decided(rulebook, { country: "DE" })), 99);
  assert.equal(value(decided(rulebook, { country: "QQ" })), "unknown-code country");
});

test("a condition of any number of parts holds when all hold, and one of any number when one does", () => {
  for (let count = 2; count <= 6; count++) {
    const names = Array.from({ length: count }, (_, index) => `f${index}`);
    const facts = names.map((name) => `  ${name}: {type: boolean, ${label}}`).join("\n");
    const [all, any] = ["and", "or"].map((word) =>
      compile({ facts, rules: `  result: {type: boolean, is: ${names.join(` ${word} `)}, source: N/1}` }),
    );
    for (let bits = 0; bits < 2 ** count; bits++) {
      const given = Object.fromEntries(names.map((name, index) => [name, ((bits >> index) & 1) === 1]));
      assert.equal(value(decided(all!, given)), bits === 2 ** count - 1, `all of ${bits}`);
      assert.equal(value(decided(any!, given)), bits !== 0, `any of ${bits}`);
    }
  }
});

test("every comparison holds where it should, for small numbers and for those beyond 2^53", () => {
  const signs = { "<": (a: number) => a < 0, "<=": (a: number) => a <= 0, ">": (a: number) => a > 0 };
  const all = { ...signs, ">=": (a: number) => a >= 0, "=": (a: number) => a === 0, "!=": (a: number) => a !== 0 };
  for (const [sign, holds] of Object.entries(all))
    for (const range of ["0..9", "0..900000000000000000"]) {
      const facts = `  a: {type: integer, range: ${range}, ${label}}\n  b: {type: integer, range: ${range}, ${label}}`;
      const rulebook = compile({ facts, rules: `  result: {type: boolean, is: "a ${sign} b", source: N/1}` });
      for (const [a, b] of [
        [3, 4],
        [4, 4],
        [5, 4],
      ] as const)
        assert.equal(value(decided(rulebook, { a, b })), holds(a - b), `${a} ${sign} ${b} of ${range}`);
    }
});

test("a table that its checks would not have let through ends in a defect, not in an answer", () => {
  const rulebook = compile({
    facts: `  n: {type: integer, range: 0..9, ${label}}`,
    rules:
      "  result:\n    type: integer\n    hit: first\n    source: N/1\n    table: |\n      n | => result\n      0 | 1\n      - | 0",
  });
  const holed = structuredClone(rulebook) as unknown as { rules: { versions: { body: { rows: unknown[] } }[] }[] };
  holed.rules[0]!.versions[0]!.body.rows.pop();
  const defect = { name: "RulebookDefectError", id: "rulebook/no-row", rule: "result" };
  for (const compiled of [compileSource, compileClosures]) {
    const decide = compiled(holed as unknown as CheckedRulebook);
    assert.equal(value(decide({ n: 0 }, {}, { law: 20_000, legal: 20_000 })), 1);
    assert.throws(() => decide({ n: 1 }, {}, { law: 20_000, legal: 20_000 }), defect);
  }
});
