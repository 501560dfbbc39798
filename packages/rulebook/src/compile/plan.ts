import type { Expression } from "../ir/expression.ts";
import { type Bounds, isSafe } from "../ir/integer.ts";
import type { Rule, RuleVersion } from "../ir/rule.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import type { VersionsInForce } from "./decision.ts";
import { someExpression, walkVersion } from "./walk.ts";

/** What every back end needs to know of a rulebook before it writes anything. */
export type Plan = {
  readonly rulebook: CheckedRulebook;
  readonly factIndex: ReadonlyMap<string, number>;
  readonly counterIndex: ReadonlyMap<string, number>;
  readonly ruleIndex: ReadonlyMap<string, number>;
  /** Rules that may be unanswerable while others are not: they meet an unknown figure or a refused day, or read one. */
  readonly partial: ReadonlySet<string>;
  /** Counters that some rule reads; the others need no value. */
  readonly counters: ReadonlySet<string>;
  /** Rules some output reads, directly or not. */
  readonly needed: ReadonlySet<string>;
  /** Names of facts, parameters, counters and rules that are held as bigints. */
  readonly wide: ReadonlySet<string>;
  /** First law dates of each span in which the same versions are in force, ascending; the first is `covers.from`. */
  readonly spans: readonly number[];
  readonly inForce: readonly VersionsInForce[];
};

/** Reads a rulebook once; every back end starts here, so that all agree on what may fail and when. */
export function planOf(rulebook: CheckedRulebook): Plan {
  const spans = spansOf(rulebook);
  return {
    rulebook,
    factIndex: indexOf(rulebook.facts),
    counterIndex: indexOf(rulebook.counters),
    ruleIndex: indexOf(rulebook.rules),
    partial: partialRules(rulebook),
    counters: countersRead(rulebook),
    needed: rulesNeeded(rulebook),
    wide: wideNames(rulebook),
    spans,
    inForce: spans.map((from) => versionsInForce(rulebook, from)),
  };
}

/** Index of the version in force on a law date, -1 before the first. */
export function versionAt(versions: readonly { readonly from: number }[], law: number): number {
  return versions.findLastIndex((version) => version.from <= law);
}

/** Index of the span of law dates a date lies in. */
export function spanAt(spans: readonly number[], law: number): number {
  let span = spans.length - 1;
  while (span > 0 && spans[span]! > law) span--;
  return span;
}

function indexOf(named: readonly { readonly name: string }[]): Map<string, number> {
  return new Map(named.map(({ name }, index) => [name, index]));
}

function spansOf(rulebook: CheckedRulebook): number[] {
  const first = rulebook.covers.from;
  const dated: readonly RuleVersion["from"][] = [...rulebook.parameters, ...rulebook.rules].flatMap((each) =>
    each.versions.map((version) => version.from),
  );
  return [...new Set([first, ...dated.filter((from) => from > first)])].sort((a, b) => a - b);
}

function versionsInForce(rulebook: CheckedRulebook, law: number): VersionsInForce {
  return Object.freeze({
    parameters: Object.freeze(rulebook.parameters.map((parameter) => versionAt(parameter.versions, law))),
    rules: Object.freeze(rulebook.rules.map((rule) => versionAt(rule.versions, law))),
  });
}

function partialRules(rulebook: CheckedRulebook): Set<string> {
  const unknown = new Set(
    rulebook.parameters
      .filter((parameter) =>
        parameter.versions.some((version) =>
          [version.other, ...version.keyed.map((keyed) => keyed.figure)].some((figure) => figure?.kind === "unknown"),
        ),
      )
      .map((parameter) => parameter.name),
  );
  const partial = new Set<string>();
  const mayFail = (node: Expression): boolean =>
    (node.kind === "parameter" && unknown.has(node.name)) ||
    (node.kind === "rule" && partial.has(node.name)) ||
    ((node.kind === "add-months" || node.kind === "add-years" || node.kind === "years-between") &&
      node.endOfMonth === "reject");
  for (const rule of rulebook.rules) {
    if (rule.versions.some((version) => walkVersion(version).some((root) => someExpression(root, mayFail)))) {
      partial.add(rule.name);
    }
  }
  return partial;
}

function countersRead(rulebook: CheckedRulebook): Set<string> {
  const read = new Set(rulebook.rules.flatMap((rule) => rule.reads));
  return new Set(rulebook.counters.map((counter) => counter.name).filter((name) => read.has(name)));
}

function rulesNeeded(rulebook: CheckedRulebook): Set<string> {
  const needed = new Set(rulebook.outputs);
  for (const rule of rulebook.rules.toReversed() as Rule[]) {
    if (needed.has(rule.name)) for (const name of rule.reads) needed.add(name);
  }
  return needed;
}

function wideNames(rulebook: CheckedRulebook): Set<string> {
  const bounded: readonly { readonly name: string; readonly held: Bounds | undefined }[] = [
    ...[...rulebook.facts, ...rulebook.counters].map(({ name, range }) => ({ name, held: range })),
    ...[...rulebook.parameters, ...rulebook.rules].map(({ name, bounds }) => ({ name, held: bounds })),
  ];
  return new Set(bounded.filter(({ held }) => held && !isSafe(held)).map(({ name }) => name));
}
