import { type ReactNode, useState } from "react";
import { ask } from "../../link/ask.ts";
import { resultOfRecorded } from "../../sign-in/access.ts";
import { Button } from "../../ui/Button.tsx";
import { useText } from "../../ui/language.ts";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";
import { useBoardText } from "../supervision/board-text.ts";

const kinds = ["payer", "phone", "receiver"] as const;

/** An officer notes who paid, whose phone was given or who took the goods; only a keyed hash of it is kept. */
export function NoteLink(): ReactNode {
  const text = useBoardText();
  const ui = useText();
  const { run, isBusy, problem } = useDeed("runners");
  const [isOpen, setOpen] = useState(false);
  const [passage, setPassage] = useState("");
  const [link, setLink] = useState("");
  const [value, setValue] = useState("");
  const isWhole = /^[1-9]\d{0,14}$/.test(passage.trim()) && link !== "" && /^[\p{L}\p{N} +.-]{3,60}$/u.test(value);
  const note = async (): Promise<void> => {
    const question = { body: { passage: Number(passage), link, value }, key: crypto.randomUUID() };
    if (!(await run(async () => resultOfRecorded(await ask("linkNote", question))))) return;
    setValue("");
    setOpen(false);
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{text("link.note")}</Button>
      {isOpen ? (
        <ConfirmDialog
          title={text("link.note")}
          act={text("link.act")}
          isBusy={isBusy || !isWhole}
          problem={problem}
          onAct={() => void note()}
          onClose={() => setOpen(false)}
        >
          <p>{text("link.more")}</p>
          <div className="pair">
            <TextField
              label={text("link.passage")}
              value={passage}
              onChange={setPassage}
              inputMode="numeric"
              maxLength={15}
            />
            <Select
              label={text("link.kind")}
              empty={ui("ui.choose")}
              value={link}
              onChange={setLink}
              options={kinds.map((kind) => ({ value: kind, label: text(`link.${kind}`) }))}
            />
          </div>
          <TextField label={text("link.value")} value={value} onChange={setValue} maxLength={60} />
        </ConfirmDialog>
      ) : null}
    </>
  );
}
