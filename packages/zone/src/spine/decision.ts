import type { Decision } from "@twinline/rulebook";
import type { Installed } from "./installed.ts";
import { type Json, type JsonObject, present } from "./json.ts";

/** Facts or counter values by name, as compiled rules hold them. */
export type Held = { readonly [name: string]: string | number | boolean };

/** Law date and legal day, days since 1970-01-01. */
export type Days = { readonly law: number; readonly legal: number };

/** One pure decision as it stands in an entry: everything needed to take it again (promises.md D11, P12). */
export type DecisionRecord = Days & {
  readonly rulebook: string;
  readonly hash: string;
  readonly facts: Held;
  readonly counters: { readonly [name: string]: number };
  readonly outputs: { readonly [name: string]: Json };
  /** Why the rules had no answer; then there are no outputs. */
  readonly unanswerable?: { readonly reason: string; readonly name: string };
};

/** Decides and writes down. The record's canonical bytes are the same on the node, the command line and the gate. */
export function decideRecorded(
  installed: Pick<Installed, "rulebook" | "decide">,
  facts: Held,
  counters: { readonly [name: string]: number },
  days: Days,
): DecisionRecord {
  return recordOf(installed, facts, counters, days, installed.decide(facts, counters, days));
}

/** Writes down a decision that was taken. */
export function recordOf(
  { rulebook }: Pick<Installed, "rulebook">,
  facts: Held,
  counters: { readonly [name: string]: number },
  { law, legal }: Days,
  decision: Decision,
): DecisionRecord {
  const taken = { rulebook: rulebook.name, hash: rulebook.hash, law, legal, facts, counters };
  if (decision.kind === "unanswerable") {
    return { ...taken, outputs: {}, unanswerable: { reason: decision.reason, name: decision.name } };
  }
  const outputs: Record<string, Json> = {};
  for (const name of rulebook.outputs) outputs[name] = writable(name, decision.outputs[name]);
  return { ...taken, outputs };
}

/** The record as a JSON object of an entry's body. */
export function decisionBody(record: DecisionRecord): JsonObject {
  const { unanswerable, ...rest } = record;
  return present({ ...rest, unanswerable });
}

/** Takes a recorded decision again with the rulebook of its hash; equal canonical bytes prove it (P12). */
export function decideAgain(installed: Pick<Installed, "rulebook" | "decide">, record: DecisionRecord): DecisionRecord {
  if (installed.rulebook.hash !== record.hash) {
    throw new Error(`Cannot replay the decision: it was taken under the rulebook "${record.hash}"`);
  }
  return decideRecorded(installed, record.facts, record.counters, record);
}

function writable(name: string, value: unknown): Json {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return value.map((one) => writable(name, one));
  throw new Error(`Cannot record the output "${name}": ${typeof value} has no place in an entry`);
}
