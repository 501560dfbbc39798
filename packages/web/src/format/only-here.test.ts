import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

const SCREENS = path.resolve(import.meta.dirname, "..");
const PLATFORM_FORMATS = /\bIntl\.|toLocale(?:Date|Time)?String|Formatted(?:Date|Time|Number|RelativeTime)\b/;

test("no screen formats by itself: browsers lie about Kazakh, so every figure goes through src/format", () => {
  const files = globSync("**/*.{ts,tsx}", { cwd: SCREENS }).filter((file) => !file.startsWith("format/"));
  const faults = files.filter((file) => PLATFORM_FORMATS.test(readFileSync(path.join(SCREENS, file), "utf8")));
  assert.deepEqual(faults, []);
});
