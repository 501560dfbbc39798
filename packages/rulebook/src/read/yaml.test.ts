import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { load } from "../load.ts";
import { exampleName, readExampleFiles } from "../testing/example-files.ts";
import { Findings } from "./findings.ts";
import { findValue, type Mapping, type Node } from "./node.ts";
import { maxDepth, maxFileLength, readYaml } from "./yaml.ts";

function read(text: string): { root: Node | undefined; found: string[] } {
  const findings = new Findings();
  const root = readYaml("f.yaml", text, findings);
  return { root, found: findings.sorted().map(({ id, at, sentence }) => `${id} ${at.line}:${at.column} ${sentence}`) };
}

function scalarAt(text: string, key: string) {
  const node = findValue(read(text).root as Mapping, key);
  assert.equal(node?.kind, "scalar");
  return node as Extract<Node, { kind: "scalar" }>;
}

test("scalars stay as they are written", () => {
  for (const written of ["49.10", "010", "0x10", "1e3", "true", "null", "2025-06-01", "~", "12345678901234567890.1"]) {
    assert.equal(scalarAt(`a: ${written}`, "a").text, written);
  }
});

test("a character of a scalar is placed where it stands in the file", () => {
  const place = (text: string, offset: number) => {
    const { line, column } = scalarAt(text, "a").placeOf(offset);
    return `${line}:${column}`;
  };
  assert.equal(place("a: bcd", 2), "1:6");
  assert.equal(place('a: "bcd"', 2), "1:7");
  assert.equal(place("a: |\n    bc\n      de\n\n    f\n", 5), "3:7");
  assert.equal(place("a: |\n    bc\n\n    f\n", 4), "4:5");
  assert.equal(place("# c\na: >\n    bc\n    de\n", 4), "2:4");
});

test("what YAML offers beyond plain data is refused where it stands", () => {
  const cases: [string, string][] = [
    ["a: &x 1", 'file/forbidden 1:7 Cannot use the anchor "&x": a rulebook says each thing where it stands'],
    ["a: *x", 'file/forbidden 1:4 Cannot use the alias "*x": a rulebook says each thing where it stands'],
    [
      "a: !!int 1",
      'file/forbidden 1:10 Cannot use the tag "tag:yaml.org,2002:int": a rulebook says each thing where it stands',
    ],
    ["<<: {a: 1}", 'file/forbidden 1:1 Cannot use the merge key "<<": a rulebook says each thing where it stands'],
    ["a: 1\na: 2", 'file/duplicate 2:1 Cannot use the key "a" twice in one mapping'],
    ["? [a]\n: b", "file/shape 1:3 Cannot read the key: a key is a word, not a list or mapping"],
    ["---\na: 1", "file/forbidden 1:1 Cannot read the file: directives and document markers are not allowed"],
    ["a: 1\r\n", "file/encoding 1:5 Cannot read the file: the character U+000D is not allowed"],
    ["a: и\u0306", "file/encoding 1:4 Cannot read the file: it is not in Unicode form NFC"],
    [
      "a: [1",
      "file/yaml 1:6 Cannot read the file: Flow sequence in block collection must be sufficiently indented and end with a ]",
    ],
    ["", "file/yaml 1:1 Cannot read the file: it is empty"],
  ];
  for (const [text, expected] of cases) assert.deepEqual(read(text).found, [expected], text);
});

test("a file at its limits is read, one beyond is refused", () => {
  const ofLength = (length: number) => `a: ${"b".repeat(length - 3)}`;
  assert.deepEqual(read(ofLength(maxFileLength)).found, []);
  assert.equal(read(ofLength(maxFileLength + 1)).found.length, 1);
  const ofDepth = (depth: number) => `${"[".repeat(depth)}a${"]".repeat(depth)}`;
  assert.deepEqual(read(ofDepth(maxDepth)).found, []);
  assert.equal(read(ofDepth(maxDepth + 1)).found.length, 1);
});

test("nesting beyond the stack is a finding", () => {
  for (const text of ["[".repeat(100_000), "- ".repeat(50_000), "{a: ".repeat(20_000)]) {
    const { found } = read(text);
    assert.equal(found.length, 1);
    assert.match(found[0]!, /nested too deeply/);
  }
});

test("any bytes give a tree or findings, never an exception", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((array) => new TextDecoder().decode(array)),
    fc.string({ unit: fc.constantFrom(..."ab:-,[]{}|>\"'#&*!%@ \n?~"), maxLength: 60 }),
  );
  fc.assert(
    fc.property(bytes, (text) => {
      const { root, found } = read(text);
      assert.ok(root !== undefined || found.length > 0);
    }),
    { numRuns: 1500 },
  );
});

test("a damaged rulebook gives findings, never an exception", () => {
  const files = readExampleFiles();
  const file = `${exampleName}.yaml`;
  const text = files.get(file)!;
  const inserts = [
    "",
    " ",
    "\n",
    "-",
    ":",
    '"',
    "(",
    ")",
    "|",
    ",",
    "0",
    "not",
    "{x}",
    "[",
    "a",
    "..",
    "missing",
    "if ",
    "@",
    "/",
  ];
  const damage = fc.record({ at: fc.nat(text.length), cut: fc.nat(12), insert: fc.constantFrom(...inserts) });
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
      const damaged = damages.reduce(
        (all, { at, cut, insert }) => all.slice(0, at) + insert + all.slice(at + cut),
        text,
      );
      const loaded = load(new Map([...files, [file, damaged]]), exampleName);
      if ("findings" in loaded) assert.ok(loaded.findings.some(({ severity }) => severity === "error"));
    }),
    { numRuns: 80 },
  );
});

test("a key that is itself forbidden is one finding, and the mapping goes on without it", () => {
  const findings = new Findings();
  const root = readYaml("law.yaml", "a: &mark 1\n*mark : 2\nb: 3\n", findings);
  assert.ok(findings.sorted().every(({ id }) => id === "file/forbidden"));
  assert.ok(!findings.passed);
  assert.ok(root === undefined || root.kind === "mapping");
});
