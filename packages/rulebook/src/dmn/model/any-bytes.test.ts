import assert from "node:assert/strict";
import { test } from "node:test";
import { type Random, randomOf } from "../../testing/random.ts";
import { ask } from "../testing/ask.ts";
import { knowledge, output, smallModel, table } from "../testing/small-model.ts";

const scraps = [
  ...['"', "<", ">", "&", "&amp;", "(", ")", "[", "]", "..", "-", "not(", "null", "if", "then", "else", "for", "in"],
  ...["date(", "@", "**", "1", ",", "=", "x", "Age", "<text>", "</text>", "<rule>", 'typeRef="number"', "\u0000", "🐎"],
];

const model = smallModel({
  types:
    '<itemDefinition name="tKind"><typeRef>string</typeRef><allowedValues><text>"a", "b"</text></allowedValues></itemDefinition>',
  inputs: { Age: "number", kind: "tKind" },
  decisions: {
    share: { type: "number", is: 'round half up(if kind = "a" then Age * 0.13 else Age / 3, 2)' },
    band: {
      is: {
        xml: table(
          'hitPolicy="PRIORITY"',
          [
            ["Age", "number"],
            ["kind", "string"],
          ],
          [output('typeRef="string"', '"high", "low"')],
          ['>= 18 | "a", "b" => "high"', '[0..18) | not("c") => "low"', '- | - => "low"'],
        ),
      },
    },
    result: { is: 'twice(share) + (if band = "high" then 1 else 0)', uses: ["twice"] },
  },
  extra: knowledge("twice", { n: "number" }, "n * 2"),
});

function mutated(text: string, random: Random): string {
  const at = random.below(text.length);
  const length = random.pick([0, 1, 3, 40]);
  const scrap = random.chance(0.3) ? text.slice(random.below(text.length)).slice(0, 60) : random.pick(scraps);
  return text.slice(0, at) + scrap + text.slice(at + length);
}

test("any damage to a model gives an answer, a refusal or no answer, and never an exception", () => {
  const inputs = { Age: 20, kind: "a" };
  assert.equal(ask(model, inputs), "6.2");
  for (let seed = 0; seed < 1500; seed++) {
    const random = randomOf(seed);
    let text = model;
    for (let count = 1 + random.below(3); count > 0; count--) text = mutated(text, random);
    assert.doesNotThrow(() => ask(text, inputs), `seed ${seed}`);
  }
});

test("any bytes are refused", () => {
  for (let seed = 0; seed < 300; seed++) {
    const random = randomOf(seed);
    const text = Array.from({ length: random.below(60) }, () => random.pick(scraps)).join("");
    assert.match(ask(text), /^Cannot read the model: |^outside the profile: /, `seed ${seed}`);
  }
});
