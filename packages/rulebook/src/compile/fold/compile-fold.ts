import { periodOf } from "../../counters/period.ts";
import type { CheckedRulebook } from "../../ir/rulebook.ts";
import { planOf } from "../plan.ts";
import { surroundingsOf } from "../source/compile-source.ts";
import { type Fold, FoldError } from "./fold.ts";
import { emitFold } from "./program.ts";

/**
 * The rules as one loop over columns, with counters as its local variables: the exact replay of counters that feed on
 * what they decide. Engines only sort; a history too large for one machine is split by subject. `counters` names the
 * counters that are folded, all that rules read if left out; the others are columns. Throws FoldError.
 */
export function compileFold(rulebook: CheckedRulebook, counters?: readonly string[]): () => Fold {
  const plan = planOf(rulebook);
  const names = counters ?? [...plan.counters];
  const folded = rulebook.counters.filter(({ name }) => names.includes(name));
  const wide = [...rulebook.facts, ...rulebook.counters].find(({ name }) => plan.wide.has(name));
  if (wide) throw new FoldError(wide.name, "its values exceed 2^53");
  const text = emitFold(plan, folded);
  const surroundings = { ...surroundingsOf(plan), periodOf };
  const create = new Function(...Object.keys(surroundings), text);
  return () => create(...Object.values(surroundings)) as Fold;
}
