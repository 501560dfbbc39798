import { Link } from "@tanstack/react-router";
import type { CaseDetail } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { useText } from "../../ui/language.ts";
import { problemOf } from "../asking/asked.ts";
import { ProblemLine } from "../asking/ProblemLine.tsx";
import { useWhen } from "../shell/use-when.ts";
import { boardWord, caseName, useBoardText } from "../supervision/board-text.ts";
import { EntryLines } from "./EntryLines.tsx";
import { SidePanel } from "./SidePanel.tsx";
import { StepDialog } from "./StepDialog.tsx";
import { type StepName, stepsOf } from "./steps.ts";
import { useCase } from "./use-cases.ts";

/** A case: what it is about, its evidence, its steps, and what may be done next. */
export function CasePanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactNode {
  const text = useBoardText();
  const ui = useText();
  const { data, error } = useCase(id);
  return (
    <SidePanel title={data ? caseName(text, data.row.about, id) : id} onClose={onClose}>
      <ProblemLine problem={problemOf(error)} />
      {data ? <Told detail={data} /> : error ? null : <p className="quiet">{ui("console.loading")}</p>}
    </SidePanel>
  );
}

function Told({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const text = useBoardText();
  const ui = useText();
  const when = useWhen();
  const { row, appealUntil, code } = detail;
  const [step, setStep] = useState<StepName>();
  const finding = row.finding === undefined ? undefined : boardWord(text, "finding", row.finding);
  return (
    <>
      <p className="capacity-advice">{row.name || ui("console.destroyed")}</p>
      <p className="quiet">
        {boardWord(text, "state", row.state)} · {text("case.until")}: {when.day(row.until)}
      </p>
      {finding ? (
        <p>
          <strong>{finding}</strong>
          {code ? `: ${boardWord(text, "code", code)}` : ""}
          {row.decision ? ` · ${boardWord(text, "decision", row.decision)}` : ""}
          {appealUntil && row.state === "found"
            ? ` · ${text("case.appeal-until", { day: when.day(appealUntil) })}`
            : ""}
        </p>
      ) : null}
      {row.finding === "restricted" && row.state !== "decided" ? (
        <p className="case-note">
          {text("case.no-verdict")} <Link to="/watchlist">{ui("console.watchlist")}</Link>
        </p>
      ) : null}
      <div className="case-acts">
        {stepsOf(row.state, detail.may).map((name) => (
          <Button key={name} onPress={() => setStep(name)}>
            {text(`step.${name}`)}
          </Button>
        ))}
      </div>
      <EntryLines title={text("case.steps")} rows={detail.steps} isSteps />
      <EntryLines title={text("case.evidence")} rows={detail.evidence} />
      {step ? <StepDialog id={row.id} step={step} may={detail.may} onClose={() => setStep(undefined)} /> : null}
    </>
  );
}
