import type { SealRunRow, SealVoid } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { formatInteger } from "../../format/index.ts";
import { ask } from "../../link/ask.ts";
import { resultOfRecorded } from "../../sign-in/access.ts";
import { useLanguage, useText } from "../../ui/language.ts";
import { Select } from "../../ui/Select.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";

type Props = { readonly run: SealRunRow; readonly onClose: () => void };

const codes = ["lost", "spoiled", "recalled"] as const satisfies readonly SealVoid["code"][];

/** One seal that has not come back does not hold any more: whatever comes under its number later is refused. */
export function VoidSeal({ run: { series, missing }, onClose }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const { run, isBusy, problem } = useDeed("seals");
  const [number, setNumber] = useState("");
  const [why, setWhy] = useState("");
  const code = codes.find((one) => one === why);
  const end = async (): Promise<void> => {
    if (code === undefined || number === "") return;
    const question = { params: { series, number }, body: { code }, key: crypto.randomUUID() };
    if (await run(async () => resultOfRecorded(await ask("sealVoid", question)))) onClose();
  };
  return (
    <ConfirmDialog
      title={text("console.seals.void.title", { series })}
      act={text("console.seals.void.do")}
      isBusy={isBusy || code === undefined || number === ""}
      problem={problem}
      onAct={() => void end()}
      onClose={onClose}
    >
      <p>{text("console.seals.void.more")}</p>
      <Select
        label={text("console.seals.number")}
        empty={text("ui.choose")}
        value={number}
        onChange={setNumber}
        options={missing.map((one) => ({ value: String(one), label: formatInteger(locale, one) }))}
      />
      <Select
        label={text("console.seals.why")}
        empty={text("ui.choose")}
        value={why}
        onChange={setWhy}
        options={codes.map((one) => ({ value: one, label: text(`console.seals.code.${one}`) }))}
      />
    </ConfirmDialog>
  );
}
