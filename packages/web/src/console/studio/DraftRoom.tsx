import type { CheckedRulebook } from "@twinline/rulebook";
import { type ReactNode, useEffect } from "react";
import { DraftPane } from "./DraftPane.tsx";
import { addChange } from "./draft-text.ts";
import { startOfChange } from "./start-of-change.ts";
import { useStudio } from "./studio-context.ts";
import { useDraft } from "./use-draft.ts";

type Props = {
  readonly today: string;
  /** A figure or rule that somebody asked to change and that the draft has not taken yet. */
  readonly wanted: string | undefined;
  readonly onTaken: () => void;
  /** Tells what the law would be, while the draft can be read. */
  readonly onJudged: (rulebook: CheckedRulebook | undefined) => void;
};

/** The draft with all that reads, checks and writes law: fetched when somebody begins to draft, not to read the law. */
export function DraftRoom({ today, wanted, onTaken, onJudged }: Props): ReactNode {
  const { law } = useStudio();
  const draft = useDraft(law, today);
  const { rulebook } = draft.judged;
  useEffect(() => {
    if (wanted === undefined) return;
    const start = startOfChange(law, draft.text, wanted, today);
    if (start) draft.write(addChange(draft.text, start));
    onTaken();
  }, [wanted, law, draft, today, onTaken]);
  useEffect(() => onJudged(rulebook), [rulebook, onJudged]);
  return <DraftPane draft={draft} today={today} />;
}
