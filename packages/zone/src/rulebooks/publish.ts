import type { CheckedRulebook } from "@twinline/rulebook";
import { WINDOW_DAYS_MAX } from "../allowances/counter-key.ts";
import { factGaps } from "../passages/facts.ts";
import { outputGaps } from "../passages/verdict.ts";
import type { Author, Body, Concept } from "../spine/concept.ts";
import { getText } from "../spine/read-body.ts";
import type { Change } from "../spine/state.ts";

/** Table of the rulebooks in force, by full name. */
export const RULEBOOK = "rulebook";

/** A checked rulebook comes into force here; its file stands in the rule set under the hash. */
export type PublishCommand = {
  readonly kind: "publish";
  readonly by: Author;
  readonly rulebook: Pick<CheckedRulebook, "name" | "hash" | "side" | "decides">;
};

export const publish: Concept<PublishCommand> = {
  kind: "publish",
  keys: ({ rulebook }) => [{ table: RULEBOOK, key: rulebook.name }],
  decide: ({ rulebook: { name, hash, side, decides } }, state) => {
    const before = state.find(RULEBOOK, name)?.hash;
    const details = { rulebook: name, hash, side, decides, ...(before === undefined ? {} : { replaces: before }) };
    return before === hash
      ? { outcome: "refused", reason: "same_text", details }
      : { outcome: "done", reason: "published", details };
  },
  apply: publishChanges,
};

/** Why a rulebook cannot decide here although its text is right: one sentence each. */
export function publishFaults(rulebook: CheckedRulebook): readonly string[] {
  return [...passageFaults(rulebook), ...counterFaults(rulebook)];
}

const outputsNeeded: { readonly [decides: string]: readonly string[] } = {
  arrival: ["verdict", "reason", "stay_days_allowed"],
  departure: ["verdict", "reason"],
};

function passageFaults(rulebook: CheckedRulebook): readonly string[] {
  const needed = outputsNeeded[rulebook.decides];
  if (needed === undefined) return [];
  const facts = factGaps(rulebook).map(({ fact, needs, provided }) =>
    provided === undefined
      ? `Cannot publish "${rulebook.name}": a gate cannot provide the fact "${fact}"`
      : `Cannot publish "${rulebook.name}": the fact "${fact}" is declared ${needs}, a gate provides ${provided}`,
  );
  const outputs = outputGaps(rulebook, needed).map(
    (name) => `Cannot publish "${rulebook.name}": the output "${name}" is missing`,
  );
  return [...facts, ...outputs];
}

/** What the spine can count: persons, gates and passages, in periods and in windows of bounded length. */
function counterFaults({ name, counters }: CheckedRulebook): readonly string[] {
  return counters.flatMap((counter) => {
    const foreign = counter.per.filter((key) => key === "firm" || key === "visit");
    const long = (counter.within ?? 0) > WINDOW_DAYS_MAX;
    return [
      ...foreign.map(
        (key) => `Cannot publish "${name}": the counter "${counter.name}" is kept per ${key}, no gate knows it`,
      ),
      ...(long
        ? [`Cannot publish "${name}": the window of "${counter.name}" is longer than ${WINDOW_DAYS_MAX} days`]
        : []),
    ];
  });
}

function publishChanges(body: Body, number: number): readonly Change[] {
  if (body.outcome !== "done") return [];
  const row = {
    hash: getText(body, "hash"),
    side: getText(body, "side"),
    decides: getText(body, "decides"),
    entry: number,
  };
  return [{ kind: "put", table: RULEBOOK, key: getText(body, "rulebook"), row }];
}
