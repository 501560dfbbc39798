import type { Decision } from "../compile/decision.ts";
import type { Expression } from "../ir/expression.ts";
import type { RuleVersion } from "../ir/rule.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import { conditionText } from "./condition.ts";
import { formatSince } from "./format.ts";
import { counterLine, factLine, parameterLine } from "./grounds.ts";
import { citedBy, type ExplanationLine, lineOf } from "./line.ts";
import { pathOf, readNames } from "./path.ts";
import { refusalLine } from "./refusal.ts";
import { rowsOf } from "./rows.ts";
import { saySentence, valueSentence } from "./sentence.ts";
import { type ExplainInput, type Teller, tellerOf } from "./teller.ts";
import { fill, inAll, ruleSince } from "./words.ts";
import { isSimple } from "./working.ts";

/**
 * Why a decision came out as it did: one tree for each output, in the order of the file, in all four languages.
 * Each line has its sentence, the provision it rests on, and below it the values compared, the row, the figures
 * with their dates, and the counters. An unanswerable decision is one line that says what is missing.
 */
export function explain(rulebook: CheckedRulebook, input: ExplainInput, decision: Decision): ExplanationLine[] {
  if (decision.kind === "unanswerable") return [refusalLine(rulebook, input, decision)];
  const teller = tellerOf(rulebook, input, decision.trace);
  const roots = new Set(rulebook.outputs);
  return rulebook.outputs.map((name) => ruleLine(name, teller, { roots, told: new Set() }));
}

/** `roots` have a tree of their own and are not opened below another; nothing is told twice in one tree. */
type Telling = { readonly roots: ReadonlySet<string>; readonly told: Set<string> };

function ruleLine(name: string, teller: Teller, telling: Telling): ExplanationLine {
  const index = teller.plan.ruleIndex.get(name)!;
  const rule = teller.rulebook.rules[index]!;
  const version = rule.versions[teller.trace.versions.rules[index]!]!;
  const roots = rootsRead(version, index, teller);
  telling.told.add(name);
  const grounds = [
    ...(rule.say && hasWorking(version, teller) ? [lineOf({ text: valueSentence(rule, version, index, teller) })] : []),
    ...rowsOf(version, index, teller),
    ...conditionLines(roots, teller),
    ...groundLines(namesToTell(roots, teller), teller, telling),
  ];
  return lineOf({
    text: rule.say ? saySentence(rule, teller) : valueSentence(rule, version, index, teller),
    rule: name,
    cited: citedBy(teller.rulebook, sourcesOf(version, index, teller)),
    note:
      rule.versions.length > 1
        ? inAll((language) => fill(ruleSince[language], { since: formatSince(language, version.from) }))
        : undefined,
    children: grounds,
  });
}

/** The expressions that gave the value: the formula, or the outputs and the cells of the rows that were hit. */
export function rootsRead({ body }: RuleVersion, index: number, teller: Teller): Expression[] {
  if (body.kind === "is") return [body.expression];
  const hit = [teller.trace.rows[index]!].flat();
  const rows = body.rows.filter(({ number }) => hit.includes(number));
  if (rows.length === 0) return body.empty ? [body.empty] : [];
  return rows.flatMap((row) => [...row.cells.flatMap((cell) => (cell.kind === "when" ? [cell.test] : [])), row.output]);
}

/** Everything that was read, but for facts whose value a condition has told already. */
function namesToTell(roots: readonly Expression[], teller: Teller): string[] {
  const conditions = roots
    .flatMap((root) => pathOf(root, teller))
    .flatMap((node) => (node.kind === "if" ? [node.condition] : []));
  const cells = roots.filter(({ type }) => type.kind === "boolean");
  const inConditions = new Set(readNames([...conditions, ...cells], teller));
  const inWorkings = new Set(readNames(roots.filter((root) => !cells.includes(root)).flatMap(workingOf), teller));
  const isTold = (name: string) => teller.plan.factIndex.has(name) && inConditions.has(name) && !inWorkings.has(name);
  return readNames(roots, teller).filter((name) => !isTold(name));

  function workingOf(node: Expression): Expression[] {
    if (node.kind !== "if") return [node];
    return workingOf(teller.evaluate(node.condition) ? node.then : node.otherwise);
  }
}

/** The provisions that the rule itself rests on: of the rows that were hit, else its own. */
export function sourcesOf(version: RuleVersion, index: number, teller: Teller): RuleVersion["source"] {
  const { body } = version;
  if (body.kind === "is") return version.source;
  const hit = [teller.trace.rows[index]!].flat();
  const rows = body.rows.filter(({ number }) => hit.includes(number)).flatMap(({ source }) => source);
  const distinct = new Map(rows.map((source) => [`${source.instrument}/${source.provision}`, source]));
  return distinct.size > 0 ? [...distinct.values()] : version.source;
}

function hasWorking({ body }: RuleVersion, teller: Teller): boolean {
  return body.kind === "table" || !isSimple(body.expression, teller);
}

/** The conditions of the branches that were taken, said as what was true. */
function conditionLines(roots: readonly Expression[], teller: Teller): ExplanationLine[] {
  const conditions = roots
    .flatMap((root) => pathOf(root, teller))
    .flatMap((node) => (node.kind === "if" ? [node.condition] : []));
  return conditions.map((condition) =>
    lineOf({ text: inAll((language) => conditionText(condition, language, teller)) }),
  );
}

function groundLines(names: readonly string[], teller: Teller, telling: Telling): ExplanationLine[] {
  return names.flatMap((name) => {
    if (telling.told.has(name) || telling.roots.has(name)) return [];
    const { rulebook } = teller;
    if (teller.plan.ruleIndex.has(name)) return [ruleLine(name, teller, telling)];
    telling.told.add(name);
    const parameter = rulebook.parameters.findIndex((each) => each.name === name);
    if (parameter >= 0) return [parameterLine(rulebook.parameters[parameter]!, parameter, teller)];
    const counter = rulebook.counters.find((each) => each.name === name);
    if (counter) return [counterLine(counter, teller)];
    const fact = factLine(rulebook.facts.find((each) => each.name === name)!, teller);
    return fact ? [fact] : [];
  });
}
