import { Link } from "@tanstack/react-router";
import type { EntryRow } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useText } from "../../ui/language.ts";
import { kindWord } from "../entries/kind-word.ts";
import { OutcomeMark } from "../entries/OutcomeMark.tsx";
import { useReasonWord } from "../entries/use-reason-word.ts";
import { useWhen } from "../shell/use-when.ts";
import { boardWord, useBoardText } from "../supervision/board-text.ts";

type Props = { readonly title: string; readonly rows: readonly EntryRow[]; readonly isSteps?: boolean };

/** Entries of the journal, each with what it says and a way to it; of steps, what was done. */
export function EntryLines({ title, rows, isSteps = false }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useBoardText();
  const ui = useText();
  const when = useWhen();
  const reasonWord = useReasonWord();
  return (
    <section>
      <h3>{title}</h3>
      <ul className="case-list">
        {rows.map(({ number, at, kind, outcome, reason }) => (
          <li key={number}>
            <Link to="/entries" search={{ open: number }}>{`№ ${formatInteger(locale, number)}`}</Link>
            <span>{when.moment(at)}</span>
            {isSteps ? null : <OutcomeMark outcome={outcome} />}
            <span className={isSteps ? "" : "quiet"}>
              {isSteps ? boardWord(text, "done", reason) : `${kindWord(kind, ui)}: ${reasonWord(reason)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
