import type { Citation } from "@twinline/rulebook";
import type { ReactNode } from "react";
import { useText } from "../../ui/language.ts";
import { citeText } from "./figure-text.ts";
import { History } from "./History.tsx";
import { findProvision } from "./law.ts";
import { useReader, useStudio } from "./studio-context.ts";

/** The right side while one reads: the history of what is looked at, and the text it rests on. */
export function SourcePane(): ReactNode {
  const text = useText();
  const { law, looking } = useStudio();
  if (!looking) return <p className="studio-note">{text("console.studio.look")}</p>;
  if (looking.kind === "provision") return <ProvisionText citation={looking.citation} />;
  const { parameters, rules, counters } = law.rulebook;
  const part = [...parameters, ...rules].find(({ name }) => name === looking.name);
  const versions: readonly { readonly source: readonly Citation[] }[] =
    part?.versions ?? counters.filter(({ name }) => name === looking.name);
  const rows = part?.versions.flatMap((version) =>
    "body" in version && version.body.kind === "table" ? version.body.rows : [],
  );
  const cited = [...versions, ...(rows ?? [])].flatMap(({ source }) => source);
  const distinct = new Map(cited.map((one) => [`${one.instrument}/${one.provision}`, one]));
  return (
    <>
      <History name={looking.name} />
      {[...distinct].map(([key, citation]) => (
        <ProvisionText key={key} citation={citation} />
      ))}
    </>
  );
}

function ProvisionText({ citation }: { readonly citation: Citation }): ReactNode {
  const text = useText();
  const { law } = useStudio();
  const reader = useReader();
  const provision = findProvision(law, citation);
  return (
    <article className="studio-provision">
      <h3>{citeText(law.rulebook, citation, reader)}</h3>
      {provision === undefined ? (
        <p className="studio-note">{text("console.studio.no-text")}</p>
      ) : (
        <div lang="en">
          {provision.text === undefined ? null : <blockquote>{provision.text}</blockquote>}
          <p className="studio-note">{provision.title}</p>
          <p className="studio-note">{provision.head}</p>
        </div>
      )}
    </article>
  );
}
