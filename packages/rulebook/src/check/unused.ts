import type { Parameter } from "../ir/parameter.ts";
import type { Rule } from "../ir/rule.ts";
import type { Draft } from "../read/draft.ts";
import type { Findings } from "../read/findings.ts";
import { dayText } from "../read/scalar/day.ts";
import { type Dependencies, dependenciesOf } from "./closure.ts";

/** Warns of what nothing reads, rules that no output needs, and figures that are not certain. */
export function warnOfRest(
  draft: Draft,
  rules: readonly Rule[],
  /** Names read by counters, texts and parameters' keys, beside the rules. */
  otherReads: ReadonlySet<string>,
  needed: Iterable<string>,
  dependencies: Dependencies,
  findings: Findings,
): void {
  const read = new Set([...otherReads, ...rules.flatMap((rule) => rule.reads)]);
  for (const { section, name, at } of draft.declared) {
    if (section !== "rule" && !read.has(name))
      findings.warn("name/unused", at, `Remove the ${section} "${name}", or use it: nothing reads it`);
  }
  warnOfUnusedCodes(draft, findings);
  const live = dependenciesOf(needed, dependencies);
  for (const { name, at } of rules) {
    if (!live.has(name)) findings.warn("rule/dead", at, `Remove the rule "${name}", or use it: no output needs it`);
  }
  for (const parameter of draft.parameters) warnOfFigures(parameter, findings);
}

function warnOfUnusedCodes({ codes, facts, parameters, rules }: Draft, findings: Findings): void {
  const used = new Set(
    [...facts, ...parameters, ...rules].flatMap(({ type }) => (type.kind === "code" ? [type.list] : [])),
  );
  for (const { name, at } of codes) {
    if (!used.has(name))
      findings.warn("name/unused", at, `Remove the code list "${name}", or use it: nothing is of its type`);
  }
}

function warnOfFigures({ name, versions }: Parameter, findings: Findings): void {
  for (const { from, keyed, other, confidence, at } of versions) {
    const since = dayText(from);
    const unknown = keyed.filter(({ figure }) => figure.kind === "unknown").map(({ key }) => `"${key}"`);
    if (other?.kind === "unknown") unknown.push(keyed.length === 0 ? "every case" : '"other"');
    if (unknown.length > 0) {
      findings.warn(
        "figure/unknown",
        at,
        `Find the figure of "${name}" from ${since} for ${unknown.join(", ")}: it is unknown`,
      );
    }
    if (confidence !== "high") {
      findings.warn(
        "figure/unverified",
        at,
        `Verify the figure of "${name}" from ${since}: its confidence is ${confidence}`,
      );
    }
  }
}
