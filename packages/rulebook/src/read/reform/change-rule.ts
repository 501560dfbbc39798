import { parseExpression } from "../../parse/expression.ts";
import { SyntaxProblem } from "../../parse/problem.ts";
import { parseTable } from "../../parse/table.ts";
import type { Findings } from "../findings.ts";
import { hintNear } from "../near.ts";
import { findValue, type Mapping, makeScalar, type Node, type Sequence } from "../node.ts";
import { bodyKeys } from "../rule-versions.ts";
import { dayText } from "../scalar/day.ts";
import { readTarget } from "./target.ts";
import { findInForce, insertVersion, setValue, withoutKeys } from "./tree.ts";

/** Gives a rule a new wording from a day; a wording that reads the same is an error. */
export function changeRule(root: Mapping, change: Mapping, findings: Findings): Mapping | undefined {
  const target = readTarget(change, "rule", findings);
  const rules = findValue(root, "rules");
  if (target === undefined) return undefined;
  const { name, from } = target;
  const rule = rules?.kind === "mapping" ? findValue(rules, name.text) : undefined;
  if (rule?.kind !== "mapping") {
    const known = rules?.kind === "mapping" ? rules.entries.map(({ key }) => key.text) : [];
    findings.error(
      "name/unknown",
      name.at,
      `Cannot change "${name.text}": the base has no such rule${hintNear(name.text, known)}`,
    );
    return undefined;
  }
  const versions = versionsOf(rule, root);
  const version = withoutKeys(change, ["rule"]);
  const inForce = findInForce(versions.items, from);
  if (inForce !== undefined && meaning(inForce) === meaning(version)) {
    findings.error(
      "reform/no-effect",
      change.at,
      `Cannot change "${name.text}" from ${dayText(from)}: its wording is the same already`,
    );
  }
  const items = insertVersion(versions.items, version, from);
  const changed = setValue(withoutKeys(rule, bodyKeys), "versions", { ...versions, items });
  return setValue(root, "rules", setValue(rules as Mapping, name.text, changed));
}

/** The rule's versions; a rule of one wording has it from the first law date. A source beside them goes into each. */
function versionsOf(rule: Mapping, root: Mapping): Sequence {
  const versions = findValue(rule, "versions");
  const source = findValue(rule, "source");
  if (versions?.kind === "sequence") {
    const items = versions.items.map((item) =>
      source === undefined || item.kind !== "mapping" || findValue(item, "source")
        ? item
        : setValue(item, "source", source),
    );
    return { ...versions, items };
  }
  const covers = findValue(root, "covers");
  const from = covers?.kind === "mapping" ? findValue(covers, "from") : undefined;
  const body = { ...rule, entries: rule.entries.filter(({ key }) => bodyKeys.some((word) => word === key.text)) };
  return { kind: "sequence", items: [setValue(body, "from", from ?? makeScalar("", rule.at))], at: rule.at };
}

/** A wording as its syntax, without places, spaces and sources. */
function meaning(version: Mapping): string {
  const text = (key: string) => textOf(findValue(version, key));
  const hit = text("hit") || "unique";
  try {
    const body = text("is") === "" ? parseTable(text("table"), nowhere) : parseExpression(text("is"), nowhere);
    return JSON.stringify([hit, text("empty"), body], (key, value) => (spelling.has(key) ? undefined : value));
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    return JSON.stringify([hit, text("is"), text("table")]);
  }
}

const spelling = new Set(["at", "start", "texts", "source"]);

function nowhere(): { file: string; line: number; column: number } {
  return { file: "", line: 1, column: 1 };
}

function textOf(node: Node | undefined): string {
  return node?.kind === "scalar" ? node.text : "";
}
