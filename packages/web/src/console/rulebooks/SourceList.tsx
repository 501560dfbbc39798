import type { CheckedRulebook } from "@twinline/rulebook";
import type { ReactNode } from "react";
import { formatDate } from "../../format/index.ts";
import { useLanguage, useText } from "../../ui/language.ts";
import { dayOf } from "./days.ts";

/** The acts that the rulebook cites, and whether their wording is held here. */
export function SourceList({ rulebook }: { readonly rulebook: CheckedRulebook }): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  return (
    <section id="sources" aria-labelledby="sources-title">
      <h2 id="sources-title">{text("console.rulebooks.sources.head")}</h2>
      <ul className="law-list">
        {rulebook.instruments.map(({ id, cite, inForce, sha256, note }) => (
          <li key={id}>
            <h3>{cite[locale].replaceAll("{n}", "…")}</h3>
            <p className="quiet">
              <span className="ui-mono">{id}</span> ·{" "}
              {text("console.rulebooks.since", { day: formatDate(locale, dayOf(inForce)) })}
            </p>
            {sha256 ? (
              <p className="law-source">
                {text("console.rulebooks.held")} <span className="ui-mono law-hash">{sha256}</span>
              </p>
            ) : (
              <p className="law-source">{text("console.rulebooks.not-held")}</p>
            )}
            {note ? <p className="law-note">{note[locale] ?? note.en}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
