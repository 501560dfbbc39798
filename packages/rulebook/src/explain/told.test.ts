import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compileClosures } from "../compile/closures/compile-closures.ts";
import type { Counters, Held } from "../compile/decision.ts";
import { languages } from "../ir/texts.ts";
import { checkSmall, type SmallParts } from "../testing/small-rulebook.ts";
import { explain } from "./explain.ts";
import { renderText } from "./render-text.ts";
import type { Counted } from "./teller.ts";

/** What differs from the event that all cases share; a fact that is null is not given. */
type Given = {
  readonly law?: number;
  readonly counters?: Counters;
  readonly counted?: Counted;
  readonly [fact: string]: unknown;
};
type Told = { readonly given: Given } & { readonly [language in "zh" | "kk" | "ru" | "en"]: readonly string[] };
type Story = { readonly what: string; readonly parts: Partial<SmallParts>; readonly told: readonly Told[] };

const file = new URL("../../../../conformance/rulebook/explanations.json", import.meta.url);
const { base, event, cases } = JSON.parse(readFileSync(file, "utf8")) as {
  readonly base: Partial<SmallParts>;
  readonly event: Readonly<Record<string, Held>>;
  readonly cases: readonly Story[];
};
const legal = 20_148;
/** What every counter of a case stands at, where the case does not say. */
const used = 3;

for (const { what, parts, told } of cases)
  test(`${what}: told line by line in four languages`, () => {
    const { rulebook, errors } = checkSmall({ ...base, ...parts } as SmallParts);
    assert.deepEqual(errors, []);
    const decide = compileClosures(rulebook);
    for (const { given, ...texts } of told) {
      const { law = legal, counters, counted, ...own } = given;
      const facts = Object.entries({ ...event, ...own }).filter(([, value]) => value !== null);
      const input = {
        facts: Object.fromEntries(facts) as Readonly<Record<string, Held>>,
        counters: { ...Object.fromEntries(rulebook.counters.map(({ name }) => [name, used])), ...counters } as Counters,
        days: { law, legal },
        ...(counted && { counted }),
      };
      const lines = explain(rulebook, input, decide(input.facts, input.counters, input.days));
      for (const language of languages) {
        const text = renderText(lines, language).replaceAll(/[\u00a0\u202f]/g, "␣");
        assert.deepEqual(text.split("\n"), texts[language], JSON.stringify(given));
      }
    }
  });
