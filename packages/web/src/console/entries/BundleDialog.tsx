import type { Problem } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { signAsSecond } from "../../sign-in/access.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useLanguage, useText } from "../../ui/language.ts";
import { problemText } from "../../ui/problem-text.ts";
import { TextField } from "../../ui/TextField.tsx";
import { problemOf } from "../asking/asked.ts";
import { download } from "../csv/download.ts";
import { SecondFields } from "../second/SecondFields.tsx";
import { fetchBundle } from "./fetch-bundle.ts";

type Props = { readonly newest: number; readonly onClose: () => void };

/** Takes a part of the journal out, to be verified anywhere: a mass export, so a second officer signs (P26). */
export function BundleDialog({ newest, onClose }: Props): ReactNode {
  const { locale } = useLanguage();
  const text = useText();
  const [first, setFirst] = useState("1");
  const [last, setLast] = useState(String(newest));
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const take = async (): Promise<void> => {
    setBusy(true);
    const failed = await takeBundle(first, last, code.trim());
    setBusy(false);
    if (failed) setProblem(failed);
    else onClose();
  };
  return (
    <Dialog title={text("console.bundle.title")} onClose={onClose}>
      <p>{text("console.bundle.more")}</p>
      <div className="pair">
        <TextField
          label={text("console.bundle.first")}
          value={first}
          onChange={setFirst}
          inputMode="numeric"
          maxLength={15}
        />
        <TextField
          label={text("console.bundle.last")}
          value={last}
          onChange={setLast}
          inputMode="numeric"
          maxLength={15}
        />
      </div>
      <SecondFields code={code} onCode={setCode} />
      {problem ? (
        <p className="ui-error" role="alert">
          {problemText(problem, locale, text)}
        </p>
      ) : null}
      <div className="ui-dialog-buttons">
        <Button onPress={onClose}>{text("ui.cancel")}</Button>
        <Button tone="primary" isDisabled={isBusy} onPress={() => void take()}>
          {text(isBusy ? "signin.busy" : "console.bundle.take")}
        </Button>
      </div>
    </Dialog>
  );
}

async function takeBundle(first: string, last: string, code: string): Promise<Problem | undefined> {
  const key = crypto.randomUUID();
  const asked = { first: Number(first), last: Number(last) };
  const second = await signAsSecond({ act: "entry.export", asked }, code || undefined);
  if (second.kind === "problem") return second.problem;
  try {
    const bundle = await fetchBundle({ first, last, second: second.value.token }, key);
    download(`journal-${first}-${last}.jsonl`, "application/jsonl", [bundle]);
    return undefined;
  } catch (error) {
    return problemOf(error);
  }
}
