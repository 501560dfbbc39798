import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { models } from "@twinline/insight";
import { type Effects, UsageError } from "../command.ts";
import { command } from "./model.ts";

type Case = { readonly name: string; readonly input: object; readonly expected: object };

const folder = new URL("../../../../conformance/models/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".json"));

async function ran(name: string, stdin: string) {
  const out: string[] = [];
  const err: string[] = [];
  const effects: Effects = {
    cwd: ".",
    env: {},
    stdin: async () => stdin,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    isTerminal: false,
  };
  return { status: await command.run([name], effects), out, err };
}

/** Every key that is expected, at every level, as a path. */
function* keysOf(value: unknown, path = ""): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    yield `${path}/${key}`;
    yield* keysOf(one, `${path}/${key}`);
  }
}

test("every vector is answered by one JSON object that holds all keys asked for, and nothing else is printed", async () => {
  for (const file of files) {
    const { model, cases } = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as {
      model: string;
      cases: readonly Case[];
    };
    for (const { name, input, expected } of cases) {
      const { status, out, err } = await ran(model, JSON.stringify(input));
      assert.deepEqual([status, out.length, err.length], [0, 1, 0], `${model} ${name}`);
      const given = new Set(keysOf(JSON.parse(out[0]!)));
      for (const key of keysOf(expected)) assert.ok(given.has(key), `${model} ${name}: ${key}`);
    }
  }
});

test("an input that cannot be used ends with another status, a sentence, and nothing on the output", async () => {
  for (const name of models.keys())
    for (const input of ["", "{", "[]", "7", '"text"', "null"]) {
      const { status, out, err } = await ran(name, input);
      assert.deepEqual([status, out.length, err.length], [2, 0, 1], `${name} ${input}`);
      assert.match(err[0]!, /^Cannot /);
    }
});

const JUNK = [undefined, null, "", "x", -1, 0, 1.5, 1e308, [], {}, [null], true];

/** The value with each of its fields, down to the third level, replaced by something else. */
function* spoilt(value: unknown, depth = 3): Generator<unknown> {
  if (depth === 0 || typeof value !== "object" || value === null) return;
  for (const key of Object.keys(value).slice(0, 12)) {
    const put = (one: unknown): unknown =>
      Array.isArray(value) ? value.with(Number(key), one) : { ...value, [key]: one };
    for (const junk of JUNK) yield put(junk);
    for (const one of spoilt((value as Record<string, unknown>)[key], depth - 1)) yield put(one);
  }
}

test("a vector with any field spoilt is answered, or refused in a sentence that names a field", async () => {
  for (const file of files) {
    const { model, cases } = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as {
      model: string;
      cases: readonly Case[];
    };
    for (const { input } of cases.slice(-2)) {
      for (const one of spoilt(input)) {
        const { status, out, err } = await ran(model, JSON.stringify(one));
        const words = `${model} ${JSON.stringify(one)} ${err.join()}`;
        assert.ok(status === 0 ? out.length === 1 : /^Cannot use "[^"]+" of the input: ./.test(err.join()), words);
      }
    }
  }
});

test("a byte order mark before the input is passed over, as some shells put one", async () => {
  const { status, out } = await ran("erlang", '\uFEFF{"find": "probabilities", "servers": 1, "offeredLoad": 1}');
  assert.deepEqual([status, JSON.parse(out[0]!)], [0, { erlangB: 0.5, erlangC: 1 }]);
});

test("a model that does not exist is named with those that do", async () => {
  await assert.rejects(
    ran("toString", "{}"),
    (error) => error instanceof UsageError && /"toString".*gsim/.test(error.message),
  );
});
