import type { CheckedRulebook, Language } from "@twinline/rulebook";
import { type Declared, lineBefore, type Position, sectionAt } from "./document.ts";

/** One proposal of the protocol; kinds are numbers there. */
export type Item = { readonly label: string; readonly kind: number; readonly detail?: string };

const FUNCTION = 3;
const VARIABLE = 6;
const ENUM_MEMBER = 20;
const CONSTANT = 21;
const REFERENCE = 18;

/** Functions of the language (spec §3). */
const functions =
  "abs add_months add_years ceiling days_between default floor legal_day max min not present round_down round_half_down round_half_even round_half_up round_up years_between".split(
    " ",
  );

const kinds: Readonly<Record<string, number>> = {
  facts: VARIABLE,
  parameters: CONSTANT,
  counters: VARIABLE,
  rules: FUNCTION,
};

/**
 * What may stand at a place: acts after `source:`, lists after `type: code`, codes inside quotes, and in rules and counters the
 * names of facts, figures, counters and rules. Keys of the file are the JSON Schema's business.
 */
export function completionsAt(
  text: string,
  at: Position,
  declared: readonly Declared[],
  rulebook: CheckedRulebook | undefined,
  language: Language,
): readonly Item[] {
  const before = lineBefore(text, at);
  const ofSection = (section: string) => declared.filter((one) => one.section === section);
  if (/source: *\[?[\w/., ]*$/.test(before))
    return ofSection("instruments").map(({ name }) => ({ label: name, kind: REFERENCE }));
  if (/(?:type: *|type: *list )code \w*$/.test(before))
    return ofSection("codes").map(({ name }) => ({ label: name, kind: ENUM_MEMBER }));
  if (!["rules", "counters"].includes(sectionAt(text, at)) || /#/.test(before)) return [];
  if ((before.split('"').length - 1) % 2 === 1) return codesOf(rulebook, language);
  const names = Object.entries(kinds).flatMap(([section, kind]) =>
    ofSection(section).map(({ name }) => ({ label: name, kind, ...detailOf(rulebook, language, name) })),
  );
  return [...names, ...functions.map((label) => ({ label, kind: FUNCTION }))];
}

function codesOf(rulebook: CheckedRulebook | undefined, language: Language): Item[] {
  const values = (rulebook?.codes ?? []).flatMap((list) => list.values);
  const distinct = new Map(values.map(({ code, label }) => [code, label[language]]));
  return [...distinct].map(([label, detail]) => ({ label, kind: ENUM_MEMBER, detail }));
}

function detailOf(rulebook: CheckedRulebook | undefined, language: Language, name: string): { detail?: string } {
  const named = [
    ...(rulebook?.facts ?? []),
    ...(rulebook?.parameters ?? []),
    ...(rulebook?.counters ?? []),
    ...(rulebook?.rules ?? []),
  ].find((one) => one.name === name);
  const label = named?.label?.[language];
  return label === undefined ? {} : { detail: label };
}
