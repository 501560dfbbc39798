import {
  type CheckedRulebook,
  type Contribution,
  type Counter,
  type Counters,
  compileContribution,
  type Days,
  type Decided,
  type Facts,
  isInPeriod,
} from "@twinline/rulebook";
import { OpennessError } from "./error.ts";

/** One line of a traveller's history, ready to be decided. Days are days since 1970-01-01. */
export type TwinEvent = {
  readonly person: number;
  readonly visit: number;
  readonly passage: number;
  readonly line: number;
  readonly days: Days;
  readonly facts: Facts;
};

type Kept = { readonly event: TwinEvent; readonly adds: bigint };

const SUBJECTS: ReadonlySet<string> = new Set(["person", "visit", "passage"]);

/** Counters of one traveller, kept in memory over her decided events. */
export class HistoryCounters {
  readonly #counters: readonly { readonly counter: Counter; readonly contribution: Contribution; kept: Kept[] }[];

  /** @throws OpennessError "openness/counter" for a counter that one traveller's history cannot keep */
  constructor(rulebook: CheckedRulebook) {
    const read = new Set(rulebook.rules.flatMap(({ reads }) => reads));
    this.#counters = rulebook.counters
      .filter(({ name }) => read.has(name))
      .map((counter) => {
        if (!counter.per.some((key) => SUBJECTS.has(key)))
          throw new OpennessError(
            "openness/counter",
            counter.name,
            `Cannot keep the counter "${counter.name}": it is not of a person, a visit or a passage`,
          );
        return { counter, contribution: compileContribution(rulebook, counter), kept: [] };
      });
  }

  /** Forgets everything: the next event is another person's. */
  clear(): void {
    for (const each of this.#counters) each.kept = [];
  }

  valuesBefore(event: TwinEvent): Counters {
    const sums = this.#counters.map(({ counter, kept }) => {
      const earlier = kept.filter((one) => isSame(counter, one.event, event));
      return [counter.name, Number(earlier.reduce((sum, one) => sum + one.adds, 0n))] as const;
    });
    return Object.fromEntries(sums);
  }

  /** Only what is decided counts; a refusal's `where` keeps it out as at the gate. */
  add(event: TwinEvent, { trace }: Decided): void {
    for (const each of this.#counters) {
      const adds = each.contribution({ facts: event.facts, days: event.days, trace });
      // An event of another period can only count in a rolling window; the others are let go.
      each.kept = each.kept.filter(
        (one) => each.counter.within !== undefined || isSame(each.counter, one.event, event),
      );
      if (adds !== undefined) each.kept.push({ event, adds });
    }
  }
}

function isSame(counter: Counter, earlier: TwinEvent, event: TwinEvent): boolean {
  const subject = (key: "person" | "visit" | "passage"): boolean =>
    !counter.per.includes(key) || earlier[key] === event[key];
  return (
    subject("person") &&
    subject("visit") &&
    subject("passage") &&
    isInPeriod(counter, earlier.days.legal, event.days.legal)
  );
}
