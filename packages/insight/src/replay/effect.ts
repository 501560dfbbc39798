import type { CheckedRulebook } from "@twinline/rulebook";
import { ReplayError } from "./error.ts";

/**
 * Refuses a reform that cannot alter any replayed decision: its text equals the base, or it begins after the last law
 * date. A reform that did nothing and said nothing is the trap of openfisca-core#1331.
 *
 * @throws ReplayError "replay/no-effect"
 */
export function requireEffect(base: CheckedRulebook, reform: CheckedRulebook, lastLaw: number): void {
  if (wordingUntil(base, lastLaw) !== wordingUntil(reform, lastLaw)) return;
  const message =
    `Cannot replay "${reform.name}": it changes nothing that is in force on the replayed days; ` +
    `a reform of a later day names the law date to replay under as "replay: {law: …}"`;
  throw new ReplayError("replay/no-effect", reform.name, message);
}

/** Everything decisions until a law date can depend on, without places and sources. */
function wordingUntil({ facts, counters, parameters, rules, outputs }: CheckedRulebook, lastLaw: number): string {
  const dated = <T extends { readonly versions: readonly { readonly from: number }[] }>(all: readonly T[]) =>
    all.map((each) => ({ ...each, versions: each.versions.filter(({ from }) => from <= lastLaw) }));
  const told = { facts, counters, parameters: dated(parameters), rules: dated(rules), outputs };
  return JSON.stringify(told, (key, value: unknown) => (IRRELEVANT.has(key) ? undefined : value));
}

const IRRELEVANT = new Set(["at", "source", "label", "note", "say", "confidence", "bounds", "definition"]);
