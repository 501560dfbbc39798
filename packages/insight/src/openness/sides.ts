import type { Texts } from "@twinline/rulebook";
import { type CheckedRulebook, compileSource, presentOutputs } from "@twinline/rulebook";
import { same } from "./divergence.ts";
import { HistoryCounters, type TwinEvent } from "./history-counters.ts";
import type { CodeShift } from "./twin-result.ts";

/** One rulebook with the sample as its own facts tell it. */
export type SideSample = { readonly rulebook: CheckedRulebook; readonly events: readonly TwinEvent[] };

/** The same travellers at both gates: how often an output that both rulebooks have comes out otherwise. */
export type SideResult = {
  readonly sides: readonly [string, string];
  readonly rulebooks: readonly [string, string];
  readonly compared: number;
  readonly different: number;
  readonly outputs: readonly { readonly output: string; readonly shifts: readonly CodeShift[] }[];
  /** Facts that only one of the two asks for. */
  readonly factsOfOneSide: readonly { readonly side: string; readonly facts: readonly string[] }[];
  readonly caveats: readonly Texts[];
};

const UNANSWERED = "unanswerable";

/** Decides the events that both samples hold by each side's own rulebook and compares the outputs of the same name. */
export function compareSides(one: SideSample, other: SideSample): SideResult {
  const outputs = one.rulebook.outputs.filter((name) => other.rulebook.outputs.includes(name));
  const [mine, theirs] = [decideAll(one), decideAll(other)];
  const shifts = new Map(outputs.map((name) => [name, new Map<string, CodeShift>()]));
  let compared = 0;
  let different = 0;
  for (const [key, own] of mine) {
    const twin = theirs.get(key);
    if (twin === undefined) continue;
    compared += 1;
    const apart = outputs.filter((name) => !same(own[name], twin[name]));
    if (apart.length > 0) different += 1;
    for (const name of apart) {
      const [from, to] = [String(own[name] ?? UNANSWERED), String(twin[name] ?? UNANSWERED)];
      const of = shifts.get(name)!;
      const known = of.get(`${from}\n${to}`);
      of.set(`${from}\n${to}`, { from, to, events: (known?.events ?? 0) + 1 });
    }
  }
  return {
    sides: [one.rulebook.side, other.rulebook.side],
    rulebooks: [one.rulebook.name, other.rulebook.name],
    compared,
    different,
    outputs: outputs.map((output) => ({
      output,
      shifts: [...shifts.get(output)!.values()].sort((a, b) => b.events - a.events),
    })),
    factsOfOneSide: [factsOnly(one, other), factsOnly(other, one)],
    caveats: [caveat],
  };
}

function factsOnly({ rulebook }: SideSample, other: SideSample): SideResult["factsOfOneSide"][number] {
  const theirs = new Set(other.rulebook.facts.map(({ name }) => name));
  return { side: rulebook.side, facts: rulebook.facts.flatMap(({ name }) => (theirs.has(name) ? [] : [name])) };
}

type Outputs = ReturnType<typeof presentOutputs>;

function decideAll({ rulebook, events }: SideSample): ReadonlyMap<string, Outputs> {
  const decide = compileSource(rulebook);
  const counters = new HistoryCounters(rulebook);
  const decided = new Map<string, Outputs>();
  let person: number | undefined;
  for (const event of events) {
    if (event.person !== person) counters.clear();
    person = event.person;
    const decision = decide(event.facts, counters.valuesBefore(event), event.days);
    if (decision.kind === "decided") counters.add(event, decision);
    const outputs = decision.kind === "decided" ? presentOutputs(rulebook, decision.outputs) : {};
    decided.set(`${event.passage} ${event.line}`, outputs);
  }
  return decided;
}

const caveat: Texts = {
  en: "The same travellers are led before each side's rules as held here; in life each side sees its own travellers.",
  zh: "把同一批旅客分别按双方现有规则判定；实际上各方只面对自己的旅客。",
  kk: "Бір жолаушылар екі тараптың осындағы ережелерімен тексеріледі; шындықта әр тарап өз жолаушыларын көреді.",
  ru: "Одни и те же путешественники проверены по правилам каждой стороны, какие есть здесь; в жизни каждая сторона видит своих.",
};
