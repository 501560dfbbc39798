import assert from "node:assert/strict";
import { test } from "node:test";
import { checkImports } from "./imports.ts";

const faultsOf = (files: Record<string, string>): readonly string[] =>
  checkImports(Object.entries(files).map(([path, text]) => ({ path, text }))).faults;

test("an arrow that points upwards is found", () => {
  const faults = faultsOf({ "packages/zone/src/a.ts": 'import { x } from "@twinline/server";' });
  assert.deepEqual(faults, ['packages/zone/src/a.ts: package "zone" may not import "server"']);
});

test("an arrow that points downwards is allowed", () => {
  assert.deepEqual(faultsOf({ "packages/server/src/a.ts": 'import {\n  x,\n} from "@twinline/zone";' }), []);
});

test("a cycle between files is found, whichever way it runs", () => {
  const faults = faultsOf({
    "packages/zone/src/a.ts": 'import { b } from "./b.ts";',
    "packages/zone/src/b.ts": 'import { c } from "./c.ts";',
    "packages/zone/src/c.ts": 'import { a } from "./a.ts";',
  });
  assert.equal(faults.length, 1);
  assert.match(faults[0]!, /import cycle/);
});

test("a cycle of types alone is no cycle", () => {
  const faults = faultsOf({
    "packages/zone/src/a.ts": 'import type { B } from "./b.ts";',
    "packages/zone/src/b.ts": 'import { a } from "./a.ts";',
  });
  assert.deepEqual(faults, []);
});

test("a pure package may not reach for the file system", () => {
  const faults = faultsOf({ "packages/journal/src/a.ts": 'import { readFileSync } from "node:fs";' });
  assert.deepEqual(faults, ['packages/journal/src/a.ts: "journal" is pure and may not import "node:fs"']);
});
