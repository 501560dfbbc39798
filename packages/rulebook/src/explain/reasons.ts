import type { Decision } from "../compile/decision.ts";
import type { Citation } from "../ir/instrument.ts";
import type { Confidence } from "../ir/parameter.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import type { Texts } from "../ir/texts.ts";
import { explain, rootsRead, sourcesOf } from "./explain.ts";
import { citeTexts, type Source } from "./line.ts";
import { readNames } from "./path.ts";
import { saySentence, valueSentence } from "./sentence.ts";
import { type ExplainInput, type Teller, tellerOf } from "./teller.ts";

/** One sentence of a decision with every provision it rests on; `rule` is absent for a decision without an answer. */
export type Reason = {
  readonly rule?: string;
  readonly text: Texts;
  readonly citations: readonly { readonly provision: string; readonly cite: Texts; readonly confidence: Confidence }[];
};

/**
 * The sentences of a decision, one for each output, without the workings below them: the same as the first lines that
 * `explain` tells, at a tenth of its cost, because a gate says them for every passage.
 * @param wanted outputs to be told; all when absent. A decision without an answer is told whatever was wanted.
 */
export function reasonsOf(
  rulebook: CheckedRulebook,
  input: ExplainInput,
  decision: Decision,
  wanted: (output: string) => boolean = () => true,
): Reason[] {
  if (decision.kind === "unanswerable")
    return explain(rulebook, input, decision).map(({ text, sources = [] }) => reasonOf(rulebook, text, sources));
  const teller = tellerOf(rulebook, input, decision.trace);
  const roots = new Set(rulebook.outputs);
  return rulebook.outputs.filter(wanted).map((name) => {
    const sources = sourcesBelow(name, teller, { roots, told: new Set() });
    return { rule: name, ...reasonOf(rulebook, sentenceOf(name, teller), sources) };
  });
}

function sentenceOf(name: string, teller: Teller): Texts {
  const index = teller.plan.ruleIndex.get(name)!;
  const rule = teller.rulebook.rules[index]!;
  if (rule.say) return saySentence(rule, teller);
  return valueSentence(rule, rule.versions[teller.trace.versions.rules[index]!]!, index, teller);
}

/** As in `explain`: `roots` are told by themselves, nothing twice below one output. */
type Telling = { readonly roots: ReadonlySet<string>; readonly told: Set<string> };

/** What the rule rests on, then what each figure, counter and rule that was read rests on. */
function sourcesBelow(name: string, teller: Teller, telling: Telling): Source[] {
  const { rulebook, plan, trace } = teller;
  telling.told.add(name);
  const ruleAt = plan.ruleIndex.get(name);
  if (ruleAt !== undefined) {
    const version = rulebook.rules[ruleAt]!.versions[trace.versions.rules[ruleAt]!]!;
    const read = readNames(rootsRead(version, ruleAt, teller), teller);
    const below = read.flatMap((each) =>
      telling.told.has(each) || telling.roots.has(each) ? [] : sourcesBelow(each, teller, telling),
    );
    return [...cited(sourcesOf(version, ruleAt, teller)), ...below];
  }
  const parameterAt = rulebook.parameters.findIndex((each) => each.name === name);
  if (parameterAt < 0) return cited(rulebook.counters.find((each) => each.name === name)?.source ?? []);
  const { source, confidence } = rulebook.parameters[parameterAt]!.versions[trace.versions.parameters[parameterAt]!]!;
  return cited(source, confidence);
}

function cited(citations: readonly Citation[], confidence: Confidence = "high"): Source[] {
  return citations.map(({ instrument, provision }) => ({ provision: `${instrument}/${provision}`, confidence }));
}

function reasonOf(rulebook: CheckedRulebook, text: Texts, sources: readonly Source[]): Omit<Reason, "rule"> {
  const citations = leastSure(sources).map((source) => ({ ...source, cite: citeOf(rulebook, source.provision) }));
  return { text, citations };
}

const sureness: readonly Confidence[] = ["high", "medium", "low", "unverified"];

/** Each provision once, with the lowest confidence it was used at. */
function leastSure(sources: readonly Source[]): Source[] {
  const byProvision = new Map<string, Source>();
  for (const source of sources) {
    const known = byProvision.get(source.provision);
    if (known && sureness.indexOf(known.confidence) >= sureness.indexOf(source.confidence)) continue;
    byProvision.set(source.provision, source);
  }
  return [...byProvision.values()];
}

function citeOf(rulebook: CheckedRulebook, source: string): Texts {
  const at = source.indexOf("/");
  return citeTexts(rulebook, { instrument: source.slice(0, at), provision: source.slice(at + 1) });
}
