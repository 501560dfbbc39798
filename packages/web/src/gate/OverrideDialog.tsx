import type { Verdict } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useLanguage, useText, useTexts } from "../ui/language.ts";
import { problemText } from "../ui/problem-text.ts";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import { VerdictShape } from "../ui/VerdictShape.tsx";
import type { GateActions, GateView } from "./view.ts";

type Props = { readonly view: GateView; readonly on: GateActions; readonly verdict: Verdict };

/** Against the rules' verdict: a reason from the rulebook, and a second officer who signs in here and now (P26). */
export function OverrideDialog({ view, on, verdict }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const word = useTexts();
  const [reason, setReason] = useState("");
  const [code, setCode] = useState("");
  const [isAsked, setAsked] = useState(false);
  const { phase } = view.state;
  if (phase.kind !== "decided") return null;
  const { busy, problem } = view.override;
  const confirm = (): void => {
    setAsked(true);
    if (reason !== "") on.override(reason, code.trim() === "" ? undefined : code.trim());
  };
  return (
    <Dialog title={text(`gate.act.${verdict}.against`)} onClose={on.leaveOverride}>
      <p className="override-change">
        <Word verdict={phase.answer.verdict} />
        <span aria-hidden="true">→</span>
        <Word verdict={verdict} />
      </p>
      <Select
        label={text("gate.override.reason")}
        empty={text("ui.choose")}
        value={reason}
        onChange={setReason}
        options={(view.codes?.overrideReasons ?? []).map(({ code, label }) => ({ value: code, label: word(label) }))}
        error={isAsked && reason === "" ? text("gate.error.reason") : undefined}
      />
      {view.offersCode ? (
        <TextField label={text("gate.override.code")} mono value={code} onChange={setCode} maxLength={43} />
      ) : null}
      <p>{text(busy ? "gate.override.waiting" : "gate.override.second")}</p>
      {problem ? (
        <p className="ui-error" role="alert">
          {problemText(problem, locale, text)}
        </p>
      ) : null}
      <div className="ui-dialog-buttons">
        <Button onPress={on.leaveOverride}>{text("ui.cancel")}</Button>
        <Button tone="primary" onPress={confirm} isDisabled={busy}>
          {text("gate.override.sign")}
        </Button>
      </div>
    </Dialog>
  );
}

function Word({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const text = useText();
  return (
    <span data-verdict={verdict}>
      <VerdictShape verdict={verdict} size={22} /> {text(`ui.verdict.${verdict}`)}
    </span>
  );
}
