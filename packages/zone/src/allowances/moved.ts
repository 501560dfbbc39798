import type { Installed } from "../spine/installed.ts";
import { isObject, type Json, type JsonObject } from "../spine/json.ts";
import { BodyError, getInteger, getObject, getText } from "../spine/read-body.ts";
import { type Addition, COUNTER, type StateKey } from "../spine/state.ts";
import { counterKey } from "./counter-key.ts";
import { rangeOf } from "./counting.ts";
import type { Subject } from "./subject.ts";

/**
 * What an entry moves on the counters of one rulebook and day without a decision of its own that counts: a right that is
 * given or comes back. By name, so that giving and returning are the same sum under every version of the rulebook.
 */
export type Moved = {
  readonly rulebook: string;
  readonly day: number;
  readonly subject: Subject;
  readonly amounts: { readonly [counter: string]: number };
};

/** As it stands in a body, under `moved`. */
export function movedBody({ rulebook, day, subject, amounts }: Moved): JsonObject {
  return { rulebook, day, subject: { ...subject }, amounts: { ...amounts } };
}

/** Rows of the counters that such a move may touch. */
export function movedRows(
  { rulebook }: Installed,
  { subject, day }: Pick<Moved, "subject" | "day">,
): readonly StateKey[] {
  return rulebook.counters.flatMap((counter) => {
    const key = counterKey(rulebook, counter, subject, day);
    return key === undefined ? [] : [{ table: COUNTER, key }];
  });
}

/** What the body's move adds to the counters that `installed` declares now. */
export function movedAdditions({ rulebook }: Installed, body: JsonObject): readonly Addition[] {
  const moved = movedOf(body);
  if (moved?.rulebook !== rulebook.name) return [];
  return rulebook.counters.flatMap((counter) => {
    const amount = moved.amounts[counter.name] ?? 0;
    const key = counterKey(rulebook, counter, moved.subject, moved.day);
    if (key === undefined || amount === 0) return [];
    const [least, most] = rangeOf(counter);
    return [{ kind: "add" as const, key, amount, least, most }];
  });
}

/** Name of the rulebook whose counters the body moves. */
export function movedRulebook({ moved }: JsonObject): readonly string[] {
  return isObject(moved) ? [getText(moved, "rulebook")] : [];
}

function movedOf({ moved }: JsonObject): Moved | undefined {
  if (!isObject(moved)) return undefined;
  const { person, gate, passage } = getObject(moved, "subject");
  return {
    rulebook: getText(moved, "rulebook"),
    day: getInteger(moved, "day"),
    subject: { person: text(person), gate: text(gate), passage: text(passage) },
    amounts: amountsOfBody(getObject(moved, "amounts")),
  };
}

/** Amounts by counter as a body holds them. Throws BodyError. */
export function amountsOfBody(value: JsonObject): { readonly [counter: string]: number } {
  return Object.fromEntries(Object.keys(value).map((name) => [name, getInteger(value, name)]));
}

function text(value: Json | undefined): string {
  if (typeof value !== "string") throw new BodyError("moved", "about a person, a gate and a passage");
  return value;
}
