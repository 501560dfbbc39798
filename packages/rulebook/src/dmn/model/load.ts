import type { FeelValue } from "../feel/value.ts";
import { DmnError, noAnswer, outside } from "../problem.ts";
import { nameOf, readDefinitions } from "./definitions.ts";
import { Graph, type Inputs } from "./graph.ts";

/** A decision that may be asked, or the reason why it may not. */
export type DmnDecision =
  | { readonly kind: "ready"; readonly decide: (inputs: Inputs) => FeelValue }
  | { readonly kind: "refused"; readonly reason: string };

/** A model that was read; decisions by name, each judged on its own with all it requires. */
export type DmnModel = {
  readonly kind: "model";
  readonly name: string;
  readonly inputs: readonly string[];
  readonly decisions: ReadonlyMap<string, DmnDecision>;
};

export type LoadedDmn = DmnModel | { readonly kind: "refused"; readonly reason: string };

/**
 * Reads the text of a DMN 1.3 to 1.5 file. Whatever has no certain meaning in the profile is refused here with its
 * reason: the whole model, or one decision with those that require it. Never throws for what is in the file; a
 * decision throws DmnError `dmn/no-answer` for an input that leads to where engines differ.
 */
export function loadDmn(text: string): LoadedDmn {
  try {
    const definitions = readDefinitions(text);
    const graph = new Graph(definitions);
    const decisions = [...definitions.decisions].map(([id, element]): [string, DmnDecision] => {
      return [nameOf(element), loadDecision(graph, id)];
    });
    const inputs = [...definitions.inputs.values()].map(nameOf);
    return { kind: "model", name: definitions.name, inputs, decisions: new Map(decisions) };
  } catch (error) {
    return { kind: "refused", reason: reasonOf(error) };
  }
}

function loadDecision(graph: Graph, id: string): DmnDecision {
  try {
    const source = onOneStack(() => graph.decision(id), outside);
    return { kind: "ready", decide: (inputs) => onOneStack(() => graph.decide(source, inputs), noAnswer) };
  } catch (error) {
    return { kind: "refused", reason: reasonOf(error) };
  }
}

/** Bounds within bounds may still exhaust the stack: deep functions called from deep expressions. */
function onOneStack<T>(part: () => T, refuse: (reason: string) => never): T {
  try {
    return part();
  } catch (error) {
    if (error instanceof RangeError && /call stack/.test(error.message)) return refuse("expressions nested too deep");
    throw error;
  }
}

/** The reason of a refusal; anything else is a defect of ours and goes on. */
function reasonOf(error: unknown): string {
  if (!(error instanceof DmnError)) throw error;
  return error.id === "dmn/outside-profile" ? `outside the profile: ${error.reason}` : error.message;
}
