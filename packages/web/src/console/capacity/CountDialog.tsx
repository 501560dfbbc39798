import type { LineForecast } from "@twinline/api";
import { type ReactNode, useState } from "react";
import { ask } from "../../link/ask.ts";
import { resultOfRecorded } from "../../sign-in/access.ts";
import { TextField } from "../../ui/TextField.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";
import { boardWord, useBoardText } from "../supervision/board-text.ts";

/** Somebody counted who stands before these lanes; the count is an entry. */
export function CountDialog({
  line,
  onClose,
}: {
  readonly line: LineForecast;
  readonly onClose: () => void;
}): ReactNode {
  const text = useBoardText();
  const { run, isBusy, problem } = useDeed("capacity");
  const [people, setPeople] = useState("");
  const [isAsked, setAsked] = useState(false);
  const isNumber = /^\d{1,5}$/.test(people.trim());
  const record = async (): Promise<void> => {
    setAsked(true);
    if (!isNumber) return;
    const body = { gate: line.gate, line: line.line, waiting: Number(people) };
    if (await run(async () => resultOfRecorded(await ask("queueCount", { body, key: crypto.randomUUID() })))) onClose();
  };
  return (
    <ConfirmDialog
      title={`${text("count.title")}: ${line.gate} · ${boardWord(text, "line", line.line)}`}
      act={text("count.record")}
      isBusy={isBusy}
      problem={problem}
      onAct={() => void record()}
      onClose={onClose}
    >
      <p>{text("count.more")}</p>
      <TextField
        label={text("count.people")}
        value={people}
        onChange={setPeople}
        inputMode="numeric"
        maxLength={5}
        autoFocus
        error={isAsked && !isNumber ? text("count.error") : undefined}
      />
    </ConfirmDialog>
  );
}
