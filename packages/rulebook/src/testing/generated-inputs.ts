import type { Counters, Days, Facts, Held } from "../compile/decision.ts";
import { boundsOf, codesOf } from "../compile/fact-fault.ts";
import { planOf } from "../compile/plan.ts";
import type { Fact } from "../ir/fact.ts";
import { type Bounds, isSafe } from "../ir/integer.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import type { Random } from "./random.ts";

export type GeneratedInput = { readonly facts: Facts; readonly counters: Counters; readonly days: Days };

/** Inputs that crowd where rulebooks turn: bounds and one beyond, figures, version days, missing and wrong values. */
export function generateInput(rulebook: CheckedRulebook, random: Random): GeneratedInput {
  const figures = figuresOf(rulebook);
  const facts: { [name: string]: Held } = {};
  for (const fact of rulebook.facts) {
    if (random.chance(fact.optional ? 0.4 : 0.005)) continue;
    facts[fact.name] = random.chance(0.005) ? wrongValue(random) : factValue(rulebook, fact, figures, random);
  }
  const counters: { [name: string]: number | bigint } = {};
  for (const { name, range } of rulebook.counters) {
    if (!random.chance(0.01)) counters[name] = integerIn(range, figures, random);
  }
  const dates = planOf(rulebook).spans;
  const law = random.pick(dates) + random.pick([-1, 0, 1, random.below(400)]);
  return { facts, counters, days: { law, legal: law + random.pick([0, 0, 1]) } };
}

function factValue(rulebook: CheckedRulebook, fact: Fact, figures: readonly bigint[], random: Random): Held {
  switch (fact.type.kind) {
    case "boolean":
      return random.chance(0.5);
    case "text":
      return random.pick(["", "AB 12", "'\"\\", "口岸"]);
    case "country":
      return random.pick(["CN", "KZ", "UZ", "KG", "XX", "DE"]);
    case "code":
      return random.pick(codesOf(rulebook, fact.type.list));
    case "day":
      return random.pick([19_782, 20_148, 20_240, 15_399 + random.below(5000)]);
    default:
      return integerIn(boundsOf(fact), figures, random);
  }
}

function wrongValue(random: Random): Held {
  return random.pick<Held>([-1, 1.5, Number.NaN, "", "zz", true, 2 ** 40, 10n ** 20n, -0]);
}

function integerIn(bounds: Bounds, figures: readonly bigint[], random: Random): number | bigint {
  const [min, max] = [BigInt(bounds.min), BigInt(bounds.max)];
  const span = max - min;
  const inside = min + (span === 0n ? 0n : (BigInt(random.below(2 ** 30)) * span) / BigInt(2 ** 30));
  const small = min + BigInt(random.below(Number(span > 2000n ? 2000n : span) + 1));
  const near = figures.length === 0 ? small : random.pick(figures) + BigInt(random.below(3) - 1);
  const value = random.pick([inside, small, near, near, min, max, random.chance(0.02) ? max + 1n : max]);
  const held = value < min ? min : value;
  const isExact = Number.isSafeInteger(Number(held));
  return isSafe(bounds) || (isExact && random.chance(0.5)) ? Number(held) : held;
}

/** Every figure of the law, once: comparisons turn on them. */
function figuresOf(rulebook: CheckedRulebook): bigint[] {
  const figures = rulebook.parameters.flatMap(({ versions }) =>
    versions.flatMap(({ other, keyed }) => [other, ...keyed.map(({ figure }) => figure)]),
  );
  return figures.flatMap((figure) =>
    figure?.kind === "known" && /^-?\d+$/.test(String(figure.value)) ? [BigInt(figure.value)] : [],
  );
}
