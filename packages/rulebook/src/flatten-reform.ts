import type { SourceFiles, TextHasher } from "./check-files.ts";
import { formatRulebook } from "./format/format-rulebook.ts";
import type { Finding } from "./ir/finding.ts";
import { Findings } from "./read/findings.ts";
import { findValue, type Mapping, type Node } from "./read/node.ts";
import { layOver } from "./read/reform/reform.ts";
import { spliceText } from "./read/reform/splice.ts";
import { fromOf, withoutKeys } from "./read/reform/tree.ts";
import { readYaml } from "./read/yaml.ts";

/** A reform written into its base: the base's name, the whole text, and the first day (since 1970-01-01) it changes. */
export type Flattened = { readonly name: string; readonly text: string; readonly from: number | undefined };

/**
 * Writes a reform (§8) into the text of its base, under the base's name and label: the lines that it does not touch stay byte
 * for byte, and what it decides is what the reform decides. Like a reform it must be loaded to be known to hold.
 */
export function flattenFiles(
  files: SourceFiles,
  name: string,
  sha256: TextHasher,
): Flattened | { readonly findings: readonly Finding[] } {
  const findings = new Findings();
  const written = flatten(files, name, sha256, findings);
  return written !== undefined && findings.passed ? written : { findings: findings.sorted() };
}

function flatten(files: SourceFiles, name: string, sha256: TextHasher, findings: Findings): Flattened | undefined {
  const read = (of: string): Node | undefined => {
    const text = files.get(`${of}.yaml`);
    return text === undefined ? undefined : readYaml(`${of}.yaml`, text, findings);
  };
  const reform = read(name);
  let base: Mapping | undefined;
  const findBase = (of: string) => {
    const root = read(of);
    if (root?.kind === "mapping") base = root;
    return (
      root && {
        root,
        hash: sha256(files.get(`${of}.yaml`)!),
      }
    );
  };
  const overlaid = reform && layOver(reform, name, findBase, findings);
  if (reform?.kind !== "mapping" || overlaid === undefined || base === undefined) return undefined;
  const { base: own } = overlaid.origin;
  const before = files.get(`${own}.yaml`)!;
  const text = spliceText(before, base, withHeadOf(base, overlaid.root));
  const days = changesOf(reform).flatMap((change) => fromOf(change) ?? []);
  return {
    name: own,
    text: laidOut(own, before, text),
    from: days.length === 0 ? undefined : Math.min(...days),
  };
}

/** The reform's own name and label told it from the base; the law that comes of it is the base. */
function withHeadOf(base: Mapping, merged: Mapping): Mapping {
  const head = ["rulebook", "label", "note"];
  const kept = base.entries.filter(({ key }) => head.includes(key.text));
  return { ...merged, entries: [...kept, ...withoutKeys(merged, head).entries] };
}

function changesOf(reform: Mapping): readonly Node[] {
  const changes = findValue(reform, "change");
  return changes?.kind === "sequence" ? changes.items : [];
}

/** A base in the one layout stays in it. */
function laidOut(name: string, before: string, text: string): string {
  const layout = (source: string) => {
    const formatted = formatRulebook(`${name}.yaml`, source);
    return "text" in formatted ? formatted.text : source;
  };
  return layout(before) === before ? layout(text) : text;
}
