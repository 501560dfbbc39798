import { type Example, labelText, valueText } from "@twinline/rulebook";
import type { ReactNode } from "react";
import { useText } from "../../ui/language.ts";
import { dayText } from "./day-text.ts";
import { useReader, useStudio } from "./studio-context.ts";

/** The examples that stand in the law's own file: on which day, and what follows. They all hold, or the law would not load. */
export function WrittenExamples(): ReactNode {
  const { law } = useStudio();
  return (
    <ul className="studio-examples">
      {law.rulebook.tests.map((example) => (
        <WrittenExample key={example.at.line} example={example} />
      ))}
    </ul>
  );
}

function WrittenExample({ example }: { readonly example: Example }): ReactNode {
  const { rulebook, locale } = useReader();
  const text = useText();
  const { it, time, expect } = example;
  return (
    <li>
      <p>
        <span lang={it[locale] === undefined ? "en" : undefined}>{it[locale] ?? it.en ?? ""}</span>{" "}
        <span className="studio-day">{dayText(locale, time.law)}</span>
      </p>
      {expect.kind === "unanswerable" ? (
        <p className="studio-note">{text("console.reason.unanswerable")}</p>
      ) : (
        <dl className="studio-expected">
          {expect.outputs.map(({ name, value }) => {
            const type = rulebook.rules.find((rule) => rule.name === name)?.type;
            return (
              <div key={name}>
                <dt>{labelText(rulebook, locale, name)}</dt>
                <dd>{type ? valueText(rulebook, locale, type, value) : String(value)}</dd>
              </div>
            );
          })}
        </dl>
      )}
    </li>
  );
}
