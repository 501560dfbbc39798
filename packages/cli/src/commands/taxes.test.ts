import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { differences, type Tolerance } from "../../../insight/src/models/differences.ts";
import type { Command } from "../command.ts";
import { command as decide } from "./decide.ts";
import { command as model } from "./model.ts";

const cwd = path.resolve(import.meta.dirname, "../../../..");
const read = <Row>(name: string) =>
  JSON.parse(readFileSync(path.join(cwd, "conformance/taxes", name), "utf8")) as readonly Row[];

async function run(command: Command, args: readonly string[], stdin: string) {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await command.run(args, {
    cwd,
    env: {},
    stdin: async () => stdin,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    isTerminal: false,
  });
  return { status, out: out.join("\n"), err: err.join("\n") };
}

type ModelCase = {
  readonly model: string;
  readonly name: string;
  readonly input: object;
  readonly expected: object;
  readonly tolerance: Tolerance;
};

for (const [name, cases] of Map.groupBy(read<ModelCase>("models.json"), ({ model }) => model))
  test(`model ${name} answers as a second computation in fractions does`, async () => {
    for (const one of cases) {
      const { status, out, err } = await run(model, [name], JSON.stringify(one.input));
      assert.deepEqual([status, err], [0, ""], one.name);
      assert.deepEqual(differences(JSON.parse(out), one.expected, one.tolerance), [], one.name);
    }
  });

type Decision = {
  readonly rulebook: string;
  readonly day: string;
  readonly facts: object;
  readonly expected: Readonly<Record<string, unknown>>;
};

for (const [name, cases] of Map.groupBy(read<Decision>("decisions.json"), ({ rulebook }) => rulebook))
  test(`rulebook ${name} decides to the fen as a second computation does`, async () => {
    for (const { day, facts, expected } of cases) {
      const asked = JSON.stringify(facts);
      const { status, out, err } = await run(decide, [name, "--at", `${day}T10:00+08:00`, "--json"], asked);
      assert.equal(status, 0, `${asked} ${err}`);
      const told = JSON.parse(out).presented.outputs as Readonly<Record<string, unknown>>;
      assert.deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, told[key]])), expected, asked);
    }
  });
