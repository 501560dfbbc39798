import type { ErasureRow } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { ask } from "../../link/ask.ts";
import { type Result, resultOfRecorded, signAsSecond } from "../../sign-in/access.ts";
import { useText } from "../../ui/language.ts";
import { useDeed } from "../asking/use-deed.ts";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";
import { SecondFields } from "../second/SecondFields.tsx";

type Props = { readonly row: ErasureRow; readonly onClose: () => void };

/** "Yes" to a request: it cannot be undone, so it takes two officers. */
export function EraseDialog({ row, onClose }: Props): ReactNode {
  const text = useText();
  const { run, isBusy, problem } = useDeed("requests");
  const [code, setCode] = useState("");
  const erase = async (): Promise<void> => {
    if (await run(() => send(row.person, code.trim()))) onClose();
  };
  return (
    <ConfirmDialog
      title={text("console.requests.erase.title")}
      act={text("console.requests.erase")}
      isBusy={isBusy}
      problem={problem}
      onAct={() => void erase()}
      onClose={onClose}
    >
      <p>
        <strong>{row.name}</strong>
      </p>
      <p>{text("console.requests.erase.more")}</p>
      <SecondFields code={code} onCode={setCode} />
    </ConfirmDialog>
  );
}

async function send(token: string, code: string): Promise<Result<unknown>> {
  const signed = await signAsSecond({ act: `person.erase/${token}`, asked: {} }, code || undefined);
  if (signed.kind === "problem") return signed;
  const body = { second: signed.value.token };
  return resultOfRecorded(await ask("personErase", { params: { token }, body, key: crypto.randomUUID() }));
}
