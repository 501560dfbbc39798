import { outside } from "../problem.ts";
import { childrenOf, type Element, findChild } from "../xml/element.ts";

/** Ids that a decision or knowledge model says it needs. */
export type Requirements = {
  readonly inputs: readonly string[];
  readonly decisions: readonly string[];
  readonly models: readonly string[];
};

/** References are to this file: "#id", or the model's own namespace before it. */
export function readRequirements(element: Element, namespace: string): Requirements {
  const information = childrenOf(element, "informationRequirement");
  const knowledge = childrenOf(element, "knowledgeRequirement");
  const ids = (from: readonly Element[], kind: string) =>
    from.flatMap((each) => {
      const reference = findChild(each, kind);
      return reference ? [localId(reference.attributes.get("href") ?? "", namespace)] : [];
    });
  return {
    inputs: ids(information, "requiredInput"),
    decisions: ids(information, "requiredDecision"),
    models: ids(knowledge, "requiredKnowledge"),
  };
}

function localId(href: string, namespace: string): string {
  const hash = href.indexOf("#");
  const place = href.slice(0, Math.max(0, hash));
  return hash >= 0 && (place === "" || place === namespace) ? href.slice(hash + 1) : outside(`the reference "${href}"`);
}
