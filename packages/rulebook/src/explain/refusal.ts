import type { Unanswerable } from "../compile/decision.ts";
import { versionAt } from "../compile/plan.ts";
import type { CheckedRulebook } from "../ir/rulebook.ts";
import { formatSince } from "./format.ts";
import { citedBy, type ExplanationLine, lineOf } from "./line.ts";
import type { ExplainInput } from "./teller.ts";
import { labelText } from "./value-text.ts";
import { fill, inAll, refusalWords } from "./words.ts";

/** Why there is no answer: one sentence that names what stands in the way, with the provision if it is a figure. */
export function refusalLine(rulebook: CheckedRulebook, input: ExplainInput, refusal: Unanswerable): ExplanationLine {
  const parameter = rulebook.parameters.find(({ name }) => name === refusal.name);
  const version = parameter?.versions[versionAt(parameter.versions, input.days.law)];
  return lineOf({
    text: inAll((language) =>
      fill(refusalWords[refusal.reason][language], {
        name: labelText(rulebook, language, refusal.name),
        since: formatSince(language, rulebook.covers.from),
      }),
    ),
    cited: version && citedBy(rulebook, version.source, version.confidence),
  });
}
