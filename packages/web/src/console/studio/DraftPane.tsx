import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { useText } from "../../ui/language.ts";
import { Changes } from "./Changes.tsx";
import { Differences } from "./Differences.tsx";
import { DraftText } from "./DraftText.tsx";
import { newDraft } from "./draft-text.ts";
import { ExampleList } from "./ExampleList.tsx";
import { SavedReforms } from "./SavedReforms.tsx";
import { SaveReform } from "./SaveReform.tsx";
import { useStudio } from "./studio-context.ts";
import type { Draft } from "./use-draft.ts";

type Props = { readonly draft: Draft; readonly today: string };

/** The right side while one drafts: what changes, the text, whether it holds, whom it touches, and the way to save it. */
export function DraftPane({ draft, today }: Props): ReactNode {
  const text = useText();
  const { law } = useStudio();
  return (
    <div className="studio-draft" aria-busy={!draft.isJudged}>
      <Changes draft={draft} />
      <Differences draft={draft} />
      <ExampleList draft={draft} />
      <DraftText draft={draft} />
      <SaveReform draft={draft} />
      <SavedReforms draft={draft} />
      <p>
        <Button onPress={() => draft.write(newDraft(`${law.rulebook.name}-reform`, law.rulebook, today))}>
          {text("console.studio.begin-anew")}
        </Button>
      </p>
    </div>
  );
}
