import type { Verdict } from "@twinline/api";
import type { ReactNode } from "react";
import { VerdictShape } from "../../ui/VerdictShape.tsx";
import { useOutcomeWord } from "./use-outcome-word.ts";

const verdicts: ReadonlySet<string> = new Set<Verdict>(["admit", "refer", "refuse"]);

/** A verdict with its outline and colour; other outcomes are plain words, for colours belong to verdicts only. */
export function OutcomeMark({ outcome }: { readonly outcome: string }): ReactNode {
  const word = useOutcomeWord();
  if (!verdicts.has(outcome)) return <span className="quiet">{word(outcome)}</span>;
  return (
    <span className="outcome" data-verdict={outcome}>
      <VerdictShape verdict={outcome as Verdict} size={17} />
      {word(outcome)}
    </span>
  );
}
