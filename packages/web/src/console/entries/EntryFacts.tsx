import { type CheckedRulebook, labelText, valueText } from "@twinline/rulebook";
import type { ReactNode } from "react";
import type { Locale } from "../../format/index.ts";
import { useLanguage, useText } from "../../ui/language.ts";
import { useRulebook } from "../asking/use-rulebook.ts";
import { type BodyDecision, decisionsIn } from "./entry-decisions.ts";

/** What each decision was taken on and what it gave, in the words of the rulebook it was taken under. */
export function EntryFacts({ body }: { readonly body: string }): ReactNode {
  const decisions = decisionsIn(body);
  return decisions.map((decision, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: decisions of an entry never change their order
    <Decision key={at} decision={decision} />
  ));
}

function Decision({ decision }: { readonly decision: BodyDecision }): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const { data } = useRulebook(decision.hash);
  const rulebook = data?.rulebook;
  return (
    <section>
      <h3>{text("console.facts")}</h3>
      <p className="quiet">{rulebook ? rulebook.label[locale] : decision.rulebook}</p>
      <dl className="facts">
        <Values values={decision.facts} rulebook={rulebook} locale={locale} />
        <Values values={decision.counters} rulebook={rulebook} locale={locale} />
      </dl>
      <h3>{text("console.outputs")}</h3>
      <dl className="facts">
        <Values values={decision.outputs} rulebook={rulebook} locale={locale} />
      </dl>
    </section>
  );
}

type ValuesProps = {
  readonly values: Readonly<Record<string, string | number | boolean>>;
  readonly rulebook: CheckedRulebook | undefined;
  readonly locale: Locale;
};

function Values({ values, rulebook, locale }: ValuesProps): ReactNode {
  return Object.entries(values).map(([name, value]) => (
    <div key={name}>
      <dt>{rulebook ? labelText(rulebook, locale, name) : name}</dt>
      <dd>{written(rulebook, locale, name, value)}</dd>
    </div>
  ));
}

function written(
  rulebook: CheckedRulebook | undefined,
  locale: Locale,
  name: string,
  value: string | number | boolean,
): string {
  if (rulebook === undefined) return String(value);
  const { facts, counters, rules } = rulebook;
  const type = [...facts, ...counters, ...rules].find((one) => one.name === name)?.type;
  return type === undefined ? String(value) : valueText(rulebook, locale, type, value);
}
