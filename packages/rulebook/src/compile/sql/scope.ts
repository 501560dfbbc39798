import type { Plan } from "../plan.ts";
import type { Dialect } from "./dialect.ts";

/** Where SQL is being written. */
export type SqlScope = {
  readonly plan: Plan;
  readonly dialect: Dialect;
  /** The rule or counter at hand. */
  readonly rule: string;
  /** Conditions under which what is written here is evaluated at all. */
  readonly guards: readonly string[];
  /** Columns made for amounts that are read several times. */
  readonly shared: Map<string, string>;
};

/** Text no longer than this is repeated where it is needed again. */
const REPEATED_MAX = 40;

/** The scope below a condition that holds there. */
export function under(scope: SqlScope, ...conditions: readonly string[]): SqlScope {
  return { ...scope, guards: [...scope.guards, ...conditions] };
}

/**
 * A short text for an integer that is about to be written several times: itself, or a column of its own, so that
 * text does not double with each level. The column keeps the conditions above it: a divisor may be proven only there.
 */
export function share(text: string, scope: SqlScope): string {
  if (text.length <= REPEATED_MAX) return text;
  const { guards, dialect } = scope;
  const guarded =
    guards.length === 0 ? text : `CASE WHEN ${guards.join(" AND ")} THEN ${text} ELSE ${dialect.integer("0")} END`;
  const name = scope.shared.get(guarded) ?? `"${scope.rule}$${scope.shared.size}"`;
  scope.shared.set(guarded, name);
  return name;
}
