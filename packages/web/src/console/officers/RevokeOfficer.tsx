import type { OfficerRow } from "@twinline/api";
import type { ReactNode } from "react";
import { ask } from "../../link/ask.ts";
import { resultOfRecorded } from "../../sign-in/access.ts";
import { useText } from "../../ui/language.ts";
import { useDeed } from "../asking/use-deed.ts";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";

type Props = { readonly officer: OfficerRow; readonly onClose: () => void };

/** An officer leaves the roll: asked once more, because all her sessions and keys end with it. */
export function RevokeOfficer({ officer: { id, number }, onClose }: Props): ReactNode {
  const text = useText();
  const { run, isBusy, problem } = useDeed("officers");
  const revoke = async (): Promise<void> => {
    const question = { params: { id }, body: {}, key: crypto.randomUUID() };
    if (await run(async () => resultOfRecorded(await ask("officerRevoke", question)))) onClose();
  };
  return (
    <ConfirmDialog
      title={text("console.officers.revoke.title", { number })}
      act={text("console.revoke")}
      isBusy={isBusy}
      problem={problem}
      onAct={() => void revoke()}
      onClose={onClose}
    >
      <p>{text("console.officers.revoke.more")}</p>
    </ConfirmDialog>
  );
}
