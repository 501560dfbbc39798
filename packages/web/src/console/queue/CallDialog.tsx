import { type ReactNode, useState } from "react";
import { ask } from "../../link/ask.ts";
import { TextField } from "../../ui/TextField.tsx";
import { useDeed } from "../asking/use-deed.ts";
import { ConfirmDialog } from "../second/ConfirmDialog.tsx";
import { answered } from "./answered.ts";
import { wholeNumber } from "./draft.ts";
import { useQueueText } from "./queue-text.ts";
import { ROAD } from "./use-road.ts";

/** Bound of the contract (packages/api/src/queue.ts). */
const COUNT_MAX = 100;

/** So many are called; who they are the order says. */
export function CallDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useQueueText();
  const { run, isBusy, problem } = useDeed(ROAD);
  const [typed, setTyped] = useState("1");
  const count = wholeNumber(typed, 1, COUNT_MAX);
  const call = async (): Promise<void> => {
    if (count === undefined) return;
    const question = { body: { count }, key: crypto.randomUUID() };
    if ((await run(async () => answered(await ask("queueCall", question)))) !== undefined) onClose();
  };
  return (
    <ConfirmDialog
      title={say("act.call")}
      act={say("act.call")}
      isBusy={isBusy}
      problem={problem}
      onAct={() => void call()}
      onClose={onClose}
    >
      <p>{say("call.more")}</p>
      <TextField
        label={say("call.count")}
        inputMode="numeric"
        value={typed}
        onChange={setTyped}
        maxLength={3}
        error={count === undefined ? say("error.count") : undefined}
      />
    </ConfirmDialog>
  );
}
