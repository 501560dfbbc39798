import assert from "node:assert/strict";
import { test } from "node:test";
import { maxTextLength } from "../read/scalar/constant.ts";
import { checkSmall, label } from "../testing/small-rulebook.ts";
import { counterFault, factFault } from "./fact-fault.ts";
import { compileSql } from "./sql/compile-sql.ts";

const words = label.slice("label: ".length);
const { rulebook } = checkSmall({
  codes: `  kind: {a: ${words}}`,
  facts: `  flag: {type: boolean, ${label}}
  note: {type: text, optional: true, ${label}}
  home: {type: country, ${label}}
  kind: {type: code kind, ${label}}
  n: {type: integer, range: 1..9, ${label}}`,
  counters: "  seen: {kind: facts, count: all, per: [person], range: 0..3, source: N/1}",
  rules:
    '  result: {type: integer, is: if flag and kind = "a" and home = "CN" and present(note) then n + seen else 0, source: N/1}',
});

const faultOf = (name: string, value: unknown) => {
  return factFault(rulebook, rulebook.facts.find((fact) => fact.name === name)!, value);
};

test("a fact is refused by its kind of value, and taken at its limits", () => {
  const rows: readonly (readonly [string, unknown, string | undefined])[] = [
    ["flag", true, undefined],
    ["flag", "true", "out-of-range"],
    ["flag", undefined, "missing-fact"],
    ["note", undefined, undefined],
    ["note", "x".repeat(maxTextLength), undefined],
    ["note", "x".repeat(maxTextLength + 1), "out-of-range"],
    ["note", 7, "out-of-range"],
    ["note", ["x"], "out-of-range"],
    ["home", "KZ", undefined],
    ["home", "KAZ", "unknown-code"],
    ["home", 1, "unknown-code"],
    ["kind", "a", undefined],
    ["kind", "b", "unknown-code"],
    ["n", 1, undefined],
    ["n", 9, undefined],
    ["n", 0, "out-of-range"],
    ["n", 10, "out-of-range"],
    ["n", "1", "out-of-range"],
  ];
  for (const [name, value, fault] of rows) assert.equal(faultOf(name, value), fault, `${name} ${String(value)}`);
});

test("a counter that is not there is not available, one beyond its range is out of it", () => {
  const [seen] = rulebook.counters;
  assert.deepEqual(
    [undefined, 0, 3, 4, -1].map((value) => counterFault(seen!, value)),
    ["counter-unavailable", undefined, undefined, "out-of-range", "out-of-range"],
  );
});

test("a list of one code has its stand-in in SQL", () => {
  assert.match(compileSql(rulebook, "duckdb", { source: "rows" }).text, /ELSE?[^']*'a'|, 'a'\)/);
});
