import { type CheckedRulebook, compileRaw, type DecideRaw } from "@twinline/rulebook";
import { type CountedRulebook, withCounted } from "./counted.ts";
import { ReplayError } from "./error.ts";
import { isFoldable, type LoopCounter } from "./loop.ts";

/** A rulebook made ready to decide a sorted history. */
export type Policy = {
  readonly rulebook: CheckedRulebook;
  readonly decide: DecideRaw;
  readonly counters: readonly LoopCounter[];
};

/**
 * Compiles a rulebook by the gate's own compiler, with what each event adds to its counters.
 *
 * @throws ReplayError "replay/counter" for a counter that one sorted pass cannot keep
 */
export function policyOf(rulebook: CheckedRulebook): Policy {
  const counted: CountedRulebook = withCounted(rulebook);
  const counters = counted.counters.map(({ counter, output }) => {
    const { name, per, within } = counter;
    if (!isFoldable(per)) {
      const why = "it is not of a person, a visit or a passage";
      throw new ReplayError("replay/counter", name, `Cannot replay the counter "${name}": ${why}`);
    }
    return { name, per, output, ...(within === undefined ? {} : { within }) };
  });
  return { rulebook, decide: compileRaw(counted.rulebook), counters };
}
