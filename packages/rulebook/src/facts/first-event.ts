import type { Counters } from "../compile/decision.ts";
import { isSafe } from "../ir/integer.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";

/**
 * Counters for an event that is decided by itself: those that nobody gave stand at nothing, as before the first event of
 * their keys. A decision at a gate never uses this; there every counter has its value from the journal.
 *
 * @returns all counters, and the names of those that were set to nothing
 */
export function firstEvent(
  rulebook: CheckedRulebook,
  given: Counters,
): { readonly counters: Counters; readonly assumed: readonly string[] } {
  const assumed = rulebook.counters.filter(({ name }) => given[name] === undefined);
  const nothing = assumed.map(({ name, range }) => [name, isSafe(range) ? 0 : 0n] as const);
  return { counters: { ...Object.fromEntries(nothing), ...given }, assumed: assumed.map(({ name }) => name) };
}
