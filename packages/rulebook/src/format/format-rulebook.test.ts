import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Findings } from "../read/findings.ts";
import type { Node } from "../read/node.ts";
import { readYaml } from "../read/yaml.ts";
import { exampleName, readExampleFiles } from "../testing/example-files.ts";
import { formatRulebook } from "./format-rulebook.ts";

const example = readExampleFiles().get(`${exampleName}.yaml`)!;

function formatted(text: string, fit = false): string {
  const result = formatRulebook("law.yaml", text, { fit });
  assert.ok("text" in result);
  return result.text;
}

/** What a file says: keys and values without their places, tables by their cells. */
function meaning(text: string): unknown {
  const findings = new Findings();
  const of = (node: Node, key: string): unknown => {
    if (node.kind === "sequence") return node.items.map((item) => of(item, ""));
    if (node.kind === "mapping") return node.entries.map((entry) => [entry.key.text, of(entry.value, entry.key.text)]);
    return key === "table" ? node.text.replace(/ *\| */g, "|").replace(/^ +| +$|\n$/gm, "") : node.text;
  };
  const root = readYaml("law.yaml", text, findings);
  assert.ok(root && findings.passed, text);
  return of(root, "");
}

const law = (rows: string) => `rules:\n  limit:\n    hit: first\n    table: |\n${rows}    source: N/1\n`;

test("a changed cell changes its own line alone, be it longer or shorter than its column", () => {
  const before = formatted(
    law("      age    | => limit | source\n      < 14   | 5        | N/1\n      -      | 8        | N/2\n"),
  );
  for (const cell of ["[1..9]", "< a_very_long_name", "-"]) {
    const after = formatted(before.replace("< 14  ", cell));
    const changed = after.split("\n").filter((line, index) => line !== before.split("\n")[index]);
    assert.equal(changed.length, 1, after);
    assert.ok(changed[0]!.includes(cell));
  }
});

test("cells stand under the header as wide as it is written; fitting takes the longest cell", () => {
  const rows = '      a|=> limit|source\n\n        "x|y" |1| N/1\n      -|0|N/1\n';
  assert.equal(
    formatted(law(rows)),
    law('      a | => limit | source\n      "x|y" | 1        | N/1\n      - | 0        | N/1\n'),
  );
  assert.equal(
    formatted(law(rows), true),
    law('      a     | => limit | source\n      "x|y" | 1        | N/1\n      -     | 0        | N/1\n'),
  );
});

test("a table whose rows do not fit its header is left as it is, for the checker to tell", () => {
  const text = law("      a | => limit\n      -|  1 | 2\n");
  assert.equal(formatted(text), text);
});

test("spaces at line ends and empty lines go, comments and values of several lines stay", () => {
  const text = '\n# why  \na: 1  \n\n\n\nb: |\n  one  \n\n\n  two\n\n\nc: "x\n\n\n  y"\n\n\n';
  assert.equal(formatted(text), '# why\na: 1\n\nb: |\n  one  \n\n\n  two\n\nc: "x\n\n\n  y"\n');
  for (const kept of ["a: |+\n  x\n\n\n", "a: |+\n  x\n\n\nb: 1\n"]) assert.equal(formatted(kept), kept);
});

test("what is no YAML of the language gives findings", () => {
  const result = formatRulebook("law.yaml", "a: &b 1\n");
  assert.ok("findings" in result);
  assert.equal(result.findings[0]?.id, "file/forbidden");
});

test("formatting changes no meaning, and formatting again changes nothing, wherever spaces are put", () => {
  assert.equal(formatted(example), example);
  const lines = example.split("\n");
  const edit = fc.record({
    line: fc.nat(lines.length - 1),
    kind: fc.constantFrom("end", "pipe", "empty"),
    count: fc.nat(4),
  });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), fc.boolean(), (edits, fit) => {
      const messy = [...lines];
      for (const { line, kind, count } of edits) {
        const spaces = " ".repeat(count);
        if (kind === "end") messy[line] += spaces;
        if (kind === "pipe") messy[line] = messy[line]!.replaceAll("|", count % 2 ? `${spaces}|` : `|${spaces}`);
        if (kind === "empty" && messy[line]!.startsWith("  - it")) messy[line] = `\n\n${messy[line]}`;
      }
      const text = messy.join("\n");
      const once = formatted(text, fit);
      assert.deepEqual(meaning(once), meaning(text));
      assert.equal(formatted(once, fit), once);
      assert.equal(formatted(once), once);
    }),
    { numRuns: 60 },
  );
});
