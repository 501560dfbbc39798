import type { Decision } from "../compile/decision.ts";
import type { Confidence } from "../ir/parameter.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import type { Texts } from "../ir/texts.ts";
import { explain } from "./explain.ts";
import { citeTexts, type ExplanationLine, type Source } from "./line.ts";
import type { ExplainInput } from "./teller.ts";

/** One sentence of a decision with every provision it rests on; `rule` is absent for a decision without an answer. */
export type Reason = {
  readonly rule?: string;
  readonly text: Texts;
  readonly citations: readonly { readonly provision: string; readonly cite: Texts; readonly confidence: Confidence }[];
};

/** The sentences of a decision, one for each output, without the workings below them. */
export function reasonsOf(rulebook: CheckedRulebook, input: ExplainInput, decision: Decision): Reason[] {
  return explain(rulebook, input, decision).map((line) => ({
    ...(line.rule && { rule: line.rule }),
    text: line.text,
    citations: leastSure(sourcesBelow(line)).map((source) => ({ ...source, cite: citeOf(rulebook, source.provision) })),
  }));
}

function sourcesBelow(line: ExplanationLine): Source[] {
  return [...(line.sources ?? []), ...line.children.flatMap(sourcesBelow)];
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
