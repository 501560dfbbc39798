import { asMapping, asScalar, asSequence, type Fields } from "../fields.ts";
import type { Findings } from "../findings.ts";
import { hintNear } from "../near.ts";
import { findValue, type Mapping, type Node } from "../node.ts";
import { setValue } from "./tree.ts";

const mappings = ["instruments", "codes", "facts", "parameters", "counters", "rules"] as const;

/** Adds what a reform declares to the sections of its base; what is there already cannot be declared again. */
export function mergeSections(base: Mapping, reform: Fields, findings: Findings): Mapping {
  let merged = base;
  for (const section of mappings) {
    const node = reform.find(section);
    const added = node && asMapping(node, `"${section}"`, findings);
    if (added !== undefined)
      merged = setValue(merged, section, joinMappings(findValue(base, section), added, section, findings));
  }
  const outputs = reform.find("outputs");
  const own = outputs && asSequence(outputs, '"outputs"', findings);
  if (own === undefined) return merged;
  return setValue(merged, "outputs", { ...own, items: [...itemsOf(base, "outputs"), ...own.items] });
}

function joinMappings(base: Node | undefined, added: Mapping, section: string, findings: Findings): Mapping {
  const known = base?.kind === "mapping" ? base.entries : [];
  const fresh = added.entries.filter(({ key }) => {
    const doubled = known.some((entry) => entry.key.text === key.text);
    if (doubled) {
      const sentence = `Cannot declare "${key.text}" in "${section}": the base has it, alter it under "change"`;
      findings.error("file/duplicate", key.at, sentence);
    }
    return !doubled;
  });
  return { ...added, entries: [...known, ...fresh] };
}

/** The base's tests but those that the reform says it changes, and the reform's own. */
export function mergeTests(base: Mapping, reform: Fields, findings: Findings): Mapping {
  const tests = itemsOf(base, "tests");
  const changed = reform.has("tests_changed")
    ? asSequence(reform.find("tests_changed")!, '"tests_changed"', findings)
    : undefined;
  const names = (changed?.items ?? []).flatMap((item) => asScalar(item, "tests_changed", findings) ?? []);
  const known = tests.flatMap((test) => nameOf(test) ?? []);
  for (const { text, at } of names) {
    if (known.includes(text)) continue;
    findings.error(
      "name/unknown",
      at,
      `Cannot change the test "${text}": the base has no such test${hintNear(text, known)}`,
    );
  }
  const kept = tests.filter((test) => !names.some(({ text }) => text === nameOf(test)));
  const node = reform.find("tests");
  const own = node && asSequence(node, '"tests"', findings);
  const items = [...kept, ...(own?.items ?? [])];
  return setValue(base, "tests", { kind: "sequence", items, at: own?.at ?? findValue(base, "tests")?.at ?? base.at });
}

function nameOf(test: Node): string | undefined {
  const it = test.kind === "mapping" ? findValue(test, "it") : undefined;
  const english = it?.kind === "mapping" ? findValue(it, "en") : undefined;
  return english?.kind === "scalar" ? english.text : undefined;
}

function itemsOf(mapping: Mapping, key: string): readonly Node[] {
  const node = findValue(mapping, key);
  return node?.kind === "sequence" ? node.items : [];
}
