import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { useLanguage, useText } from "../../ui/language.ts";
import { problemText } from "../../ui/problem-text.ts";
import { asked, problemOf } from "../asking/asked.ts";
import { AdoptReform } from "./AdoptReform.tsx";
import { useStudio } from "./studio-context.ts";
import type { Draft } from "./use-draft.ts";

/** Reforms of this very law that somebody saved; one of them can be taken up again as the draft. */
export function SavedReforms({ draft }: { readonly draft: Draft }): ReactNode {
  const text = useText();
  const { locale } = useLanguage();
  const { law } = useStudio();
  const [error, setError] = useState<unknown>();
  const [adopting, setAdopting] = useState<string>();
  const list = useQuery({ queryKey: ["proposals"], queryFn: () => asked("proposals") });
  const own = (list.data?.rows ?? []).filter(({ baseHash }) => baseHash === law.rulebook.hash);
  const takeUp = (hash: string): void => {
    asked("proposal", { params: { hash } }).then(
      (found) => draft.write(found.text),
      (failure: unknown) => setError(failure),
    );
  };
  const problem = problemOf(error ?? list.error);
  if (own.length === 0 && !problem) return null;
  return (
    <section>
      <h3>{text("console.studio.reforms")}</h3>
      {problem ? <p className="ui-error">{problemText(problem, locale, text)}</p> : null}
      <ul>
        {own.map(({ name, hash, entry }) => (
          <li key={hash}>
            <button type="button" className="studio-link" onClick={() => takeUp(hash)}>
              {text("console.studio.reforms.take-up", { name, number: formatInteger(locale, entry) })}
            </button>{" "}
            <Link className="studio-link" to="/replays" search={{ proposal: hash }}>
              {text("console.studio.replay")}
            </Link>
            {list.data?.may.includes("adopt") ? (
              <>
                {" "}
                <button type="button" className="studio-link" onClick={() => setAdopting(hash)}>
                  {text("console.studio.adopt", { name })}
                </button>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      {adopting === undefined ? null : <AdoptReform hash={adopting} onClose={() => setAdopting(undefined)} />}
    </section>
  );
}
