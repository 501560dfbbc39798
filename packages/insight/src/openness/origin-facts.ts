import type { CheckedRulebook, Texts } from "@twinline/rulebook";
import standing from "../../data/openness/origin-facts.json" with { type: "json" };

/** A fact that tells where a traveller or a thing comes from, directly (a country) or because it stands for a country. */
export type OriginFact = {
  readonly name: string;
  readonly label: Texts;
  readonly how: "country" | "stands-for";
  /** Why it stands for a country; absent for a country itself. */
  readonly why?: Texts;
};

const standingFor: ReadonlyMap<string, Texts> = new Map(Object.entries(standing.facts));

/** Every fact of the rulebook that tells nationality or side: those of country type, and those listed as standing for it. */
export function originFacts({ facts }: CheckedRulebook): readonly OriginFact[] {
  return facts.flatMap(({ name, label, type }): OriginFact[] => {
    if (type.kind === "country") return [{ name, label, how: "country" }];
    const why = standingFor.get(name);
    return why === undefined ? [] : [{ name, label, how: "stands-for", why }];
  });
}
