import type { CheckedRulebook, Facts } from "@twinline/rulebook";
import type { TwinEvent } from "./history-counters.ts";

/** The rulebook's own examples as a sample, each a traveller of her own with her earlier events. */
export function exampleSample({ tests }: CheckedRulebook): readonly TwinEvent[] {
  return tests.flatMap((test, person) => {
    const events = [...test.earlier, { time: test.time, facts: test.facts }];
    return events.map(({ time, facts }, line) => ({
      person,
      visit: person,
      passage: person + 1,
      line,
      days: { law: time.law, legal: time.legal },
      facts: facts as Facts,
    }));
  });
}
