import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { parse, stringify } from "yaml";
import { load } from "../load.ts";
import { exampleName, readExampleFiles } from "../testing/example-files.ts";
import { validate } from "../testing/validate.ts";
import { rulebookSchema } from "./rulebook-schema.ts";
import { shapes } from "./shapes.ts";

const packageFolder = path.resolve(import.meta.dirname, "../..");
const lawFolder = path.resolve(packageFolder, "../../rulebooks");
const schema = rulebookSchema();
const example = readExampleFiles();
const reformName = "demo/cn/allowance-2027";

test("the schema that editors read is the one the table gives", () => {
  const text = readFileSync(path.join(packageFolder, "schema/rulebook.schema.json"), "utf8");
  assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(schema)), 'run "twinline rulebook schema"');
});

test("every rulebook of the product and the examples fit the schema", () => {
  const files = globSync("**/*.yaml", { cwd: lawFolder }).map((file) =>
    readFileSync(path.join(lawFolder, file), "utf8"),
  );
  const law = [...files, ...example.values()].filter((text) => /^(?:rulebook|reform):/m.test(text));
  assert.ok(law.length > 20);
  for (const text of law) assert.deepEqual(validate(schema, parse(text)), [], text.slice(0, 300));
});

/** The first mapping of each shape in the example and its reform, with what alters it in a fresh copy. */
function mappings(): Map<string, { readonly name: string; readonly keys: readonly string[]; readonly index: number }> {
  const found = new Map<string, { name: string; keys: readonly string[]; index: number }>();
  for (const name of [exampleName, reformName]) {
    let index = 0;
    validate(schema, parse(example.get(`${name}.yaml`)!), (shape, value) => {
      const keys = Object.keys(value);
      if (!found.has(shape)) found.set(shape, { name, keys, index });
      index += 1;
    });
  }
  return found;
}

/** Alters the mapping that validation meets as the `index`-th, and asks schema and loader what they say. */
function judge(name: string, index: number, alter: (mapping: { [key: string]: unknown }) => void) {
  const document = parse(example.get(`${name}.yaml`)!);
  let turn = 0;
  validate(schema, document, (_, mapping) => {
    if (turn++ === index) alter(mapping);
  });
  // NOTE: a reform pins its base by hash, which is not what is tried here.
  const files = new Map([...example, [`${name}.yaml`, stringify(document, { lineWidth: 0 })]]);
  const loaded = load(files, name);
  const findings = "findings" in loaded ? loaded.findings : [];
  return { faults: validate(schema, document), findings: findings.filter(({ severity }) => severity === "error") };
}

test("schema and reader know the same keys: a strange key, a key that is missing, a key that may stand there", () => {
  const seen = mappings();
  for (const [shape, { name, keys, index }] of seen) {
    const { keys: known, open } = shapes[shape]!;
    if (open === undefined) {
      const { faults, findings } = judge(name, index, (mapping) => {
        mapping.zzz = "1";
      });
      assert.ok(faults.length > 0 && findings.some(({ id }) => id === "file/key"), `a strange key in ${shape}`);
    }
    for (const [key, { must }] of Object.entries(known)) {
      if (must) {
        const { faults, findings } = judge(name, index, (mapping) => delete mapping[key]);
        assert.ok(faults.length > 0 && findings.length > 0, `${shape} without ${key}`);
      } else if (!keys.includes(key)) {
        const { findings } = judge(name, index, (mapping) => {
          mapping[key] = "x";
        });
        const strange = findings.filter(({ sentence }) => sentence.includes(`"${key}" is not a key of`));
        assert.deepEqual(strange, [], `${shape} with ${key}`);
      }
    }
  }
  assert.deepEqual(
    Object.keys(shapes).filter((shape) => !seen.has(shape)),
    [],
  );
});
