import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { differences, type Tolerance } from "./differences.ts";
import { Input } from "./input.ts";
import { models } from "./registry.ts";

type VectorFile = {
  readonly model: string;
  readonly cases: readonly {
    readonly name: string;
    readonly input: unknown;
    readonly expected: unknown;
    readonly tolerance: Tolerance;
  }[];
};

const folder = new URL("../../../../conformance/models/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".json"));

for (const file of files) {
  const { model: name, cases } = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as VectorFile;
  const model = models.get(name);
  for (const one of cases) {
    test(`model ${name} answers ${one.name} as published`, () => {
      assert.ok(model, `no model ${name}`);
      assert.deepEqual(differences(model.compute(new Input(one.input)), one.expected, one.tolerance), []);
    });
  }
}
