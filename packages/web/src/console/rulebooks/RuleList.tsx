import type { CheckedRulebook, Rule, RuleVersion } from "@twinline/rulebook";
import type { ReactNode } from "react";
import { useLanguage, useText } from "../../ui/language.ts";
import { Cites } from "./Cites.tsx";
import { expressionText } from "./expression-text.ts";
import { RuleTable } from "./RuleTable.tsx";

type Props = { readonly rulebook: CheckedRulebook; readonly day: number };

/** The rules in the order in which each follows what it reads; the wording of today. */
export function RuleList({ rulebook, day }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  return (
    <section id="rules" aria-labelledby="rules-title">
      <h2 id="rules-title">{text("console.rulebooks.rules")}</h2>
      <ul className="law-list">
        {rulebook.rules.map((rule) => (
          <li key={rule.name}>
            <h3>
              {rule.label?.[locale] ?? rule.name}{" "}
              {rulebook.outputs.includes(rule.name) ? (
                <span className="law-output">{text("console.rulebooks.output")}</span>
              ) : null}
            </h3>
            <RuleWords rulebook={rulebook} rule={rule} day={day} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RuleWords({ rulebook, rule, day }: Props & { readonly rule: Rule }): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const version: RuleVersion | undefined = rule.versions.findLast(({ from }) => from <= day);
  if (version === undefined) return <p className="quiet">{text("console.rulebooks.not-yet")}</p>;
  const { body, source, note } = version;
  const shown = note ?? rule.note;
  return (
    <>
      {body.kind === "is" ? (
        <p className="law-formula">{expressionText(body.expression, { rulebook, locale, text })}</p>
      ) : (
        <RuleTable rulebook={rulebook} rule={rule} table={body} />
      )}
      {source.length > 0 ? (
        <p className="law-source">
          <Cites rulebook={rulebook} source={source} />
        </p>
      ) : null}
      {shown ? <p className="law-note">{shown[locale] ?? shown.en}</p> : null}
    </>
  );
}
