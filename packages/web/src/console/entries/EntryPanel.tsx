import type { EntryDetail } from "@twinline/api";
import type { ReactNode } from "react";
import { formatInteger } from "../../format/index.ts";
import { Button } from "../../ui/Button.tsx";
import { useLanguage, useText } from "../../ui/language.ts";
import { Mark } from "../../ui/Mark.tsx";
import { problemText } from "../../ui/problem-text.ts";
import { problemOf } from "../asking/asked.ts";
import { useWhen } from "../shell/use-when.ts";
import { EntryFacts } from "./EntryFacts.tsx";
import { Explanation } from "./Explanation.tsx";
import { kindWord } from "./kind-word.ts";
import { OutcomeMark } from "./OutcomeMark.tsx";
import { ProofSection } from "./ProofSection.tsx";
import { useEntry } from "./use-entries.ts";
import { useReasonWord } from "./use-reason-word.ts";

type Props = { readonly number: number; readonly onClose: () => void };

/** One entry beside the list: what was asked, what came out and why, and the proof that nobody changed it since. */
export function EntryPanel({ number, onClose }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const { data, error, isPlaceholderData } = useEntry(number);
  const problem = problemOf(error);
  return (
    <aside className="entry" aria-label={text("console.entry", { number: formatInteger(locale, number) })}>
      <header className="entry-head">
        <h2>{text("console.entry", { number: formatInteger(locale, number) })}</h2>
        <Button onPress={onClose}>{text("ui.close")}</Button>
      </header>
      {problem ? (
        <p className="ui-error" role="alert">
          {problemText(problem, locale, text)}
        </p>
      ) : data ? (
        <div className="entry-body" {...(isPlaceholderData && { "data-stale": "" })}>
          <EntryBody detail={data} />
        </div>
      ) : (
        <p className="quiet">{text("console.loading")}</p>
      )}
    </aside>
  );
}

function EntryBody({ detail }: { readonly detail: EntryDetail }): ReactNode {
  const text = useText();
  const when = useWhen();
  const reasonWord = useReasonWord();
  const { row, explanation, replayed, body } = detail;
  const hasDecisions = explanation.length > 0;
  return (
    <>
      <p className="entry-what">
        <OutcomeMark outcome={row.outcome} />
        <strong>{reasonWord(row.reason)}</strong>
      </p>
      <p className="quiet">
        {kindWord(row.kind, text)} · {when.moment(row.at, true)}
        {row.gate ? ` · ${row.gate}` : ""}
        {row.lane ? ` · ${text("gate.lane", { lane: row.lane })}` : ""}
      </p>
      {hasDecisions ? (
        <>
          <p className="entry-replay">
            <Mark mark={replayed ? "ok" : "stop"} label={text(replayed ? "ui.mark.ok" : "ui.mark.stop")} />
            {text(replayed ? "console.replayed" : "console.replayed.not")}
          </p>
          <section>
            <h3>{text("gate.why")}</h3>
            <Explanation lines={explanation} />
          </section>
        </>
      ) : null}
      <EntryFacts body={body} />
      <ProofSection detail={detail} />
      <details className="entry-raw">
        <summary>{text("console.raw")}</summary>
        <pre>{body}</pre>
      </details>
    </>
  );
}
