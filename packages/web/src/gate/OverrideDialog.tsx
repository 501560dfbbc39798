import type { PassageAnswer, Verdict } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useLanguage, useText, useTexts } from "../ui/language.ts";
import { problemText } from "../ui/problem-text.ts";
import { Select } from "../ui/Select.tsx";
import { TextField } from "../ui/TextField.tsx";
import { VerdictShape } from "../ui/VerdictShape.tsx";
import { OverrideDeed } from "./OverrideDeed.tsx";
import type { GateActions, GateView } from "./view.ts";

type Props = { readonly view: GateView; readonly on: GateActions; readonly verdict: Verdict };

/** Against the rules' verdict: the first officer gives the reason, then the second reads the deed and signs it (P26). */
export function OverrideDialog({ view, on, verdict }: Props): ReactNode {
  const text = useText();
  const { ground } = view.override;
  const [reason, setReason] = useState(ground ?? "");
  const [isShown, setShown] = useState(ground !== undefined);
  const { phase } = view.state;
  if (phase.kind !== "decided") return null;
  const { answer } = phase;
  return (
    <Dialog title={text(`gate.act.${verdict}.against`)} onClose={on.leaveOverride}>
      <p className="override-change">
        <Word verdict={answer.verdict} />
        <span aria-hidden="true">→</span>
        <Word verdict={verdict} />
      </p>
      {isShown ? (
        <ForSecond view={view} on={on} deed={{ answer, verdict, reason }} onBack={() => setShown(false)} />
      ) : (
        <ForFirst view={view} on={on} reason={reason} onReason={setReason} onNext={() => setShown(true)} />
      )}
    </Dialog>
  );
}

type FirstProps = Omit<Props, "verdict"> & {
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onNext: () => void;
};

function ForFirst({ view, on, reason, onReason, onNext }: FirstProps): ReactNode {
  const text = useText();
  const word = useTexts();
  const [isAsked, setAsked] = useState(false);
  const go = (): void => {
    setAsked(true);
    if (reason !== "") onNext();
  };
  return (
    <>
      <Select
        label={text("gate.override.reason")}
        empty={text("ui.choose")}
        value={reason}
        onChange={onReason}
        options={(view.codes?.overrideReasons ?? []).map(({ code, label }) => ({ value: code, label: word(label) }))}
        error={isAsked && reason === "" ? text("gate.error.reason") : undefined}
      />
      <p>{text("gate.override.second")}</p>
      <div className="ui-dialog-buttons">
        <Button onPress={on.leaveOverride}>{text("ui.cancel")}</Button>
        <Button tone="primary" onPress={go}>
          {text("gate.override.next")}
        </Button>
      </div>
    </>
  );
}

type SecondProps = Omit<Props, "verdict"> & {
  readonly deed: { readonly answer: PassageAnswer; readonly verdict: Verdict; readonly reason: string };
  readonly onBack: () => void;
};

/** The second officer reads what will stand in the journal and signs for that alone. */
function ForSecond({ view, on, deed, onBack }: SecondProps): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const [code, setCode] = useState("");
  const { busy, problem } = view.override;
  const sign = (): void => on.override(deed.reason, code.trim() === "" ? undefined : code.trim());
  return (
    <>
      <p>{text("gate.override.read")}</p>
      <OverrideDeed view={view} {...deed} />
      {view.offersCode ? (
        <TextField label={text("gate.override.code")} mono value={code} onChange={setCode} maxLength={43} />
      ) : null}
      {busy ? <p role="status">{text("gate.override.waiting")}</p> : null}
      {problem ? (
        <p className="ui-error" role="alert">
          {problemText(problem, locale, text)}
        </p>
      ) : null}
      <div className="ui-dialog-buttons">
        <Button onPress={onBack} isDisabled={busy}>
          {text("gate.override.back")}
        </Button>
        <Button tone="primary" onPress={sign} isDisabled={busy}>
          {text("gate.override.sign")}
        </Button>
      </div>
    </>
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
