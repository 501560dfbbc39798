import type { CheckedRulebook, Counter, Decide } from "@twinline/rulebook";
import type { DecisionRecord } from "./decision.ts";

/** A rulebook in force on this node, ready to decide. */
export type Installed = {
  readonly rulebook: CheckedRulebook;
  readonly decide: Decide;
  /** What an earlier decision of this rulebook adds to the counter; undefined when its `where` leaves it out. */
  readonly amountOf: (counter: Counter, record: DecisionRecord) => number | undefined;
};

/** What the pure core knows beyond state: whose node it is, the law in force there and the signed days. */
export type World = {
  /** Name of the journal, e.g. twinline/khorgos/cn. */
  readonly origin: string;
  readonly zone: string;
  readonly side: string;
  /** Current rulebooks by full name, e.g. khorgos/cn/arrival. */
  readonly rulebooks: ReadonlyMap<string, Installed>;
  /** Legal day of this side for an instant in epoch ms. Throws CalendarError outside the signed days. */
  readonly legalDay: (atMs: number) => number;
  /** Codes that may be named as reason for an override; absent where the zone has no such list. */
  readonly overrideReasons?: ReadonlySet<string>;
};

/** The law that a decision needs is not in force on this node. */
export class NotPublishedError extends Error {
  readonly id = "rulebook/not-published";
  readonly rulebook: string;

  constructor(rulebook: string) {
    super(`Cannot decide: no rulebook "${rulebook}" is published`);
    this.rulebook = rulebook;
  }
}

/** The side's rulebook of that name, e.g. "arrival". Throws NotPublishedError. */
export function getRulebook(world: World, name: string): Installed {
  const full = `${world.zone}/${world.side}/${name}`;
  const installed = world.rulebooks.get(full);
  if (installed === undefined) throw new NotPublishedError(full);
  return installed;
}
