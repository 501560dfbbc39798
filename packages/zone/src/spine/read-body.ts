import type { DecisionRecord, Held } from "./decision.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";

/** The entry's body lacks what its kind promises: the journal was not written by this spine. */
export class BodyError extends Error {
  readonly id = "entry/body";
  readonly field: string;

  constructor(field: string, needs: string) {
    super(`Cannot read the entry: "${field}" is not ${needs}`);
    this.field = field;
  }
}

export function getText(body: JsonObject, field: string): string {
  const value = body[field];
  if (typeof value !== "string") throw new BodyError(field, "text");
  return value;
}

export function getInteger(body: JsonObject, field: string): number {
  const value = body[field];
  if (typeof value !== "number" || !Number.isSafeInteger(value)) throw new BodyError(field, "an integer");
  return value;
}

export function getObject(body: JsonObject, field: string): JsonObject {
  const value = body[field];
  if (!isObject(value)) throw new BodyError(field, "an object");
  return value;
}

/** The pure decisions that the entry holds; none when it holds none. */
export function decisionsOf(body: JsonObject): readonly DecisionRecord[] {
  const { decisions } = body;
  if (decisions === undefined) return [];
  if (!Array.isArray(decisions)) throw new BodyError("decisions", "a list");
  return decisions.map(decisionOf);
}

function decisionOf(value: Json): DecisionRecord {
  if (!isObject(value)) throw new BodyError("decisions", "a list of objects");
  const taken = {
    rulebook: getText(value, "rulebook"),
    hash: getText(value, "hash"),
    law: getInteger(value, "law"),
    legal: getInteger(value, "legal"),
    facts: getObject(value, "facts") as Held,
    counters: getObject(value, "counters") as { readonly [name: string]: number },
    outputs: getObject(value, "outputs"),
  };
  if (value.unanswerable === undefined) return taken;
  const why = getObject(value, "unanswerable");
  return { ...taken, unanswerable: { reason: getText(why, "reason"), name: getText(why, "name") } };
}
