import { versionAt } from "../../compile/plan.ts";
import { someExpression, walkVersion } from "../../compile/walk.ts";
import type { Parameter, ParameterVersion } from "../../ir/parameter.ts";
import type { Rule, RuleVersion } from "../../ir/rule.ts";
import type { CheckedRulebook } from "../../ir/rulebook.ts";
import { dayText } from "../../read/scalar/day.ts";
import type { Markup } from "../xml/write-xml.ts";
import { decisionId, type Exported, exportDecision, exportInput, inputId, literal } from "./element.ts";
import { figureText } from "./figure.ts";
import { printFeel } from "./print.ts";
import { sourceText, writeFigures, writeTable } from "./table.ts";
import { inputTypeName, typeName } from "./types.ts";

/** Every fact, counter, parameter and rule in force on a law date, each after all it requires. */
export function exportElements(rulebook: CheckedRulebook, law: number): readonly Exported[] {
  const inputs = [...rulebook.facts, ...rulebook.counters].map(({ name, type, range, label }) => {
    return exportInput({ name, label: label?.en, typeRef: inputTypeName(name, type, range), description: undefined });
  });
  const day = { name: "legal_day", label: "legal day of the event", typeRef: "date", description: undefined };
  const legal = rulebook.rules.some(({ reads }) => reads.includes(day.name)) ? [exportInput(day)] : [];
  const parameters = rulebook.parameters.flatMap((parameter) => exportParameter(parameter, rulebook, law));
  const rules = rulebook.rules.flatMap((rule) => exportRule(rule, rulebook, law));
  return [...inputs, ...legal, ...parameters, ...rules];
}

function exportParameter(parameter: Parameter, { facts }: CheckedRulebook, law: number): readonly Exported[] {
  const version = parameter.versions[versionAt(parameter.versions, law)];
  if (version === undefined) return [];
  const { name, type, label, by } = parameter;
  const described = {
    name,
    label: label?.en,
    typeRef: typeName(type),
    description: aboutParameter(parameter, version),
  };
  const logic = `${decisionId(name)}_logic`;
  const key = facts.find((fact) => fact.name === by);
  if (key === undefined) {
    return [exportDecision(described, [], literal(logic, figureText(type, version.other ?? { kind: "unknown" })))];
  }
  const column = { name: key.name, typeRef: typeName(key.type) };
  return [exportDecision(described, [inputId(key.name)], writeFigures(logic, column, parameter, version))];
}

function exportRule(rule: Rule, rulebook: CheckedRulebook, law: number): readonly Exported[] {
  const version = rule.versions[versionAt(rule.versions, law)];
  if (version === undefined) return [];
  const { name, type, label } = rule;
  const described = { name, label: label?.en, typeRef: typeName(type), description: aboutRule(version) };
  const requires = readsOf(version).map((read) => idOf(read, rulebook));
  return [exportDecision(described, requires, writeBody(`${decisionId(name)}_logic`, rule, version))];
}

function writeBody(id: string, { type }: Rule, { body }: RuleVersion): Markup {
  return body.kind === "is" ? literal(id, printFeel(body.expression)) : writeTable(id, body, type);
}

/** Names that this wording reads, the columns of its table among them. */
function readsOf(version: RuleVersion): readonly string[] {
  const names = new Set<string>();
  const roots = [
    ...walkVersion(version),
    ...(version.body.kind === "table" ? version.body.columns.map(({ of }) => of) : []),
  ];
  for (const root of roots) {
    someExpression(root, (node) => {
      if ("name" in node) names.add(node.name);
      if (node.kind === "legal-day") names.add("legal_day");
      return false;
    });
  }
  return [...names];
}

function idOf(name: string, { parameters, rules }: CheckedRulebook): string {
  return [...parameters, ...rules].some((each) => each.name === name) ? decisionId(name) : inputId(name);
}

function aboutParameter(parameter: Parameter, version: ParameterVersion): string {
  const figures = [...version.keyed.map(({ figure }) => figure), ...(version.other ? [version.other] : [])];
  const unknown = figures.some(({ kind }) => kind === "unknown");
  return [
    `Figure in force since ${dayText(version.from)}, source ${sourceText(version.source)}.`,
    ...(version.confidence === "high" ? [] : [`Confidence: ${version.confidence}.`]),
    ...(unknown ? ["null stands for a figure that is not known: what needs it has no answer."] : []),
    ...(parameter.note?.en === undefined ? [] : [parameter.note.en]),
  ].join(" ");
}

function aboutRule(version: RuleVersion): string {
  const since = `Rule in force since ${dayText(version.from)}`;
  return version.source.length === 0 ? `${since}.` : `${since}, source ${sourceText(version.source)}.`;
}
