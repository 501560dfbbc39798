import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checkSmall, type SmallParts } from "../testing/small-rulebook.ts";

type Sections = Partial<SmallParts>;
type Case = {
  readonly what: string;
  readonly parts?: Sections;
  readonly append?: Sections;
  readonly told: readonly string[];
};

const file = new URL("../../../../conformance/rulebook/mistakes.json", import.meta.url);
const { base, cases } = JSON.parse(readFileSync(file, "utf8")) as { base: Sections; cases: readonly Case[] };

/** Every error of the rulebook with its place; one that cannot be read at all says why. */
function toldOf({ parts, append }: Case): readonly string[] {
  const sections: Record<string, string | undefined> = { ...base, ...parts };
  for (const [name, text] of Object.entries(append ?? {})) sections[name] = `${sections[name]}\n${text}`;
  try {
    const { errors } = checkSmall(sections as SmallParts);
    return errors.map(({ id, at, sentence }) => `${id} ${at.line}:${at.column} ${sentence}`);
  } catch (error) {
    return (error as Error).message.split("\n");
  }
}

for (const one of cases)
  test(`${one.what}: ${one.told.length === 0 ? "nothing is wrong" : "told where it stands, and nothing else"}`, () =>
    assert.deepEqual(toldOf(one), one.told));
