import { type ReactNode, useState } from "react";
import { ask } from "../../link/ask.ts";
import { type Result, resultOfRecorded, signAsSecond } from "../../sign-in/access.ts";
import { useText } from "../../ui/language.ts";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";
import { SecondFields } from "../second/SecondFields.tsx";
import { type BoardKey, boardWord, useBoardText } from "../supervision/board-text.ts";
import { decisions, findingCodes, findings, grounds, means, readStep, type StepDraft, type StepName } from "./steps.ts";

type Props = {
  readonly id: string;
  readonly step: StepName;
  readonly may: readonly string[];
  readonly onClose: () => void;
};

/** One step in a case. What restricts somebody asks for the second officer. */
export function StepDialog({ id, step, may, onClose }: Props): ReactNode {
  const text = useBoardText();
  const { run, isBusy, problem } = useDeed("cases");
  const [draft, setDraft] = useState<StepDraft>({ choice: "", code: "" });
  const [second, setSecond] = useState("");
  const takesTwo = step === "finding" && draft.choice === "restricted";
  const take = async (): Promise<void> => {
    if (readStep(step, draft) === undefined) return;
    if (await run(() => send(id, step, draft, takesTwo ? second.trim() : undefined))) onClose();
  };
  return (
    <ConfirmDialog
      title={text(`step.${step}`)}
      act={text(`step.${step}.act`)}
      isBusy={isBusy || readStep(step, draft) === undefined}
      problem={problem}
      onAct={() => void take()}
      onClose={onClose}
    >
      <p>{text(`step.${step}.more`)}</p>
      <StepFields step={step} draft={draft} mayRestrict={may.includes("restrict")} onChange={setDraft} />
      {takesTwo ? <SecondFields code={second} onCode={setSecond} /> : null}
    </ConfirmDialog>
  );
}

async function send(id: string, step: StepName, draft: StepDraft, code: string | undefined): Promise<Result<unknown>> {
  const key = crypto.randomUUID();
  const deed = { act: `case.restrict/${id}`, asked: readStep(step, draft) ?? {} };
  const signed = code === undefined ? undefined : await signAsSecond(deed, code || undefined);
  if (signed?.kind === "problem") return signed;
  const body = readStep(step, draft, signed?.value.token);
  return resultOfRecorded(await ask("caseStep", { params: { id }, body, key }));
}

type FieldsProps = {
  readonly step: StepName;
  readonly draft: StepDraft;
  readonly mayRestrict: boolean;
  readonly onChange: (draft: StepDraft) => void;
};

function StepFields({ step, draft, mayRestrict, onChange }: FieldsProps): ReactNode {
  const text = useBoardText();
  const choose = (choice: string): void => onChange({ ...draft, choice });
  if (step === "evidence")
    return <TextField label={text("step.evidence.numbers")} value={draft.choice} onChange={choose} maxLength={200} />;
  const lists = {
    notice: { label: "step.notice.means", prefix: "means", codes: means },
    appeal: { label: "step.appeal.ground", prefix: "code", codes: grounds },
    finding: {
      label: "case.finding",
      prefix: "finding",
      codes: findings.filter((one) => mayRestrict || one !== "restricted"),
    },
    decision: { label: "step.decision.what", prefix: "decision", codes: decisions },
  } as const satisfies Record<string, { label: BoardKey; prefix: string; codes: readonly string[] }>;
  const { label, prefix, codes } = lists[step];
  return (
    <>
      <CodeSelect label={text(label)} prefix={prefix} codes={codes} value={draft.choice} onChange={choose} />
      {step === "finding" || step === "decision" ? (
        <CodeSelect
          label={text("case.why")}
          prefix="code"
          codes={step === "finding" ? findingCodes : grounds}
          value={draft.code}
          onChange={(code) => onChange({ ...draft, code })}
        />
      ) : null}
    </>
  );
}

type CodeProps = {
  readonly label: string;
  readonly prefix: string;
  readonly codes: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function CodeSelect({ label, prefix, codes, value, onChange }: CodeProps): ReactNode {
  const text = useBoardText();
  const ui = useText();
  const options = codes.map((code) => ({ value: code, label: boardWord(text, prefix, code) }));
  return <Select label={label} empty={ui("ui.choose")} value={value} onChange={onChange} options={options} />;
}
