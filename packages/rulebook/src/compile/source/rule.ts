import type { Rule, RuleVersion } from "../../ir/rule.ts";
import { emitIn } from "./expression.ts";
import type { Scope } from "./scope.ts";
import { emitTable } from "./table.ts";

/**
 * Lines that set `r_name` to a rule's value, `undefined` while it is not in force. A rule that may be unanswerable
 * keeps its refusal in `x_name`, to be raised only if something that is needed reads it.
 */
export function emitRule(rule: Rule, outer: Scope, traced: boolean): string[] {
  const scope = { ...outer, current: rule.name };
  const hasTable = rule.versions.some(({ body }) => body.kind === "table");
  const partial = scope.plan.partial.has(rule.name);
  const names = [`r_${rule.name}`, ...(traced && hasTable ? [`h_${rule.name} = 0`] : [])];
  const lines = emitVersions(rule, scope, traced);
  if (!partial) return [`let ${names.join(", ")};`, ...lines];
  return [
    `let ${[...names, `x_${rule.name}`].join(", ")};`,
    "try {",
    ...lines,
    `} catch (stop) { x_${rule.name} = caught(stop);${traced && hasTable ? ` h_${rule.name} = 0;` : ""} r_${rule.name} = undefined; }`,
  ];
}

/** Newest first; wordings that ended before the rulebook's cover are left out. */
function emitVersions(rule: Rule, scope: Scope, traced: boolean): string[] {
  const first = scope.plan.rulebook.covers.from;
  const inCover = rule.versions.filter((_, index) => {
    const next = rule.versions[index + 1];
    return next === undefined || next.from > first;
  });
  const branches = inCover.toReversed().map((version) => {
    const body = emitBody(rule, version, scope, traced);
    return version.from <= first ? { body } : { body, condition: `law >= ${version.from}` };
  });
  return branches.flatMap(({ body, condition }, index) => [
    `${index > 0 ? "else " : ""}${condition ? `if (${condition}) ` : ""}{`,
    ...body,
    "}",
  ]);
}

function emitBody(rule: Rule, version: RuleVersion, scope: Scope, traced: boolean): string[] {
  const { body } = version;
  if (body.kind === "table") return emitTable(rule, body, scope, traced);
  return [`r_${rule.name} = ${emitIn(body.expression, scope.plan.wide.has(rule.name), scope)};`];
}
