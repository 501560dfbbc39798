import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checkSmall, label } from "../../testing/small-rulebook.ts";

type Case = {
  readonly flag: boolean;
  readonly kind: string;
  readonly count: number;
  readonly note: string | undefined;
};
type Cell = { readonly text: string; readonly holds: (value: Case) => boolean };
type Row = readonly [Cell, Cell, Cell, Cell];

const kinds = ["a", "b", "c"];
const most = 6;
/** Every fact in a small world; "z" stands for all texts that no cell names. */
const world: readonly Case[] = [true, false].flatMap((flag) =>
  kinds.flatMap((kind) =>
    Array.from({ length: most + 1 }, (_, count) => count).flatMap((count) =>
      ["x", "y", "z", undefined].map((note) => ({ flag, kind, count, note })),
    ),
  ),
);

const any: Cell = { text: "-", holds: () => true };
const flagCell = fc.constantFrom<Cell>(
  any,
  { text: "true", holds: ({ flag }) => flag },
  { text: "false", holds: ({ flag }) => !flag },
);
const kindCell = fc.oneof(
  fc.constant(any),
  fc
    .tuple(fc.boolean(), fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1, maxLength: 2 }))
    .map(([not, named]): Cell => {
      const list = named.map((kind) => `"${kind}"`).join(", ");
      return { text: not ? `not(${list})` : list, holds: ({ kind }) => named.includes(kind) !== not };
    }),
);
const comparisons = {
  "<": (a: number, b: number) => a < b,
  "<=": (a: number, b: number) => a <= b,
  ">": (a: number, b: number) => a > b,
  ">=": (a: number, b: number) => a >= b,
  "=": (a: number, b: number) => a === b,
  "!=": (a: number, b: number) => a !== b,
};
const countCell = fc.oneof(
  fc.constant(any),
  fc
    .tuple(fc.constantFrom(...(Object.keys(comparisons) as (keyof typeof comparisons)[])), fc.nat(most))
    .map(([sign, cut]): Cell => ({ text: `${sign} cut${cut}`, holds: ({ count }) => comparisons[sign](count, cut) })),
  fc.tuple(fc.nat(most), fc.nat(most), fc.boolean()).map(([low, high, closed]): Cell => {
    const within = ({ count }: Case) => count >= low && (closed ? count <= high : count < high);
    return { text: `[cut${low}..cut${high}${closed ? "]" : ")"}`, holds: within };
  }),
);
const noteCell = fc.constantFrom<Cell>(
  any,
  { text: "missing", holds: ({ note }) => note === undefined },
  { text: "present", holds: ({ note }) => note !== undefined },
  { text: '"x"', holds: ({ note }) => note === "x" },
  { text: '"x", "y"', holds: ({ note }) => note === "x" || note === "y" },
);
const rowsOf = (most: number) =>
  fc.array(fc.tuple(flagCell, kindCell, countCell, noteCell), { minLength: 1, maxLength: most });

function findTableFaults(rows: readonly Row[], hit: string, last: readonly string[]): string[] {
  const cuts = Array.from(
    { length: most + 1 },
    (_, n) => `  cut${n}: {type: integer, values: [{from: 2024-01-01, is: ${n}, source: N/1}]}`,
  );
  const lines = [...rows.map((row) => row.map(({ text }) => text)), ...(last.length > 0 ? [last] : [])];
  const { errors } = checkSmall({
    codes: `  kind: {a: {${label.slice(8)}, b: {${label.slice(8)}, c: {${label.slice(8)}}`,
    facts: `  flag: {type: boolean, ${label}}
  kind: {type: code kind, ${label}}
  size: {type: integer, range: 0..${most}, ${label}}
  note: {type: text, optional: true, ${label}}`,
    parameters: cuts.join("\n"),
    rules: `  result:
    type: integer
    hit: ${hit}
    source: N/1
    table: |
      flag | kind | size | note | => result
${lines.map((cells) => `      ${cells.join(" | ")} | 0`).join("\n")}`,
  });
  return errors.map(({ id, sentence }) => (id === "table/dead-row" ? `${id} ${/row (\d+)/.exec(sentence)![1]}` : id));
}

/** What going through the whole world says. */
function bruteForce(rows: readonly Row[], hit: "unique" | "first"): string[] {
  const hits = world.map((value) =>
    rows.flatMap((row, index) => (row.every((cell) => cell.holds(value)) ? [index] : [])),
  );
  const reached = new Set(hits.flatMap((list) => (hit === "first" ? list.slice(0, 1) : list)));
  const dead = rows.flatMap((_, index) => (reached.has(index) ? [] : [`table/dead-row ${index + 1}`]));
  const gap = hits.some((list) => list.length === 0) ? ["table/gap"] : [];
  const overlap = hit === "unique" && hits.some((list) => list.length > 1) ? ["table/overlap"] : [];
  return [...gap, ...overlap, ...dead].toSorted();
}

test("gaps, overlaps and dead rows of a unique table are those that brute force finds", () => {
  fc.assert(
    fc.property(rowsOf(4), (rows) => {
      assert.deepEqual(findTableFaults(rows, "unique", []).toSorted(), bruteForce(rows, "unique"));
    }),
    { numRuns: 60 },
  );
});

test("a first table with a last row for every case has the dead rows that brute force finds, and no gap", () => {
  fc.assert(
    fc.property(rowsOf(5), (rows) => {
      const all: Row[] = [...rows, [any, any, any, any]];
      assert.deepEqual(findTableFaults(rows, "first", ["-", "-", "-", "-"]).toSorted(), bruteForce(all, "first"));
    }),
    { numRuns: 60 },
  );
});

const dated = `  low: {type: integer, values: [{from: 2024-01-01, is: 10, source: N/1}, {from: 2025-01-01, is: 20, source: N/1}]}
  high: {type: integer, values: [{from: 2024-01-01, is: 10, source: N/1}, {from: 2026-01-01, is: 30, source: N/1}]}`;
const age = `  age: {type: integer, range: 0..130, ${label}}`;

function errorsOfTable(table: string, parameters = dated, facts = age, hit = "unique"): string[] {
  const rules = `  result:\n    type: integer\n    hit: ${hit}\n    source: N/1\n    table: |\n${table.replace(/^/gm, "      ")}`;
  return checkSmall({ facts, parameters, rules }).errors.map(({ sentence }) => sentence);
}

test("cut points that are parameters are checked at every date on which one changes", () => {
  assert.deepEqual(errorsOfTable("age | => result\n< low | 0\n>= high | 1"), [
    'Cannot use the table "result": no row for age in [20..29] from 2026-01-01',
    'Cannot use the table "result": rows 1 and 2 both hit for age in [10..19]',
  ]);
});

test("a figure that is keyed by a column is checked with the column's own key", () => {
  const facts = `${age}\n  home: {type: country, ${label}}`;
  const parameters = `  adult:
    type: integer
    by: home
    values: [{from: 2024-01-01, KZ: 18, other: 21, source: N/1}]`;
  const table =
    'home | age | => result\n"KZ" | < adult | 0\n"KZ" | >= adult | 1\nnot("KZ") | < adult | 0\nnot("KZ") | > adult | 1';
  assert.deepEqual(errorsOfTable(table, parameters, facts), [
    'Cannot use the table "result": no row for any other home with age = 21',
  ]);
});

test("a key that no cell names is a case of its own where a figure is set for it", () => {
  const facts = `${age}\n  home: {type: country, ${label}}\n  origin: {type: country, ${label}}`;
  const parameters = `  adult:
    type: integer
    by: home
    values: [{from: 2024-01-01, KZ: 18, other: 21, source: N/1}]
  grown: {type: integer, by: origin, values: [{from: 2024-01-01, CN: 18, other: 21, source: N/1}]}`;
  const gap = (table: string) => errorsOfTable(table, parameters, facts);
  assert.deepEqual(gap("home | age | => result\n- | < adult | 0\n- | > adult | 1"), [
    'Cannot use the table "result": no row for age = 18',
  ]);
  assert.deepEqual(gap("age | => result\n< adult | 0\n> adult | 1"), [
    'Cannot use the table "result": no row for age = 18',
  ]);
  assert.deepEqual(gap("age | => result\n< adult | 0\n>= grown | 1"), [
    'Cannot use the table "result": no row for age in [18..20]',
    'Cannot use the table "result": rows 1 and 2 both hit for age in [18..20]',
  ]);
});

test("a value that a parameter names is a case of its own", () => {
  const facts = `  note: {type: text, ${label}}\n  home: {type: country, ${label}}`;
  const parameters = `  word: {type: text, values: [{from: 2024-01-01, is: x, source: N/1}]}
  land: {type: country, values: [{from: 2024-01-01, is: KZ, source: N/1}, {from: 2025-01-01, is: CN, source: N/1}]}`;
  const gap = (table: string) => errorsOfTable(table, parameters, facts);
  assert.deepEqual(gap("note | => result\nword | 0"), ['Cannot use the table "result": no row for any other note']);
  assert.deepEqual(gap("note | => result\nnot(word) | 0"), ['Cannot use the table "result": no row for note "x"']);
  assert.deepEqual(gap("note | => result\nword | 0\nnot(word) | 1"), []);
  assert.deepEqual(gap('home | => result\nland | 0\n"KZ" | 0\nnot("KZ", "CN") | 1'), [
    'Cannot use the table "result": no row for home "CN"',
    'Cannot use the table "result": rows 1 and 2 both hit for home "KZ"',
  ]);
});

test("a table is not judged on dates whose figures are unknown", () => {
  const parameters = "  low: {type: integer, values: [{from: 2024-01-01, is: unknown, source: N/1}]}";
  assert.deepEqual(errorsOfTable("age | => result\n< low | 0\n>= low | 1\n< low | 0", parameters), []);
});

test("rows of an any table may overlap where their outputs are the same", () => {
  assert.deepEqual(errorsOfTable("age | => result\n<= low | 0\n>= low | 0", dated, age, "any"), []);
  assert.deepEqual(errorsOfTable("age | => result\n<= low | 0\n>= low | 1", dated, age, "any"), [
    'Cannot use the table "result": rows 1 and 2 both hit for age = 10, with different outputs',
  ]);
});

test("a collect table needs no row for every case", () => {
  assert.deepEqual(errorsOfTable("age | => result\n< low | 1\n< high | 1", dated, age, "collect sum"), []);
});

test("a table wider than the limit is refused, one at the limit is not", () => {
  const flags = (count: number) => Array.from({ length: count }, (_, n) => `flag${n}`);
  const wide = (count: number) => {
    const facts = flags(count).map((flag) => `  ${flag}: {type: boolean, ${label}}`);
    const cells = (cell: string) =>
      flags(count)
        .map(() => cell)
        .join(" | ");
    return errorsOfTable(
      `${flags(count).join(" | ")} | => result\n${cells("true")} | 0\n${cells("-")} | 1`,
      dated,
      facts.join("\n"),
      "first",
    );
  };
  assert.deepEqual(wide(19), []);
  assert.deepEqual(wide(20), ['Cannot check the table "result": it has more than 1000000 combinations, split it']);
});

test("the case that falls through is told with the very cut point, below and above it", () => {
  const gapBeside = (cell: string) =>
    checkSmall({
      facts: `  n: {type: integer, range: 0..9, ${label}}`,
      parameters: "  few: {type: integer, values: [{from: 2024-01-01, is: 4, source: N/1}]}",
      rules: `  result:\n    type: integer\n    table: |\n      n | => result | source\n      ${cell} | 0 | N/1`,
    }).errors.map(({ sentence }) => sentence);
  for (const [cell, gap] of [
    [">= few", "n < 4"],
    ["> few", "n < 5"],
    ["< few", "n >= 4"],
    ["<= few", "n >= 5"],
    ["!= few", "n = 4"],
  ] as const)
    assert.ok(
      gapBeside(cell).some((sentence) => sentence.includes(gap)),
      `${cell}: ${gapBeside(cell)}`,
    );
});
