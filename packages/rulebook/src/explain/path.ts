import { childrenOf } from "../compile/walk.ts";
import type { Expression } from "../ir/expression.ts";
import type { Reference } from "../ir/reference.ts";
import type { Teller } from "./teller.ts";

/** The expressions that were in fact evaluated, outermost first: branches not taken are left out. */
export function pathOf(node: Expression, teller: Teller): Expression[] {
  return [node, ...evaluatedChildren(node, teller).flatMap((child) => pathOf(child, teller))];
}

function evaluatedChildren(node: Expression, teller: Teller): readonly Expression[] {
  switch (node.kind) {
    case "if":
      return [node.condition, teller.evaluate(node.condition) ? node.then : node.otherwise];
    case "and":
    case "or": {
      const deciding = node.operands.findIndex((operand) => teller.evaluate(operand) === (node.kind === "or"));
      return deciding < 0 ? node.operands : node.operands.slice(0, deciding + 1);
    }
    case "default":
      return isGiven(node.fact.name, teller) ? [node.fact] : [node.otherwise];
    case "present":
      return [];
    default:
      return childrenOf(node);
  }
}

/** Whether a fact was given. */
export function isGiven(fact: string, teller: Teller): boolean {
  return teller.run.facts[teller.plan.factIndex.get(fact)!] !== undefined;
}

const references = new Set<string>(["fact", "parameter", "counter", "rule"]);

/** Facts, parameters, counters and rules that the evaluation read, each once, in order. */
export function readNames(roots: readonly Expression[], teller: Teller): string[] {
  const read = roots.flatMap((root) => pathOf(root, teller)).filter((node) => references.has(node.kind));
  return [...new Set((read as Exclude<Reference, { kind: "legal-day" }>[]).map(({ name }) => name))];
}
