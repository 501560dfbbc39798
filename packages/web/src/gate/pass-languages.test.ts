import assert from "node:assert/strict";
import { test } from "node:test";
import { passLanguages } from "./pass-languages.ts";

test("A pass begins with the traveller's language and fills up with those of the zone, each once", () => {
  assert.deepEqual(passLanguages("zh", ["zh", "kk", "ru", "en"]), ["zh", "kk", "ru"]);
  assert.deepEqual(passLanguages("en", ["zh", "kk", "ru", "en"]), ["en", "zh", "kk"]);
  assert.deepEqual(passLanguages("ru", ["zh", "en", "ru", "kk"]), ["ru", "zh", "en"]);
  assert.deepEqual(passLanguages("kk", []), ["kk"]);
});
