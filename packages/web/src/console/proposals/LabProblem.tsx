import type { Problem } from "@twinline/api";
import type { ReactNode } from "react";
import { ProblemLine } from "../asking/ProblemLine.tsx";
import { isLabKey, useLabText } from "../lab/lab-text.ts";

/** What the node refused of a proposal, in words; other problems as everywhere. */
export function LabProblem({ problem }: { readonly problem: Problem | undefined }): ReactNode {
  const text = useLabText();
  const key = problem?.type.replace("refused/", "proposal.refused.") ?? "";
  if (!isLabKey(key)) return <ProblemLine problem={problem} />;
  return (
    <p className="ui-error" role="alert">
      {text(key)}
    </p>
  );
}
