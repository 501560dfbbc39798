import type { CheckedRulebook, Fact } from "@twinline/rulebook";
import { plainDay } from "../calendar/legal-day.ts";
import type { RefusedSlip } from "../sales/covers.ts";
import type { Held } from "../spine/decision.ts";
import { daysUsed, type Stay } from "../stays/stay.ts";
import type { Direction, GoodsLine, TravellerFacts } from "./command.ts";

/** Everything that is known of a passage when it is decided. */
export type Known = {
  readonly direction: Direction;
  readonly gate: string;
  readonly day: number;
  readonly traveller: TravellerFacts;
  readonly guardian: boolean;
  readonly vehicle: boolean;
  readonly stay: Stay | undefined;
  readonly goods: GoodsLine | undefined;
  /** Why the first of the shown till slips that clears nothing does not; absent when there is none. */
  readonly slip?: RefusedSlip | undefined;
};

type Provider = {
  readonly type: Fact["type"]["kind"];
  /** The value as compiled rules hold it; undefined when it is not known. */
  readonly give: (known: Known) => string | number | boolean | undefined;
};

/** Facts a rulebook of passages may declare, by name. Money is in fen, mass in grams, days are whole days. */
const providers: { readonly [name: string]: Provider } = {
  document: { type: "code", give: ({ traveller }) => traveller.document.kind },
  nationality: { type: "country", give: ({ traveller }) => traveller.document.nationality },
  age: { type: "integer", give: ageOf },
  document_days_left: { type: "integer", give: documentDaysLeft },
  watch: { type: "code", give: ({ traveller }) => traveller.watch },
  guardian: { type: "boolean", give: ({ guardian }) => guardian },
  vehicle: { type: "boolean", give: ({ vehicle }) => vehicle },
  inside: { type: "boolean", give: ({ stay }) => stay !== undefined },
  stay_days: { type: "integer", give: ({ stay, day }) => (stay === undefined ? 0 : daysUsed(stay, day)) },
  stay_days_over: {
    type: "integer",
    give: ({ stay, day }) => (stay === undefined ? 0 : Math.max(0, day - stay.lastDay)),
  },
  same_gate: { type: "boolean", give: ({ stay, gate }) => stay === undefined || stay.gate === gate },
  goods_value: { type: "money", give: ({ goods }) => goods?.valueMinor ?? 0 },
  goods_value_eur: { type: "money", give: ({ goods }) => goods?.valueEurMinor },
  goods_mass: { type: "quantity", give: ({ goods }) => goods?.massGrams ?? 0 },
  goods_volume: { type: "quantity", give: ({ goods }) => goods?.volumeMl },
  goods_quantity: { type: "integer", give: ({ goods }) => goods?.quantity ?? 0 },
  indivisible: { type: "boolean", give: ({ goods }) => goods?.indivisible ?? false },
  goods_class: ofCategory("goods_class", "code"),
  article: ofCategory("article", "code"),
  never_exempt: ofCategory("never_exempt", "boolean"),
  slip: { type: "code", give: ({ slip }) => slip },
};

const categoryFacts = new Set(["goods_class", "article", "never_exempt"]);

/** A declared fact that nothing at a gate can provide, or not with that type. */
export type FactGap = { readonly fact: string; readonly needs: string; readonly provided: string | undefined };

/** Facts the rulebook declares and a gate cannot give. Such a rulebook is not published (it would refer everyone). */
export function factGaps(rulebook: Pick<CheckedRulebook, "facts">): readonly FactGap[] {
  return rulebook.facts
    .filter((fact) => providers[fact.name]?.type !== fact.type.kind)
    .map((fact) => ({ fact: fact.name, needs: fact.type.kind, provided: providers[fact.name]?.type }));
}

/**
 * The declared facts of a passage. What is not known is left out: an optional fact is then missing, a required one makes
 * the decision unanswerable. Empty hands have no category: a required fact of one is then the first of its codes, or false.
 */
export function factsOf(rulebook: Pick<CheckedRulebook, "facts" | "codes">, known: Known): Held {
  const facts: Record<string, string | number | boolean> = {};
  for (const fact of rulebook.facts) {
    const value = providers[fact.name]?.give(known) ?? (known.goods === undefined ? idle(rulebook, fact) : undefined);
    if (value !== undefined) facts[fact.name] = value;
  }
  return facts;
}

function ofCategory(fact: string, type: "code" | "boolean"): Provider {
  return { type, give: ({ goods }) => goods?.facts[fact] };
}

function idle({ codes }: Pick<CheckedRulebook, "codes">, { name, type, optional }: Fact): string | boolean | undefined {
  if (optional || !categoryFacts.has(name)) return undefined;
  if (type.kind === "boolean") return false;
  return type.kind === "code" ? codes.find((list) => list.name === type.list)?.values[0]?.code : undefined;
}

/** Completed years on the day; one born on 29 February is a year older on 1 March of a common year. */
function ageOf({ traveller: { document }, day }: Known): number | undefined {
  if (document.bornDay === undefined) return undefined;
  const born = plainDay(document.bornDay);
  const today = plainDay(day);
  const before = today.month < born.month || (today.month === born.month && today.day < born.day);
  return today.year - born.year - (before ? 1 : 0);
}

function documentDaysLeft({ traveller: { document }, day }: Known): number | undefined {
  return document.lastValidDay === undefined ? undefined : document.lastValidDay - day;
}
