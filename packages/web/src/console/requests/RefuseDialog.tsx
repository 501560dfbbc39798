import type { ErasureList, ErasureRow } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { ask } from "../../link/ask.ts";
import { resultOfRecorded } from "../../sign-in/access.ts";
import { useText, useTexts } from "../../ui/language.ts";
import { Select } from "../../ui/Select.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";

type Props = {
  readonly row: ErasureRow;
  readonly refusals: ErasureList["refusals"];
  readonly onClose: () => void;
};

/** "No" to a request, with a reason of the zone's file that the person reads in her language. */
export function RefuseDialog({ row, refusals, onClose }: Props): ReactNode {
  const text = useText();
  const word = useTexts();
  const { run, isBusy, problem } = useDeed("requests");
  const [code, setCode] = useState("");
  const refuse = async (): Promise<void> => {
    const question = { params: { token: row.person }, body: { code }, key: crypto.randomUUID() };
    if (await run(async () => resultOfRecorded(await ask("erasureRefuse", question)))) onClose();
  };
  return (
    <ConfirmDialog
      title={text("console.requests.refuse.title")}
      act={text("console.requests.refuse")}
      isBusy={isBusy || code === ""}
      problem={problem}
      onAct={() => void refuse()}
      onClose={onClose}
    >
      <p>
        <strong>{row.name}</strong>
      </p>
      <Select
        label={text("console.requests.refuse.why")}
        empty={text("ui.choose")}
        value={code}
        onChange={setCode}
        options={refusals.map((one) => ({ value: one.code, label: word(one.label) }))}
      />
    </ConfirmDialog>
  );
}
