import { useDeferredValue, useMemo, useState } from "react";
import { newDraft } from "./draft-text.ts";
import { type Judged, judgeDraft } from "./judge-draft.ts";
import type { Law } from "./law.ts";

/** A draft of a reform: one text, what it is called, and what it comes to. */
export type Draft = {
  readonly text: string;
  readonly name: string;
  readonly judged: Judged;
  /** False for the moment between a key and its judgement. */
  readonly isJudged: boolean;
  write(text: string): void;
};

const PREFIX = "twinline.draft.";

/** The draft of this law on this device: it outlives the page, until somebody begins anew. */
export function useDraft(law: Law, today: string): Draft {
  const { name: base, hash } = law.rulebook;
  const place = `${PREFIX}${base}@${hash}`;
  const [text, setText] = useState(
    () => localStorage.getItem(place) ?? newDraft(`${base}-reform`, law.rulebook, today),
  );
  const judgedText = useDeferredValue(text);
  const name = nameOf(judgedText) ?? `${base}-reform`;
  const judged = useMemo(() => judgeDraft(law, name, judgedText), [law, name, judgedText]);
  const write = (next: string): void => {
    localStorage.setItem(place, next);
    setText(next);
  };
  return { text, name, judged, isJudged: judgedText === text, write };
}

/** The name that a reform gives itself. */
export function nameOf(text: string): string | undefined {
  return /^reform: ([a-z0-9-]+\/[a-z]+\/[a-z0-9-]+) *$/m.exec(text)?.[1];
}
