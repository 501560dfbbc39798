import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { Button } from "../../ui/Button.tsx";
import { useText } from "../../ui/language.ts";
import { englishName, rewrittenExample } from "./base-text.ts";
import { dayText } from "./day-text.ts";
import { replaceExample } from "./draft-text.ts";
import { exampleValues } from "./example-values.ts";
import type { JudgedExample } from "./judge-draft.ts";
import { pathOf } from "./law.ts";
import { useReader, useStudio } from "./studio-context.ts";
import type { Draft } from "./use-draft.ts";

/** The examples under the draft, those that fail first, with what they expect and what the draft gives. */
export function ExampleList({ draft }: { readonly draft: Draft }): ReactNode {
  const text = useText();
  const { locale } = useReader();
  const { examples } = draft.judged;
  const failing = examples.filter(({ failures }) => failures.length > 0);
  const passing = examples.filter(({ failures }) => failures.length === 0);
  const count = (list: readonly unknown[]): string => formatInteger(locale, list.length);
  return (
    <section aria-live="polite">
      <h3>{text("console.studio.examples")}</h3>
      {examples.length === 0 ? null : (
        <p className="studio-note">
          {text("console.studio.examples.count", { failing: count(failing), passing: count(passing) })}
        </p>
      )}
      <ExampleItems examples={failing} draft={draft} />
      {passing.length === 0 ? null : (
        <details className="studio-passing">
          <summary>{text("console.studio.examples.passing")}</summary>
          <ExampleItems examples={passing} draft={draft} />
        </details>
      )}
    </section>
  );
}

type Props = { readonly examples: readonly JudgedExample[]; readonly draft: Draft };

function ExampleItems({ examples, draft }: Props): ReactNode {
  return (
    <ul className="studio-examples">
      {examples.map((example) => (
        <ExampleItem key={`${example.test.at.file}:${example.test.at.line}`} example={example} draft={draft} />
      ))}
    </ul>
  );
}

function ExampleItem({ example, draft }: { readonly example: JudgedExample; readonly draft: Draft }): ReactNode {
  const text = useText();
  const reader = useReader();
  const { law } = useStudio();
  const { test, failures } = example;
  const isFailing = failures.length > 0;
  const rewritten = isFailing && test.at.file !== pathOf(draft.name) ? rewrittenExample(law, example) : undefined;
  const values = draft.judged.rulebook ? exampleValues(example, draft.judged.rulebook, reader) : [];
  const told = test.it[reader.locale] ?? test.it.en ?? "";
  return (
    <li data-failing={isFailing}>
      <p>
        <strong className="studio-mark">
          {isFailing ? "✕" : "✓"} {text(isFailing ? "console.studio.fails" : "console.studio.passes")}
        </strong>{" "}
        <span lang={test.it[reader.locale] === undefined ? "en" : undefined}>{told}</span>{" "}
        <span className="studio-day">{dayText(reader.locale, test.time.law)}</span>
      </p>
      <ul className="studio-values">
        {values.map((value) => (
          <li key={value.label}>
            {text(valueKey(value), { ...value, before: value.before ?? "", expected: value.expected ?? "" })}
          </li>
        ))}
        {isFailing && values.length === 0
          ? failures.map((failure) => (
              <li key={failure} lang="en">
                {failure}
              </li>
            ))
          : null}
      </ul>
      {rewritten ? (
        <Button onPress={() => draft.write(replaceExample(draft.text, englishName(test), rewritten))}>
          {text("console.studio.example.accept")}
        </Button>
      ) : null}
    </li>
  );
}

function valueKey({ after, expected }: { readonly after: string; readonly expected: string | undefined }) {
  return expected !== undefined && expected !== after
    ? "console.studio.example.wrong"
    : "console.studio.example.changed";
}
