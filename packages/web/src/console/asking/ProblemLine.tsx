import type { Problem } from "@twinline/api";
import type { ReactNode } from "react";
import { useLanguage, useText } from "../../ui/language.ts";
import { problemText } from "../../ui/problem-text.ts";

/** What could not be done, in the reader's language; nothing when all is well. */
export function ProblemLine({ problem }: { readonly problem: Problem | undefined }): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  if (problem === undefined) return null;
  return (
    <p className="ui-error" role="alert">
      {problemText(problem, locale, text)}
    </p>
  );
}
