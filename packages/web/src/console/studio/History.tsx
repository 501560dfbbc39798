import { formatDay, labelText } from "@twinline/rulebook";
import type { ReactNode } from "react";
import { useText } from "../../ui/language.ts";
import { Figures } from "./Figures.tsx";
import { Sources } from "./Sources.tsx";
import { useReader, useStudio } from "./studio-context.ts";
import { Wording } from "./Wording.tsx";

/** Every version of a figure or rule, oldest first: from which day, what, and where it is written. */
export function History({ name }: { readonly name: string }): ReactNode {
  const { law } = useStudio();
  const { rulebook, locale } = useReader();
  const parameter = rulebook.parameters.find((one) => one.name === name);
  const rule = rulebook.rules.find((one) => one.name === name);
  const note = (parameter ?? rule)?.note?.[locale];
  return (
    <section className="studio-history">
      <h3>{labelText(rulebook, locale, name)}</h3>
      {note === undefined ? null : <p className="studio-note">{note}</p>}
      <ol className="studio-versions">
        {parameter?.versions.map((version) => (
          <Version key={version.from} from={version.from} note={version.note?.[locale]}>
            <Figures parameter={parameter} version={version} rulebook={law.rulebook} />
            <Sources source={version.source} confidence={version.confidence} />
          </Version>
        ))}
        {rule?.versions.map((version) => (
          <Version key={version.from} from={version.from} note={version.note?.[locale]}>
            <Wording body={version.body} />
            <Sources source={version.source} />
          </Version>
        ))}
      </ol>
    </section>
  );
}

type VersionProps = { readonly from: number; readonly note: string | undefined; readonly children: ReactNode };

function Version({ from, note, children }: VersionProps): ReactNode {
  const { locale } = useReader();
  const text = useText();
  return (
    <li>
      <p className="studio-day">{text("console.studio.since", { day: formatDay(locale, from) })}</p>
      {children}
      {note === undefined ? null : <p className="studio-note">{note}</p>}
    </li>
  );
}
