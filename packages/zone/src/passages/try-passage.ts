import { type DecisionRecord, decideRecorded } from "../spine/decision.ts";
import { getRulebook, type Installed, type World } from "../spine/installed.ts";
import { factsOf, type Known } from "./facts.ts";
import { rulebookOf } from "./passage.ts";

/** A passage that nobody makes: what the rules would say on a legal day, with counters as given. Nothing is recorded. */
export function tryPassage(
  world: World,
  known: Known,
  counters: { readonly [name: string]: number },
): { readonly installed: Installed; readonly record: DecisionRecord } {
  const installed = getRulebook(world, rulebookOf[known.direction]);
  const given = installed.rulebook.counters.map(({ name }) => [name, counters[name] ?? 0]);
  const days = { law: known.day, legal: known.day };
  const record = decideRecorded(installed, factsOf(installed.rulebook, known), Object.fromEntries(given), days);
  return { installed, record };
}
