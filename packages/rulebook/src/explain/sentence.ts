import type { Rule, RuleVersion } from "../ir/rule.ts";
import type { Texts } from "../ir/texts.ts";
import { rowsText } from "./rows.ts";
import { renderMessage } from "./say.ts";
import type { Teller } from "./teller.ts";
import { labelText, valueText } from "./value-text.ts";
import { colon, inAll } from "./words.ts";
import { isSimple, workingText } from "./working.ts";

/** "duty = round half up (1,000.00 × 13%) = CNY 130.00", or "limit = CNY 10,000.00: row 3". */
export function valueSentence(rule: Rule, { body }: RuleVersion, index: number, teller: Teller): Texts {
  return inAll((language) => {
    const value = valueText(teller.rulebook, language, rule.type, teller.trace.values[index]!);
    const label = labelText(teller.rulebook, language, rule.name);
    if (body.kind === "table")
      return `${label} = ${value}${colon[language]}${rowsText(body, teller.trace.rows[index]!, language)}`;
    const { expression } = body;
    if (isSimple(expression, teller)) return `${label} = ${value}`;
    const working = workingText(expression, language, teller);
    if (rule.type.kind !== "boolean") return `${label} = ${working} = ${value}`;
    return label + colon[language] + value + (language === "zh" ? `（${working}）` : ` (${working})`);
  });
}

/** The say-text of a rule with its values. */
export function saySentence(rule: Rule, teller: Teller): Texts {
  const { rulebook, plan, trace, input } = teller;
  const types = new Map(
    [...rulebook.facts, ...rulebook.parameters, ...rulebook.counters, ...rulebook.rules].map((each) => [
      each.name,
      each.type,
    ]),
  );
  const held = (name: string) => {
    const index = plan.ruleIndex.get(name);
    if (index !== undefined) return trace.values[index];
    const parameter = rulebook.parameters.find((each) => each.name === name);
    if (!parameter) return input.facts[name] ?? input.counters[name];
    return teller.evaluate({
      kind: "parameter",
      name,
      type: parameter.type,
      ...(parameter.bounds && { bounds: parameter.bounds }),
      at: parameter.at,
    });
  };
  return inAll((language) =>
    renderMessage(rule.say![language], language, {
      held,
      text: (name) => {
        const value = held(name);
        return value === undefined ? "—" : valueText(rulebook, language, types.get(name)!, value);
      },
    }),
  );
}
