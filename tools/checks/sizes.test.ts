import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSizes, FILE_LINES_MAX, FUNCTION_LINES_MAX } from "./sizes.ts";

const file = (lines: number): string => "x;\n".repeat(lines);
const withFunction = (lines: number): string => `export function f() {\n${"  x;\n".repeat(lines - 2)}}\n`;
const faultsOf = (text: string): readonly string[] =>
  checkSizes([{ path: "packages/zone/src/a.ts", text }, ...small]).faults;
const small = Array.from({ length: 20 }, (_, index) => ({ path: `packages/zone/src/s${index}.ts`, text: "x;\n" }));

test("a file at the limit passes and one line more fails", () => {
  assert.deepEqual(faultsOf(file(FILE_LINES_MAX)), []);
  assert.match(faultsOf(file(FILE_LINES_MAX + 1))[0]!, /301 lines/);
});

test("a function at the limit passes and one line more fails", () => {
  assert.deepEqual(faultsOf(withFunction(FUNCTION_LINES_MAX)), []);
  assert.match(faultsOf(withFunction(FUNCTION_LINES_MAX + 1))[0]!, /function f has 71 lines/);
});
