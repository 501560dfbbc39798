import type { Citation, Confidence } from "@twinline/rulebook";
import type { ReactNode } from "react";
import { useText } from "../../ui/language.ts";
import { citeText } from "./figure-text.ts";
import { useReader, useStudio } from "./studio-context.ts";

type Props = { readonly source: readonly Citation[]; readonly confidence?: Confidence };

/** Citations as links to the text of their provision, with how sure one may be of what was taken from it. */
export function Sources({ source, confidence = "high" }: Props): ReactNode {
  const { shown, look } = useStudio();
  const reader = useReader();
  return (
    <>
      {source.map((citation) => (
        <button
          key={`${citation.instrument}/${citation.provision}`}
          type="button"
          className="studio-link"
          onClick={() => look({ kind: "provision", citation })}
        >
          {citeText(shown, citation, reader)}
        </button>
      ))}
      <ConfidenceMark confidence={confidence} />
    </>
  );
}

/** Says nothing of a figure that is certain. */
export function ConfidenceMark({ confidence }: { readonly confidence: Confidence }): ReactNode {
  const text = useText();
  if (confidence === "high") return null;
  return <span className="studio-confidence">{text(`console.confidence.${confidence}`)}</span>;
}
