import type { Invitation, OfficerInvited, OfficerRow } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { ask } from "../../link/ask.ts";
import { type Result, resultOf, resultOfRecorded, signAsSecond } from "../../sign-in/access.ts";
import { useText } from "../../ui/language.ts";
import { useDeed } from "../asking/use-deed.ts";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";
import { SecondFields } from "../second/SecondFields.tsx";

type Props = {
  readonly officer: OfficerRow;
  readonly onClose: () => void;
  readonly onInvited: (number: string, invitation: Invitation) => void;
};

/** Another link for somebody on the roll: whoever opens it is that officer, so two people give it (P26). */
export function InviteAgain({ officer, onClose, onInvited }: Props): ReactNode {
  const text = useText();
  const { run, isBusy, problem } = useDeed("officers");
  const [code, setCode] = useState("");
  const invite = async (): Promise<void> => {
    const made = await run(() => inviteAgain(officer.id, code.trim()));
    if (made?.invitation) onInvited(officer.number, made.invitation);
  };
  return (
    <ConfirmDialog
      title={text("console.officers.invite.title", { number: officer.number })}
      act={text("console.officers.invite")}
      isBusy={isBusy}
      problem={problem}
      onAct={() => void invite()}
      onClose={onClose}
    >
      <p>{text("console.officers.invite.more")}</p>
      <SecondFields code={code} onCode={setCode} />
    </ConfirmDialog>
  );
}

async function inviteAgain(id: string, code: string): Promise<Result<OfficerInvited>> {
  const second = await signAsSecond({ act: `officer.invite/${id}`, asked: {} }, code || undefined);
  if (second.kind === "problem") return second;
  const body = { second: second.value.token };
  const reply = await ask("officerInvite", { params: { id }, body, key: crypto.randomUUID() });
  // What the journal took down as refused is a problem too.
  const done = resultOfRecorded(reply);
  return done.kind === "problem" ? done : resultOf(reply);
}
