import {
  type CheckedRulebook,
  type Figure,
  type Parameter,
  type ParameterVersion,
  valueText,
} from "@twinline/rulebook";
import type { ReactNode } from "react";
import { formatDate } from "../../format/index.ts";
import { useLanguage, useText } from "../../ui/language.ts";
import { Cites } from "./Cites.tsx";
import { dayOf } from "./days.ts";

type Props = { readonly rulebook: CheckedRulebook; readonly day: number };

/** The figures of the law: what is in force today, since when, from which source, and what was before. */
export function FigureList({ rulebook, day }: Props): ReactNode {
  const text = useText();
  return (
    <section id="figures" aria-labelledby="figures-title">
      <h2 id="figures-title">{text("console.rulebooks.figures.head")}</h2>
      <ul className="law-list">
        {rulebook.parameters.map((parameter) => (
          <li key={parameter.name}>
            <FigureCard rulebook={rulebook} parameter={parameter} day={day} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FigureCard({ rulebook, parameter, day }: Props & { readonly parameter: Parameter }): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const { name, label, note, versions } = parameter;
  const now = versions.findLast(({ from }) => from <= day);
  const others = versions.filter((version) => version !== now);
  return (
    <>
      <h3>{label?.[locale] ?? name}</h3>
      {now ? (
        <Version rulebook={rulebook} parameter={parameter} version={now} />
      ) : (
        <p className="quiet">{text("console.rulebooks.not-yet")}</p>
      )}
      {note ? <p className="law-note">{note[locale] ?? note.en}</p> : null}
      {others.length > 0 ? (
        <details>
          <summary>{text("console.rulebooks.other-days")}</summary>
          {others.map((version) => (
            <Version key={version.from} rulebook={rulebook} parameter={parameter} version={version} />
          ))}
        </details>
      ) : null}
    </>
  );
}

type VersionProps = {
  readonly rulebook: CheckedRulebook;
  readonly parameter: Parameter;
  readonly version: ParameterVersion;
};

function Version({ rulebook, parameter, version }: VersionProps): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const { from, keyed, other, source, confidence, note } = version;
  const written = (figure: Figure): string =>
    figure.kind === "unknown"
      ? text("console.rulebooks.unknown")
      : valueText(rulebook, locale, parameter.type, figure.value as string | number | boolean);
  const keyName = (key: string): string =>
    rulebook.codes.flatMap(({ values }) => values).find(({ code }) => code === key)?.label[locale] ?? key;
  const figures = [
    ...keyed.map(({ key, figure }) => `${keyName(key)}: ${written(figure)}`),
    ...(other ? [written(other)] : []),
  ];
  return (
    <div className="law-version">
      <p>
        <strong>{figures.join(locale === "zh" ? "；" : "; ")}</strong>{" "}
        <span className="quiet">{text("console.rulebooks.since", { day: formatDate(locale, dayOf(from)) })}</span>
      </p>
      <p className="law-source">
        <Cites rulebook={rulebook} source={source} confidence={confidence} />
      </p>
      {note ? <p className="law-note">{note[locale] ?? note.en}</p> : null}
    </div>
  );
}
