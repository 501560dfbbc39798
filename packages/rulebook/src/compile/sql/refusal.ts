import type { Expression } from "../../ir/expression.ts";
import { childrenOf } from "../walk.ts";
import { isLeapDoubtText, lacksDayText } from "./calendar.ts";
import { quoteName } from "./dialect.ts";
import { expressionText, sequenceTexts } from "./expression.ts";
import { parameterRefusalText } from "./parameter.ts";
import { type SqlScope, share, under } from "./scope.ts";

/** SQL text that is empty where an expression can be answered, else the first refusal met; undefined if it always can. */
export function refusalText(node: Expression, scope: SqlScope): string | undefined {
  switch (node.kind) {
    case "parameter":
      return mayBeUnknown(node.name, scope) ? parameterRefusalText(node.name, scope) : undefined;
    case "rule":
      return scope.plan.partial.has(node.name) ? refusalColumn(node.name) : undefined;
    case "if": {
      const text = expressionText(node.condition, scope);
      const condition = refusalText(node.condition, scope);
      const then = refusalText(node.then, under(scope, text));
      const otherwise = refusalText(node.otherwise, under(scope, `NOT ${text}`));
      if (then === undefined && otherwise === undefined) return condition;
      const none = scope.dialect.text("");
      const branches = `WHEN ${text} THEN ${then ?? none} ELSE ${otherwise ?? none} END`;
      return condition === undefined
        ? `(CASE ${branches})`
        : `(CASE WHEN ${condition} <> '' THEN ${condition} ${branches})`;
    }
    case "and":
      return sequenceText(node.operands, "NOT ", scope, (text) => text);
    case "or":
      return sequenceText(node.operands, "", scope, (text) => `NOT ${text}`);
    case "default": {
      const otherwise = refusalText(node.otherwise, under(scope, `${quoteName(node.fact.name)} IS NULL`));
      return otherwise && `(CASE WHEN ${quoteName(node.fact.name)} IS NULL THEN ${otherwise} ELSE '' END)`;
    }
    default:
      return firstText([...childrenOf(node).map((child) => refusalText(child, scope)), dayRefusalText(node, scope)]);
  }
}

/** The column that holds a rule's refusal. */
export function refusalColumn(rule: string): string {
  return quoteName(`${rule}!`);
}

/** The first of several refusals that is not empty; undefined when there is none. */
export function firstText(refusals: readonly (string | undefined)[]): string | undefined {
  const some = refusals.filter((refusal) => refusal !== undefined);
  if (some.length < 2) return some[0];
  return `(CASE ${some.map((refusal) => `WHEN ${refusal} <> '' THEN ${refusal}`).join(" ")} ELSE '' END)`;
}

/** Operands run left to right until one decides: `decided` before an operand's text says that it did. */
function sequenceText(
  operands: readonly Expression[],
  decided: string,
  scope: SqlScope,
  guard: (text: string) => string,
): string | undefined {
  const texts = sequenceTexts(operands, scope, guard);
  const refusals = operands.map((operand, index) =>
    refusalText(operand, under(scope, ...texts.slice(0, index).map(guard))),
  );
  if (refusals.every((refusal) => refusal === undefined)) return undefined;
  const branches = texts.flatMap((text, index) => [
    ...(refusals[index] === undefined ? [] : [`WHEN ${refusals[index]} <> '' THEN ${refusals[index]}`]),
    `WHEN ${decided}${text} THEN ''`,
  ]);
  return `(CASE ${branches.join(" ")} ELSE '' END)`;
}

function dayRefusalText(node: Expression, scope: SqlScope): string | undefined {
  if (!("endOfMonth" in node) || node.endOfMonth !== "reject") return undefined;
  const emit = (child: Expression) => share(expressionText(child, scope), scope);
  const refused =
    node.kind === "years-between"
      ? isLeapDoubtText(emit(node.from), emit(node.to), scope.dialect)
      : lacksDayText(
          emit(node.day),
          node.kind === "add-years" ? `(12 * ${emit(node.count)})` : emit(node.count),
          scope,
        );
  return `(CASE WHEN ${refused} THEN ${scope.dialect.text(`out-of-range:${scope.rule}`)} ELSE '' END)`;
}

function mayBeUnknown(name: string, { plan }: SqlScope): boolean {
  const parameter = plan.rulebook.parameters.find((each) => each.name === name)!;
  return parameter.versions.some(({ other, keyed }) =>
    [other, ...keyed.map(({ figure }) => figure)].some((figure) => figure?.kind === "unknown"),
  );
}
