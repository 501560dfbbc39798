import {
  type CheckedRulebook,
  compileSource,
  type Decision,
  explain,
  type Facts,
  presentCounters,
  presentFacts,
  presentOutputs,
} from "@twinline/rulebook";
import { dateOf } from "../replay/calendar.ts";
import type { Told } from "../replay/result.ts";
import { examplesCaveat, twinCaveat } from "./caveats.ts";
import { divergenceOf } from "./divergence.ts";
import { OpennessError } from "./error.ts";
import { HistoryCounters, type TwinEvent } from "./history-counters.ts";
import { originFacts } from "./origin-facts.ts";
import { Tally } from "./tally.ts";
import type { PassportTwins, TwinExample, TwinKind, TwinResult } from "./twin-result.ts";

export const PASSPORTS_MAX = 60;
export const TWIN_EVENTS_MAX = 200_000;
/** Examples kept of each passport and kind. */
export const TWIN_EXAMPLES_MAX = 3;
/** The code of a document that every country issues. */
const PASSPORT = "passport";

export type TwinJob = {
  readonly rulebook: CheckedRulebook;
  /** Events sorted by person, then in the order in which they were decided. */
  readonly events: readonly TwinEvent[];
  readonly kind: "history" | "examples";
  /** Countries as the rulebook writes them, ISO 3166-1 alpha-2. */
  readonly passports: readonly string[];
};

/**
 * Decides every event again as if the same traveller held another passport, everything else equal; her counters are her
 * own twin's. Tells how often and how the outcome differs, and the provision at which the decisions part.
 *
 * @throws OpennessError "openness/origin-fact" when no country fact is read, "openness/passport", "openness/history"
 */
export function twins({ rulebook, events, kind, passports }: TwinJob): TwinResult {
  const fact = originFacts(rulebook).find(({ how }) => how === "country")?.name;
  if (fact === undefined)
    throw new OpennessError(
      "openness/origin-fact",
      rulebook.name,
      `Cannot make twins: "${rulebook.name}" reads no country`,
    );
  requireBounds(events, passports);
  const results = passports.flatMap((passport) =>
    kindsOf(rulebook).map((each) => compare(rulebook, events, fact, passport, each)),
  );
  const days = events.map((event) => event.days.legal);
  return {
    rulebook: { name: rulebook.name, hash: rulebook.hash, side: rulebook.side },
    sample: {
      kind,
      events: events.length,
      people: new Set(events.map(({ person }) => person)).size,
      from: dateOf(days.reduce((least, day) => Math.min(least, day))).toString(),
      to: dateOf(days.reduce((most, day) => Math.max(most, day))).toString(),
    },
    fact,
    passports: results.map((one) => one.twins),
    provisions: Tally.merge(results.map((one) => one.tally)),
    examples: results.flatMap((one) => one.examples),
    caveats: kind === "examples" ? [twinCaveat, examplesCaveat] : [twinCaveat],
  };
}

function requireBounds(events: readonly TwinEvent[], passports: readonly string[]): void {
  if (events.length === 0 || events.length > TWIN_EVENTS_MAX)
    throw new OpennessError(
      "openness/history",
      "events",
      `Cannot make twins: 1 to ${TWIN_EVENTS_MAX} events are expected`,
    );
  if (passports.length === 0 || passports.length > PASSPORTS_MAX)
    throw new OpennessError(
      "openness/passport",
      "passports",
      `Cannot make twins: 1 to ${PASSPORTS_MAX} passports are expected`,
    );
}

/** The second kind is made only where the rulebook knows documents, one of which is a passport. */
function kindsOf({ facts, codes }: CheckedRulebook): readonly TwinKind[] {
  const type = facts.find(({ name }) => name === "document")?.type;
  const list = type?.kind === "code" ? codes.find(({ name }) => name === type.list) : undefined;
  return list?.values.some(({ code }) => code === PASSPORT) ? ["same-document", "own-passport"] : ["same-document"];
}

function twinFacts(facts: Facts, fact: string, passport: string, kind: TwinKind): Facts {
  const changed = { ...facts, [fact]: passport };
  return kind === "own-passport" ? { ...changed, document: PASSPORT } : changed;
}

type Compared = { readonly twins: PassportTwins; readonly tally: Tally; readonly examples: readonly TwinExample[] };

function compare(
  rulebook: CheckedRulebook,
  events: readonly TwinEvent[],
  fact: string,
  passport: string,
  kind: TwinKind,
): Compared {
  const decide = compileSource(rulebook);
  const read = new Set(originFacts(rulebook).map(({ name }) => name));
  const [ownCounters, twinCounters] = [new HistoryCounters(rulebook), new HistoryCounters(rulebook)];
  const tally = new Tally(rulebook);
  const examples: TwinExample[] = [];
  let person: number | undefined;
  for (const event of events) {
    if (event.person !== person) for (const counters of [ownCounters, twinCounters]) counters.clear();
    person = event.person;
    if (event.facts[fact] === undefined || event.facts[fact] === passport) continue;
    const other = { ...event, facts: twinFacts(event.facts, fact, passport, kind) };
    const before = [ownCounters.valuesBefore(event), twinCounters.valuesBefore(other)] as const;
    const own = decide(event.facts, before[0], event.days);
    const twin = decide(other.facts, before[1], event.days);
    if (own.kind === "decided") ownCounters.add(event, own);
    if (twin.kind === "decided") twinCounters.add(other, twin);
    const parting = divergenceOf(rulebook, own, twin, read);
    const outputs = tally.add(own, twin, parting);
    if (outputs.length === 0 || examples.length >= TWIN_EXAMPLES_MAX) continue;
    examples.push({
      passport,
      kind,
      passage: event.passage,
      line: event.line,
      day: dateOf(event.days.legal).toString(),
      facts: presentFacts(rulebook, event.facts),
      twinFacts: presentFacts(rulebook, other.facts),
      outputs,
      ...(parting === undefined ? {} : { parting }),
      own: tell(rulebook, event, before[0], own),
      twin: tell(rulebook, other, before[1], twin),
    });
  }
  return { twins: { passport, kind, ...tally.result() }, tally, examples };
}

function tell(
  rulebook: CheckedRulebook,
  { facts, days }: TwinEvent,
  counters: ReturnType<HistoryCounters["valuesBefore"]>,
  decision: Decision,
): Told {
  return {
    counters: presentCounters(rulebook, counters),
    outputs: decision.kind === "decided" ? presentOutputs(rulebook, decision.outputs) : {},
    explanation: explain(rulebook, { facts, counters, days }, decision),
  };
}
