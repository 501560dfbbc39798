import type { ReactNode } from "react";
import { useLanguage, useText } from "../../ui/language.ts";
import type { Draft } from "./use-draft.ts";

/** What changes for whom, in sentences. */
export function Differences({ draft }: { readonly draft: Draft }): ReactNode {
  const text = useText();
  const { locale } = useLanguage();
  const { changes, rulebook } = draft.judged;
  return (
    <section aria-live="polite">
      <h3>{text("console.studio.differences")}</h3>
      {changes.length === 0 ? (
        <p className="studio-note">{text(rulebook ? "console.studio.differences.none" : "console.studio.faulty")}</p>
      ) : (
        <ul className="studio-sentences">
          {changes.map((change) => (
            <li key={`${change.name} ${change.from ?? ""} ${change.text.en}`}>{change.text[locale]}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
