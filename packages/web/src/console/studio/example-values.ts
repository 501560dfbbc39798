import { type CheckedRulebook, type Decision, type Held, labelText, valueText } from "@twinline/rulebook";
import type { Writing } from "../rulebooks/expression-text.ts";
import type { JudgedExample } from "./judge-draft.ts";

/** One result of an example: what it is called, what the law in force gives, what the draft gives, what the example expects. */
export type ExampleValue = {
  readonly label: string;
  readonly before: string | undefined;
  readonly after: string;
  readonly expected: string | undefined;
};

/** The results that the draft changes or that are not as expected, as people read them. */
export function exampleValues(
  example: JudgedExample,
  draft: CheckedRulebook,
  reader: Writing,
): readonly ExampleValue[] {
  const { test, decision, before } = example;
  if (decision.kind !== "decided") return [];
  const expected = new Map(
    test.expect.kind === "outputs" ? test.expect.outputs.map((one) => [one.name, one.value]) : [],
  );
  return draft.outputs.flatMap((name) => {
    const write = (value: Held | readonly Held[] | undefined) => written(name, value, draft, reader);
    const value = {
      label: labelText(draft, reader.locale, name),
      before: write(outputOf(before, name)),
      after: write(decision.outputs[name]) ?? "—",
      expected: write(expected.get(name)),
    };
    const isNews = value.before !== undefined && value.before !== value.after;
    return isNews || (value.expected !== undefined && value.expected !== value.after) ? [value] : [];
  });
}

function outputOf(decision: Decision | undefined, name: string): Held | readonly Held[] | undefined {
  return decision?.kind === "decided" ? decision.outputs[name] : undefined;
}

function written(
  name: string,
  value: Held | readonly Held[] | undefined,
  draft: CheckedRulebook,
  { locale }: Writing,
): string | undefined {
  const type = draft.rules.find((rule) => rule.name === name)?.type;
  return type === undefined || value === undefined ? undefined : valueText(draft, locale, type, value);
}
